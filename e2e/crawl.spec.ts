import { expect } from '@playwright/test'
import { ask } from './ask'
import { readPage } from './crawl/read'
import { RULES } from './crawl/rules'
import { openSql } from './people'
import { putJob } from './postings'
import { test } from './shared-page'

const REFERENCE = '/compare/lead-technician-vs-technical-product-manager'
const FIXED = ['/', '/roles', '/sources', '/compare', '/jobs', '/sign-in', '/roles/no-such-role', REFERENCE]
const SEARCHES = ['nurse', 'scheduler', 'teacher', 'driver', 'zzzz', 'mri', 'handicapped teacher', 'cook']

/** The same numbers in each run, from 0 to 1. */
function* draw(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    yield state / 2 ** 32
  }
}

/** A company with open jobs, made for this crawl. @returns the addresses of its pages */
async function putCompany(sql: ReturnType<typeof openSql>): Promise<string[]> {
  const slug = `example-crawl-${Math.random().toString(16).slice(2, 10)}`
  await sql`
    insert into company (slug, name, time_zone, about, industry, site)
    values (${slug}, 'Example Crawl Freight', 'America/Denver', 'We move freight at night.', 'Freight', 'https://www.example.com')`
  const jobs = [
    await putJob(sql, slug, { title: 'Crawled actuary' }),
    await putJob(sql, slug, {
      title: 'Crawled underwriter',
      roleSlug: 'insurance-underwriter',
      values: { workplace: 'remote', places: 'Colorado' },
    }),
  ]
  return [`/companies/${slug}`, ...jobs.map((job) => `/jobs/${job.slug}`)]
}

/** Addresses of every kind that a reader may stand on, the same in each run. */
async function listAddresses(roles: number, pairs: number): Promise<string[]> {
  const sql = openSql()
  const slugs = (await sql<{ slug: string }[]>`select slug from role order by slug`).map(({ slug }) => slug)
  const families = (await sql<{ slug: string }[]>`select slug from family order by slug`).map(({ slug }) => slug)
  const employer = await putCompany(sql)
  await sql.end()
  const lot = draw(20_261_125)
  const pick = () => slugs[Math.floor((lot.next().value as number) * slugs.length)] ?? ''
  const several = (count: number, make: () => string) => {
    const found = new Set<string>()
    while (found.size < count) found.add(make())
    return [...found]
  }
  return [
    ...FIXED,
    ...employer,
    ...SEARCHES.map((words) => `/search?q=${encodeURIComponent(words)}`),
    ...SEARCHES.map((words) => `/compare?a=${encodeURIComponent(words)}&b=zzzz`),
    ...families.map((slug) => `/families/${slug}`),
    ...several(roles, () => `/roles/${pick()}`),
    ...several(pairs, () => {
      const [a = '', b = ''] = [pick(), pick()].sort()
      return a === b ? REFERENCE : `/compare/${a}-vs-${b}`
    }),
  ]
}

/** What a reader typed is told back as typed. */
const echoOf = (path: string) => new URLSearchParams(path.split('?')[1]).get(path.startsWith('/search') ? 'q' : 'a')

/** Reads pages and gives what breaks a rule, rule by rule. */
async function crawl(
  page: Parameters<typeof readPage>[0],
  addresses: readonly string[],
): Promise<Map<string, string[]>> {
  const broken = new Map<string, string[]>()
  const tell = (rule: string, words: string) => broken.set(rule, [...(broken.get(rule) ?? []), words])
  const seen = new Map<string, string>()
  for (const path of addresses) {
    const { status, body } = await ask(path)
    expect(status, path).toBe(path.includes('no-such') ? 404 : 200)
    const echo = echoOf(path)
    const reading = await readPage(page, echo ? body.replaceAll(echo, '') : body)
    for (const { name, find } of RULES) for (const words of find(reading, path)) tell(name, `${path}: ${words}`)
    if (!/[?]|no-such/.test(path)) {
      for (const [what, text] of [
        ['title', reading.title],
        ['description', reading.description],
      ] as const) {
        if (text === undefined) continue
        const before = seen.get(`${what} ${text}`)
        if (before) tell(`no two pages have one ${what}`, `${path} and ${before}: ${text}`)
        seen.set(`${what} ${text}`, path)
      }
    }
  }
  return broken
}

const tellAll = (broken: ReadonlyMap<string, string[]>) =>
  Object.fromEntries([...broken].map(([rule, found]) => [`${rule} (${found.length})`, found.slice(0, 12)]))

test('what stands on forty pages keeps the rules of print', async ({ shared: page }) => {
  const addresses = (await listAddresses(12, 12)).filter(
    (path) => !path.startsWith('/families/') || path < '/families/c',
  )
  expect(tellAll(await crawl(page, addresses))).toEqual({})
})

test('what stands on six hundred pages keeps the rules of print @full', async ({ shared: page }) => {
  test.setTimeout(300_000)
  const addresses = await listAddresses(260, 300)
  expect(addresses.length).toBeGreaterThanOrEqual(600)
  expect(tellAll(await crawl(page, addresses))).toEqual({})
})
