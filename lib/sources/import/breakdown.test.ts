import { rmSync } from 'node:fs'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { MAJOR, makeFolder, type Oews, SUPPORT, writeOews, writeOewsCsv } from '@/bin/testing/fixtures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { BREAKDOWN_CELLS } from '@/lib/figures/breakdown'
import { connectOwner } from '@/lib/owner-db'
import { openBook } from './book'
import { importBook } from './pipeline'

type Cells = NonNullable<Oews['cells']>

let store: TestStore
let sql: Sql
let readers: typeof import('@/lib/figures/queries')
const folder = makeFolder()

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  process.env.DATABASE_URL = store.webUrl
  readers = await import('@/lib/figures/queries')
})
afterAll(async () => {
  await (await import('@/lib/db')).getDb().$client.end({ timeout: 5 })
  await sql.end()
  await store.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await sql`truncate release, role, role_alias, figure, pay_breakdown, family, place, item, industry restart identity cascade`
})

const bring = async (path: string) => importBook(sql, await openBook(path), { names: new Map() })
const nation = (period = 'May 2025', cells: Cells = {}) =>
  writeOews(folder, `national_${period.slice(-4)}.xlsx`, period, [MAJOR, { ...SUPPORT, cells }])
const at = (area: string, name: string, state: string, cells: Cells = {}, type = '2'): Oews => ({
  ...SUPPORT,
  area: [area, name, type, state],
  cells,
})
const inSector = (naics: string, name: string, cells: Cells = {}): Oews => ({ ...SUPPORT, naics: [naics, name], cells })
const states = (rows: Oews[], period = 'May 2025') => writeOews(folder, `states_${period.slice(-4)}.xlsx`, period, rows)
const placed = async (place: string) => {
  const [role] = await sql`select id from role where code = '15-1232'`
  return readers.listPlacedFigures(
    [role?.id],
    [place],
    BREAKDOWN_CELLS.map(({ measure }) => measure),
  )
}
const ranked = (measure = 'pay.top-state') => sql`
  select item, text, value, lower, state, note, rse, reference, derived_from from ledger where measure = ${measure} order by state, item`

it('keeps every cell of a place as a figure with id, state, error and papers', async () => {
  await bring(await nation())
  const cells = {
    ...{ TOT_EMP: 5860, EMP_PRSE: 4.3, JOBS_1000: '39.982', LOC_QUOTIENT: 0.56, MEAN_PRSE: 2.1 },
    ...{ H_MEAN: 25.5, H_PCT10: 12.01, H_PCT25: 16.7, H_MEDIAN: 24.99, H_PCT75: '#', H_PCT90: '#' },
    ...{ A_MEAN: 53040, A_PCT10: 24980, A_PCT25: 34740, A_MEDIAN: 51980, A_PCT75: 657_190, A_PCT90: '#' },
  }
  await bring(await states([at('06', 'California', 'CA', cells)]))
  const found = await placed('US-CA')
  const id = (measure: string) => `15-1232~${measure}~us-ca~oews-state-2025-05`
  expect(found.map((figure) => figure.id).sort()).toEqual(BREAKDOWN_CELLS.map(({ measure }) => id(measure)).sort())
  const of = (measure: string) => {
    const figure = found.find((one) => one.measure === measure)
    return figure && [figure.state, figure.value, figure.lower, figure.rse]
  }
  expect(of('employment')).toEqual(['published', 5860, null, 4.3])
  expect(of('employment.per-1000')).toEqual(['published', 39.982, null, null])
  expect(of('employment.location-quotient')).toEqual(['published', 0.56, null, null])
  expect(of('pay.hourly.mean')).toEqual(['published', 25.5, null, 2.1])
  expect(of('pay.hourly.p10')).toEqual(['published', 12.01, null, null])
  expect(of('pay.hourly.p75')).toEqual(['top-coded', null, 115, null])
  expect(of('pay.annual.mean')).toEqual(['published', 53040, null, 2.1])
  expect(of('pay.annual.p75')).toEqual(['published', 657_190, null, null])
  expect(of('pay.annual.p90')).toEqual(['top-coded', null, 239_200, null])
  expect(new Set(found.map(({ release, role, industry }) => `${release} ${role} ${industry}`))).toEqual(
    new Set(['oews-state-2025-05 15-1232 ']),
  )
})

