import { readFileSync, rmSync } from 'node:fs'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAJOR, makeFolder, type Oews, SUPPORT, writeBook, writeOews } from '@/bin/testing/fixtures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { makeJudge } from '@/lib/content/judge-store'
import { parseWriteUp } from '@/lib/content/parse'
import { toJudged } from '@/lib/content/read'
import { formatProblem } from '@/lib/content/types'
import { connectOwner } from '@/lib/owner-db'
import { openBook } from './book'
import { importBook } from './pipeline'
import { printReport } from './report'

const ACTUARY: Oews = { code: '15-2011', title: 'Actuaries', cells: { A_PCT90: '#', A_PCT75: '*', TOT_EMP: '**' } }
const names = new Map([
  ['15-1232', { singular: 'user support specialist', plural: 'user support specialists', article: 'a' as const }],
])

let store: TestStore
let sql: Sql
const folder = makeFolder()

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
})
afterAll(async () => {
  await sql.end()
  await store.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await sql`truncate release, role, role_alias, figure, pay_breakdown, family, place, item, industry, cache_change restart identity cascade`
})

const bring = async (path: string, options: { kind?: string; replace?: boolean } = {}) =>
  importBook(sql, await openBook(path), { names, ...options })
const count = async (table: string) => (await sql`select count(*)::int as n from ${sql(table)}`)[0]?.n
const national = (name: string, period: string, rows: Oews[]) => writeOews(folder, name, period, [MAJOR, ...rows])

it('makes families, roles and figures in every state, and tells servers', async () => {
  const broad = { ...SUPPORT, group: 'broad' }
  const annual: Oews = {
    code: '25-2021',
    title: 'Elementary School Teachers',
    cells: { ANNUAL: 'TRUE', H_MEAN: '*', H_MEDIAN: '*' },
  }
  const report = await bring(
    await national('a.xlsx', 'May 2025', [
      broad,
      SUPPORT,
      ACTUARY,
      annual,
      { code: '25-0000', title: 'Educational Instruction and Library Occupations', group: 'major' },
    ]),
  )
  expect(report).toMatchObject({
    kind: 'oews',
    release: 'oews-national-2025-05',
    already: false,
    occupations: { matched: 3, known: 3 },
  })
  const [role] = await sql`select slug, singular, family_code from role where code = '15-1232'`
  expect(role).toEqual({ slug: 'user-support-specialist', singular: 'user support specialist', family_code: '15' })
  const state = async (code: string, measure: string) =>
    (
      await sql`select state, value, lower, rse from figure f join role r on r.id = f.role_id where code = ${code} and measure = ${measure}`
    )[0]
  expect(await state('15-2011', 'pay.annual.p90')).toMatchObject({ state: 'top-coded', value: null, lower: 239200 })
  expect(await state('15-2011', 'pay.annual.p75')).toMatchObject({ state: 'not-published', value: null })
  expect(await state('15-2011', 'employment')).toMatchObject({ state: 'not-published', value: null })
  expect(await state('25-2021', 'pay.hourly.mean')).toMatchObject({ state: 'not-applicable', value: null })
  expect(await state('15-1232', 'pay.annual.mean')).toMatchObject({ state: 'published', value: 62400, rse: 0.5 })
  const [change] = await sql`select tags from cache_change`
  expect(change?.tags).toEqual(['figures', 'roles'])
})

it('writes nothing for a file that is in the store', async () => {
  const path = await national('a.xlsx', 'May 2025', [SUPPORT])
  await bring(path)
  const before = [await count('figure'), await count('cache_change')]
  expect((await bring(path)).already).toBe(true)
  expect([await count('figure'), await count('cache_change')]).toEqual(before)
})

it('stops at a malformed cell in the last row and leaves nothing', async () => {
  const path = await national('bad.xlsx', 'May 2025', [SUPPORT, { ...ACTUARY, cells: { A_MEDIAN: 'about 9' } }])
  await expect(bring(path)).rejects.toThrow(
    'bad.xlsx, sheet "bad", row 4, column "A_MEDIAN": found "about 9", expected a number or one of # *',
  )
  expect([await count('release'), await count('role'), await count('figure')]).toEqual([0, 0, 0])
})

