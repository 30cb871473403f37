import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPairs } from '@/bin/testing/pairs'
import { buildComparison } from '../compare/comparison'
import { getWriteUp } from '../content/write-ups'
import { describeCompanyPage, describeFamilyPage, describeJobPage } from './describe-others'
import { describePairPage } from './describe-pair'
import { describeRolePage } from './describe-role'
import { cutWords, fitTitle, MOST_DESCRIPTION, MOST_TITLE } from './fit'
import { MOST_SHORT, shortName } from './short-names'

type Words = { title: { absolute: string }; description: string }

let pairs: Awaited<ReturnType<typeof openPairs>>
let roles: Awaited<ReturnType<typeof import('../roles/queries').listRoles>>
let families: Awaited<ReturnType<typeof import('../roles/queries').listFamilies>>

beforeAll(async () => {
  pairs = await openPairs()
  const queries = await import('../roles/queries')
  ;[roles, families] = await Promise.all([queries.listRoles(), queries.listFamilies()])
})

afterAll(async () => {
  await (await import('../db')).getDb().$client.end({ timeout: 5 })
  await pairs.store.drop()
})

const compare = (a: string, b: string) =>
  buildComparison(pairs.inputFor(...((a < b ? [a, b] : [b, a]) as [string, string])))

const wordsOfRole = (slug: string): Words => {
  const { a, years } = compare(slug, slug === 'actor' ? 'zoologist-or-wildlife-biologist' : 'actor')
  const { b } = compare(slug, 'actor')
  return describeRolePage(a.role.slug === slug ? a : b, years, getWriteUp(slug)?.summary)
}

/** What a reader of search results would stumble over, and titles or descriptions that another page has too. */
function faults(pages: ReadonlyMap<string, Words>): string[] {
  const found: string[] = []
  const seen = new Map<string, string>()
  for (const [path, { title, description }] of pages) {
    if (title.absolute.length > MOST_TITLE || title.absolute === '') found.push(`${path}: ${title.absolute}`)
    if (/…|\b(and|or|of|in)$/.test(title.absolute)) found.push(`${path} is cut: ${title.absolute}`)
    if (description.length > MOST_DESCRIPTION || !/^["“A-Z0-9$].*[.!?]$/.test(description))
      found.push(`${path}: ${description}`)
    for (const text of [title.absolute, description]) {
      const other = seen.get(text)
      if (other) found.push(`${path} and ${other}: ${text}`)
      seen.set(text, path)
    }
  }
  return found
}

it('every role and every family has a title and a description of its own, in whole words and sentences', () => {
  const pages = new Map<string, Words>([
    ...roles.map(({ slug }) => [`/roles/${slug}`, wordsOfRole(slug)] as const),
    ...families.map((family) => [`/families/${family.slug}`, describeFamilyPage(family)] as const),
  ])
  expect(pages.size).toBe(872)
  expect(faults(pages).slice(0, 20)).toEqual([])
})

it('comparisons have titles and descriptions of their own, in whole words and sentences', () => {
  let seed = 20261125
  const draw = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return pairs.slugs[Math.floor((seed / 2147483648) * pairs.slugs.length)] ?? ''
  }
  const titles = roles.filter(({ kind }) => kind === 'title').map(({ slug }) => slug)
  const drawn: [string, string][] = titles.flatMap((a, i) => titles.slice(i + 1).map((b): [string, string] => [a, b]))
  const wanted = process.env.FULL ? 4000 : 800
  while (drawn.length < wanted) drawn.push([draw(), draw()])
  const pages = new Map<string, Words>()
  for (const [a, b] of drawn) {
    if (a === b) continue
    const comparison = compare(a, b)
    pages.set(`/compare/${comparison.a.role.slug}-vs-${comparison.b.role.slug}`, describePairPage(comparison))
  }
  expect(faults(pages).slice(0, 20)).toEqual([])
}, 240_000)

it('the longest names stay apart when they are shortened for a title of two', () => {
  const short = roles.map((role) => shortName(role))
  expect(short.filter((name) => name.length > MOST_SHORT || name.includes('…'))).toEqual([])
  expect(new Set(short).size).toBe(850)
  const full = new Map(roles.map(({ singular, slug }) => [singular, slug]))
  expect(roles.filter((role, i) => (full.get(short[i] ?? '') ?? role.slug) !== role.slug)).toEqual([])
})

it('the reference pair is described by its own answer', () => {
  const { title, description } = describePairPage(compare('lead-technician', 'technical-product-manager'))
  expect(title.absolute).toBe('Lead technician vs technical product manager | Rolebook')
  expect(description).toBe(
    'Technical product managers earn $29,437 more a year than lead technicians: $120,052 against $90,615, as published elsewhere.',
  )
})

it('a write-up’s summary is the first thing that its page is described by', () => {
  const summary = getWriteUp('registered-nurse')?.summary ?? 'no summary'
  expect(wordsOfRole('registered-nurse').description.startsWith(summary)).toBe(true)
})

it('what an employer typed is cut after a whole word or sentence', () => {
  const long = 'Senior principal night shift warehouse associate for the loading docks of the northern region'
  expect(fitTitle(long)).toEqual({ absolute: 'Senior principal night shift warehouse associate for…' })
  expect(cutWords('word', 10)).toBe('word')
  const company = describeCompanyPage({
    name: 'Example Freight',
    about: `${'We drive. '.repeat(10)}${'We also '.repeat(40)}`,
  })
  expect(company.description).toBe('We drive. '.repeat(10).trim())
  expect(describeCompanyPage({ name: 'Example Freight', about: '' }).description).toBe(
    'Open jobs at Example Freight, each with its pay and its last day.',
  )
  const job = describeJobPage({
    ...{ title: 'Driver', company: 'Example Freight', payText: '$50,000 a year', placeText: 'Denver, CO' },
    ...{ until: new Date('2026-12-22T06:59:59Z'), timeZone: 'America/Denver' },
  })
  expect(job.title).toEqual({ absolute: 'Driver, Example Freight, Denver, CO | Rolebook' })
  expect(job.description).toBe('Driver at Example Freight. $50,000 a year. Denver, CO. Open until December 21, 2026.')
})