it('tells withheld cells from those that only the other period has', async () => {
  await bring(await nation())
  const none = (letter: string) =>
    Object.fromEntries(
      ['MEAN', 'PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'].map((key) => [`${letter}_${key}`, '*'] as const),
    )
  const share = { JOBS_1000: 1.5, LOC_QUOTIENT: 0.9 }
  await bring(
    await states([
      at('06', 'California', 'CA', { ...share, ...none('H'), ANNUAL: 'TRUE' }),
      at('08', 'Colorado', 'CO', { ...share, ...none('A'), HOURLY: 'TRUE' }),
      at('36', 'New York', 'NY', {
        ...none('A'),
        ...none('H'),
        ...{ TOT_EMP: '**', EMP_PRSE: '**', JOBS_1000: '**', LOC_QUOTIENT: '**', MEAN_PRSE: '*' },
      }),
    ]),
  )
  const of = async (place: string, measure: string) => (await placed(place)).find((one) => one.measure === measure)
  expect(await of('US-CA', 'pay.hourly.mean')).toMatchObject({ state: 'not-applicable', value: null, rse: null })
  expect(await of('US-CA', 'pay.annual.mean')).toMatchObject({ state: 'published', value: 62400, rse: 0.5 })
  expect(await of('US-CO', 'pay.annual.p90')).toMatchObject({ state: 'not-applicable', value: null })
  expect(await of('US-CO', 'pay.hourly.mean')).toMatchObject({ state: 'published', value: 30, rse: 0.5 })
  for (const { measure } of BREAKDOWN_CELLS)
    expect(await of('US-NY', measure), measure).toMatchObject({ state: 'not-published', value: null, rse: null })
})

it('reads national figures and those of places through one function, and counts both alike', async () => {
  await bring(await nation())
  const report = await bring(await states([at('06', 'California', 'CA')]))
  expect(report.written).toMatchObject({ place: 1, breakdown: 1 })
  expect(report.figuresByState).toMatchObject({ published: 13 })
  const [role] = await sql`select id from role where code = '15-1232'`
  const national = await readers.listNationalFigures([role?.id])
  expect(national.filter(({ place }) => place !== 'US')).toEqual([])
  expect(national.map(({ measure }) => measure)).toContain('pay.annual.mean')
})

it('keeps metropolitan and other areas as two sources', async () => {
  await bring(await nation())
  await bring(await writeOews(folder, 'm.xlsx', 'May 2025', [at('10180', 'Abilene, TX', 'TX', {}, '4')]))
  await bring(await writeOews(folder, 'b.xlsx', 'May 2025', [at('0100001', 'Northwest Alabama', 'AL', {}, '6')]))
  const rows = await sql`select key from release where status = 'current' order by key`
  expect(rows.map(({ key }) => key)).toEqual(['oews-metro-2025-05', 'oews-national-2025-05', 'oews-nonmetro-2025-05'])
  expect((await placed('M10180')).find(({ measure }) => measure === 'employment')?.value).toBe(2000)
  expect((await placed('M0100001')).find(({ measure }) => measure === 'employment')?.value).toBe(2000)
})

it('replaces the figures of places by those of a newer release in one import', async () => {
  await bring(await nation())
  await bring(await states([at('06', 'California', 'CA', { A_MEDIAN: 60_000 })], 'May 2024'))
  await bring(await states([at('06', 'California', 'CA', { A_MEDIAN: 61_000 })]))
  expect((await placed('US-CA')).find(({ measure }) => measure === 'pay.annual.median')).toMatchObject({
    value: 61_000,
    release: 'oews-state-2025-05',
  })
})