it('makes the latest period current whatever the order, with the same roles', async () => {
  const [older, newer] = [
    await national('o.xlsx', 'May 2023', [SUPPORT, ACTUARY]),
    await national('n.xlsx', 'May 2025', [SUPPORT]),
  ]
  const look = async () => ({
    releases: (await sql`select key, status from release order by key`).map(({ key, status }) => `${key} ${status}`),
    roles: (await sql`select code from role order by code`).map(({ code }) => code),
    figures: await count('figure'),
  })
  await bring(older)
  await bring(newer)
  const forward = await look()
  await sql`truncate release, role, role_alias, figure, pay_breakdown, family restart identity cascade`
  await bring(newer)
  const report = await bring(older)
  expect(await look()).toEqual(forward)
  expect(forward.releases).toEqual(['oews-national-2023-05 superseded', 'oews-national-2025-05 current'])
  expect(forward.roles).toEqual(['15-1232'])
  expect(report.unplaced.map(({ reason }) => reason)).toEqual([
    '15-2011 Actuaries is no occupation of the current national file',
  ])
})

it('asks for --replace where the period is there from another file', async () => {
  await bring(await national('a.xlsx', 'May 2025', [SUPPORT]))
  const other = await national('b.xlsx', 'May 2025', [{ ...SUPPORT, cells: { A_MEAN: 70000 } }])
  await expect(bring(other)).rejects.toThrow('use --replace')
  await bring(other, { replace: true })
  const [row] = await sql`select value from figure where measure = 'pay.annual.mean'`
  expect([row?.value, await count('release')]).toEqual([70000, 1])
})

it('names what a wrong file is, and what can be imported', async () => {
  const path = await national('a.xlsx', 'May 2025', [SUPPORT])
  await expect(bring(path, { kind: 'projections' })).rejects.toThrow(
    'a.xlsx is not projections: it is Occupational Employment and Wage Statistics, national (oews).',
  )
  const odd = await writeBook(folder, 'odd.xlsx', {
    Sheet1: [
      ['some', 'thing'],
      [1, 2],
    ],
  })
  await expect(bring(odd)).rejects.toThrow(/odd.xlsx is no file that can be imported. Kinds: oews, projections/)
  await expect(bring(path, { kind: 'wages' })).rejects.toThrow('Unknown kind "wages"')
})

it('names rows of occupations that the national file does not have', async () => {
  await bring(await national('a.xlsx', 'May 2025', [SUPPORT]))
  const area = ['06', 'California', '2', 'CA'] as const
  const report = await bring(
    await writeOews(folder, 's.xlsx', 'May 2025', [
      { ...SUPPORT, area: [...area] },
      { code: '99-9999', title: 'Wizards', area: [...area] },
    ]),
  )
  expect(report.unplaced.map(({ row, reason }) => [row, reason])).toEqual([
    [3, '99-9999 Wizards is no occupation of the national file'],
  ])
})

it('lets two imports at once end one after the other', async () => {
  const paths = [await national('a.xlsx', 'May 2025', [SUPPORT]), await national('b.xlsx', 'May 2023', [SUPPORT])]
  const other = connectOwner(store.ownerUrl)
  const reports = await Promise.all([
    bring(paths[0] ?? ''),
    openBook(paths[1] ?? '').then((book) => importBook(other, book, { names })),
  ])
  await other.end()
  expect(reports.map(({ already }) => already)).toEqual([false, false])
  expect(await count('release')).toBe(2)
})