it('leaves nothing of a file whose last row is malformed', async () => {
  await bring(await nation())
  const path = await states([at('06', 'California', 'CA'), at('08', 'Colorado', 'CO', { A_PCT25: 20_000 })])
  await expect(bring(path)).rejects.toThrow(
    'states_2025.xlsx, sheet "states_2025", row 3, column "A_PCT25": found 20000, expected at least the 10th percentile, 31200',
  )
  const [left] =
    await sql`select (select count(*) from pay_breakdown)::int as n, (select count(*) from release)::int as m`
  expect(left).toEqual({ n: 0, m: 1 })
})

it.each<[string, Cells, string]>([
  [
    'a percentile below the one before',
    { H_PCT90: 30 },
    'column "H_PCT90": found 30, expected at least the 75th percentile, 38',
  ],
  ['a median below a capped quarter', { A_PCT25: '#', A_MEDIAN: 100_000 }, 'column "A_MEDIAN"'],
  ['negative pay', { A_MEAN: -1 }, 'column "A_MEAN": found -1, expected a whole number of at least 0'],
  ['negative jobs', { TOT_EMP: -5 }, 'column "TOT_EMP": found -5, expected a whole number of at least 0'],
  ['a negative error', { EMP_PRSE: -0.1 }, 'column "EMP_PRSE"'],
  ['an emptied cell', { A_MEAN: '' }, 'column "A_MEAN": found nothing'],
  [
    'jobs that are no whole number',
    { TOT_EMP: 10.5 },
    'column "TOT_EMP": found 10.5, expected a whole number of at least 0',
  ],
])('refuses %s with its row and column', async (_, cells, message) => {
  await bring(await nation())
  await expect(bring(await states([at('06', 'California', 'CA', cells)]))).rejects.toThrow(message)
})

it('takes a capped percentile beside values above the cap', async () => {
  await bring(await nation())
  await bring(await states([at('19', 'Iowa', 'IA', { A_MEDIAN: 300_000, A_PCT75: 657_190, A_PCT90: '#' })]))
  expect((await placed('US-IA')).find(({ measure }) => measure === 'pay.annual.p90')?.state).toBe('top-coded')
})

it('refuses industries narrower than a sector', async () => {
  await bring(await nation())
  const path = await writeOews(folder, 'nat3d.xlsx', 'May 2025', [
    { ...SUPPORT, naics: ['113000', 'Forestry and Logging'], cells: { I_GROUP: '3-digit' } },
  ])
  await expect(bring(path)).rejects.toThrow('column "I_GROUP": found "3-digit", expected one of cross-industry, sector')
})

const THREE = [
  at('06', 'California', 'CA', { A_MEAN: 80_000 }),
  at('08', 'Colorado', 'CO', { A_MEAN: 75_000, TOT_EMP: 1000, MEAN_PRSE: 3.4 }),
  at('36', 'New York', 'NY', { A_MEAN: 70_000 }),
]

it('ranks states with 1,000 published jobs and a published mean, beside the nation, and says from which figures', async () => {
  await bring(await nation())
  await bring(
    await states([
      at('48', 'Texas', 'TX', { A_MEAN: 90_000, TOT_EMP: 990 }),
      at('53', 'Washington', 'WA', { A_MEAN: 95_000, TOT_EMP: '**', EMP_PRSE: '**' }),
      at('72', 'Puerto Rico', 'PR', { A_MEAN: 99_000 }, '3'),
      ...THREE,
    ]),
  )
  expect(await ranked()).toEqual([
    {
      ...{ item: 'US-CA', text: 'California', value: 80_000, lower: null, state: 'derived', note: null, rse: 0.5 },
      reference: 62_400,
      derived_from: [
        '15-1232~pay.annual.mean~us-ca~oews-state-2025-05',
        '15-1232~pay.annual.mean~us~oews-national-2025-05',
      ],
    },
  ])
})

it('names a capped state beside the highest published one', async () => {
  await bring(await nation())
  const rows = THREE.map((row) => ({ ...row, cells: { ...row.cells, A_MEAN: 434_010 } }))
  await bring(await states([...rows, at('53', 'Washington', 'WA', { A_MEAN: '#' })]))
  expect((await ranked()).map(({ item, state, value, lower }) => [item, state, value, lower])).toEqual([
    ['US-CA', 'derived', 434_010, null],
    ['US-WA', 'top-coded', null, 239_200],
  ])
})

it('gives the same superlatives whatever came in first, and none of two periods', async () => {
  const wanted = async () => ({ states: await ranked(), industries: await ranked('pay.top-industry') })
  const sectors = ['11', '22', '51'].map((code, i) => inSector(code, `Sector ${code}`, { A_MEAN: 60_000 + i * 5000 }))
  const sectorFile = () => writeOews(folder, 'sectors.xlsx', 'May 2025', sectors)
  await bring(await nation())
  await bring(await states(THREE))
  await bring(await sectorFile())
  const forward = await wanted()
  expect(forward.states.map(({ item, reference }) => [item, reference])).toEqual([['US-CA', 62_400]])
  expect(forward.industries.map(({ item, text }) => [item, text])).toEqual([['51', 'Sector 51']])

  await sql`truncate release, role, role_alias, figure, pay_breakdown, family, place, industry restart identity cascade`
  await bring(await nation('May 2023', { A_MEAN: 10_000 }))
  await bring(await sectorFile())
  await bring(await states(THREE))
  expect((await ranked()).map(({ state, note }) => [state, note])).toEqual([
    ['not-in-our-copy', 'the nation’s mean of this release'],
  ])
  await bring(await nation())
  expect(await wanted()).toEqual(forward)
})

it('says why nothing leads', async () => {
  await bring(await nation('May 2025', { A_MEAN: 80_000 }))
  await bring(await states(THREE))
  expect((await ranked()).map(({ item, state, note }) => [item, state, note])).toEqual([
    ['', 'not-applicable', 'no state’s published mean is above the nation’s'],
  ])
})

const total = (jobs: number): Oews => ({
  code: '00-0000',
  title: 'All Occupations',
  group: 'total',
  area: ['06', 'California', '2', 'CA'],
  cells: { TOT_EMP: jobs },
})

it('calls a whole re-laid copy by its name, and takes the cap of its period', async () => {
  await bring(await nation())
  const rows = [total(2100), at('06', 'California', 'CA', { A_PCT90: '#', H_PCT90: '#' })]
  await bring(await writeOewsCsv(folder, 'state_M2025_relaid.csv', rows))
  const [release] = await sql`select note, partial from release where source_key = 'oews-state'`
  expect(release?.partial).toBe(false)
  expect(release?.note).toContain('flat file oe.data.0.Current of May 15, 2026')
  expect(release?.note).not.toContain('our copy')
  const found = await placed('US-CA')
  expect(found.find(({ measure }) => measure === 'pay.annual.p90')?.lower).toBe(239_200)
  expect(found.find(({ measure }) => measure === 'pay.hourly.p90')?.lower).toBe(115)
})

it('says of a copy with holes what it lacks, and of an older one the cap of its time', async () => {
  await bring(await nation())
  await bring(
    await writeOewsCsv(folder, 'state_M2021_part.csv', [total(9000), at('06', 'California', 'CA', { A_PCT90: '#' })]),
  )
  const [release] = await sql`select note, partial from release where source_key = 'oews-state'`
  expect(release).toEqual({
    partial: true,
    note: 'Read from a copy in the official columns. It lacks rows: what it lacks is not in our copy.',
  })
  const figures = await sql`select lower from ledger where place_code = 'US-CA' and measure = 'pay.annual.p90'`
  expect(figures.map(({ lower }) => lower)).toEqual([208_000])
})