it('leaves nothing when the connection is killed in the middle', async () => {
  const path = await national('a.xlsx', 'May 2025', [SUPPORT])
  const admin = postgres(store.superUrl, { max: 1 })
  const doomed = connectOwner(store.ownerUrl)
  const [backend] = await doomed`select pg_backend_pid() as pid`
  const book = await openBook(path)
  const slow = {
    ...book,
    async *rows(sheet?: string) {
      let n = 0
      for await (const row of book.rows(sheet)) {
        n += 1
        if (n === 3) await admin`select pg_terminate_backend(${backend?.pid})`
        yield row
      }
    },
  }
  await expect(importBook(doomed, slow, { names })).rejects.toThrow()
  await Promise.all([doomed.end({ timeout: 1 }), admin.end()])
  expect([await count('release'), await count('role')]).toEqual([0, 0])
})

describe('write-ups that new figures would make wrong', () => {
  const difference =
    '<Difference of="pay.annual.median" than="actuary/pay.annual.median" expect="less">earn less than actuaries</Difference>'
  const text = readFileSync('lib/content/fixtures/paralegal.mdx', 'utf8')
    .replace('role: paralegal', 'role: user-support-specialist')
    .replace('A day, <Callout kind="note">set apart.</Callout>', `They ${difference}.`)
  const path = 'content/roles/paralegal.mdx'
  const judge = makeJudge([{ path, ...toJudged(parseWriteUp(path, text)) }])
  const release = (name: string, period: string, median: number | string) =>
    national(name, period, [
      { ...SUPPORT, cells: { A_MEDIAN: median, A_PCT75: 150_000, A_PCT90: 200_000 } },
      { ...ACTUARY, cells: { A_MEDIAN: 120_000, A_PCT75: 150_000, A_PCT90: 200_000 } },
    ])
  const bringJudged = async (file: string, options: { dryRun?: boolean; acceptContent?: boolean } = {}) =>
    importBook(sql, await openBook(file), { names, judge, ...options })
  const current = async () => (await sql`select key from release where status = 'current'`).map(({ key }) => key)

  it('tells them on a dry run and writes nothing', async () => {
    expect((await bringJudged(await release('a.xlsx', 'May 2024', 60000))).wrong).toEqual([])
    const report = await bringJudged(await release('b.xlsx', 'May 2025', 130000), { dryRun: true })
    expect(report.wrong.map(formatProblem)).toEqual([
      `${path}:23:6 difference-wrong "earn less than actuaries" says less, but user-support-specialist/pay.annual.median is $130,000 and actuary/pay.annual.median is $120,000 (say what the figures say, and change expect)`,
    ])
    expect(printReport(report)).toContain('write-ups that become wrong 1')
    expect(await current()).toEqual(['oews-national-2024-05'])
    expect(await count('release')).toBe(1)
  })

  it('refuses them, and takes them with --accept-content', async () => {
    await bringJudged(await release('a.xlsx', 'May 2024', 60000))
    const newer = await release('b.xlsx', 'May 2025', 130000)
    await expect(bringJudged(newer)).rejects.toThrow(
      /^b\.xlsx was not brought in: with oews-national-2025-05, write-ups would be wrong\.\ncontent\/roles\/paralegal\.mdx:23:6 difference-wrong/,
    )
    expect(await current()).toEqual(['oews-national-2024-05'])
    expect((await bringJudged(newer, { acceptContent: true })).wrong).toHaveLength(1)
    expect(await current()).toEqual(['oews-national-2025-05'])
  })

  it('tells figures that are gone, and nothing of an older release or of what was wrong before', async () => {
    await bringJudged(await release('a.xlsx', 'May 2024', 60000))
    const gone = await bringJudged(await release('b.xlsx', 'May 2025', '*'), { dryRun: true })
    expect(gone.wrong.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '19:50 figure-missing',
      '23:6 figure-missing',
    ])
    expect((await bringJudged(await release('c.xlsx', 'May 2023', 130000))).wrong).toEqual([])
    await bringJudged(await release('b.xlsx', 'May 2025', '*'), { acceptContent: true })
    expect((await bringJudged(await release('d.xlsx', 'May 2026', '*'))).wrong).toEqual([])
  })
})
