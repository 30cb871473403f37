import { rmSync } from 'node:fs'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMULA, GOOD, type Spoil, writeSpoiled } from '@/bin/testing/bad-cells'
import { MAJOR, makeFolder, writeOews, writeReadMe } from '@/bin/testing/fixtures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { openBook } from '../import/book'
import { importBook } from '../import/pipeline'

type Kind = keyof typeof GOOD

let store: TestStore
let sql: Sql
const folder = makeFolder()
const bring = async (path: string, replace = false) =>
  importBook(sql, await openBook(path), { names: new Map(), replace })

/** Everything that an import could have changed, as one hash. */
async function digest(): Promise<string> {
  const tables = [
    'release',
    'role',
    'role_alias',
    'figure',
    'technology',
    'task',
    'related_role',
    'crosswalk',
    'field_of_study',
    'item',
  ]
  const parts = await Promise.all(
    tables.map((table) =>
      sql.unsafe(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`),
    ),
  )
  return parts.map(([row]) => row?.hash).join(' ')
}

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  writeReadMe(folder)
  await bring(
    await writeOews(folder, 'n.xlsx', 'May 2025', [
      MAJOR,
      { code: '15-2011', title: 'Actuaries' },
      { code: '15-2051', title: 'Data Scientists' },
    ]),
  )
  for (const kind of ['crosswalk-acs', 'crosswalk-onet'] as const)
    await bring(await writeSpoiled(folder, GOOD[kind], []))
})
afterAll(async () => {
  await sql.end()
  await store.drop()
  rmSync(folder, { recursive: true })
})

const EMPTY = 'nothing (an empty cell, or a formula saved without its value)'
const DAY = new Date(Date.UTC(2021, 10, 1))

type Case = [kind: Kind, row: number, column: number, value: Spoil['value'], found: string, expected: string]

const SOC = 'a SOC code such as 15-1232'
const ONET = 'an O*NET-SOC code such as 15-1232.00'

const CASES: Case[] = [
  // What spreadsheets make of codes.
  ['crosswalk-acs', 6, 1, '19-2012.00', '"19-2012.00"', SOC],
  ['crosswalk-acs', 6, 1, 'Nov-21', '"Nov-21"', SOC],
  ['crosswalk-acs', 6, 1, DAY, 'the date 2021-11-01', SOC],
  ['crosswalk-acs', 6, 1, 44501, '44501', SOC],
  ['crosswalk-acs', 6, 3, '1200A', '"1200A"', 'a census occupation code such as 1021'],
  ['crosswalk-onet', 6, 1, '15-2011', '"15-2011"', ONET],
  ['crosswalk-onet', 6, 3, 152011, '152011', SOC],
  ['projections', 3, 1, '15-2011 ×', '"15-2011 ×"', SOC],
  ['projections', 3, 1, null, EMPTY, SOC],
  ['education', 3, 1, '15‑2011', '"15‑2011"', SOC],
  ['onet-skills', 2, 0, '15-2011', '"15-2011"', ONET],
  ['onet-skills', 2, 2, 'Reading', '"Reading"', 'an element of O*NET such as 2.A.1.a'],
  ['onet-technology', 2, 0, DAY, 'the date 2021-11-01', ONET],
  ['onet-zones', 2, 0, '15-2011.0', '"15-2011.0"', ONET],
  ['onet-related', 2, 2, '15-2051', '"15-2051"', ONET],
  ['onet-titles', 2, 0, 152011, '152011', ONET],
  ['onet-tasks', 2, 0, '#REF!', 'the error #REF!', ONET],
  ['fields-of-study', 2, 0, '15-2011.00', '"15-2011.00"', SOC],
  ['fields-of-study', 2, 2, 52.1304, '52.1304', 'a CIP code such as 11.0701'],
  ['fields-of-study', 2, 2, '1.0101', '"1.0101"', 'a CIP code such as 11.0701'],
  // Numbers.
  ['projections', 3, 3, '0x10', '"0x10"', 'a number or one of — – -'],
  ['projections', 3, 3, '1e3', '"1e3"', 'a number or one of — – -'],
  [
    'projections',
    3,
    3,
    '81.680',
    '"81.680"',
    'a number of at least 0 with at most 1 digit after the point or one of — – -',
  ],
  ['projections', 3, 3, '1,23', '"1,23"', 'a number or one of — – -'],
  ['projections', 3, 3, '12,34,567', '"12,34,567"', 'a number or one of — – -'],
  ['projections', 3, 3, -1, '-1', 'a number of at least 0 with at most 1 digit after the point or one of — – -'],
  ['projections', 3, 3, 'Infinity', '"Infinity"', 'a number or one of — – -'],
  ['projections', 3, 3, '30.2 thousand', '"30.2 thousand"', 'a number or one of — – -'],
  ['projections', 3, 3, '30 200', '"30 200"', 'a number or one of — – -'],
  ['projections', 3, 6, -101, '-101', 'a number of at least -100 with at most 1 digit after the point or one of — – -'],
  ['projections', 3, 7, 100.1, '100.1', 'a number from 0 to 100 with at most 1 digit after the point or one of — – -'],
  ['projections', 3, 3, FORMULA, EMPTY, 'a number or one of — – -'],
  ['projections', 3, 9, null, EMPTY, 'text'],
  ['projections', 3, 9, DAY, 'the date 2021-11-01', 'text'],
  ['projections', 3, 9, 'Nov-21', '"Nov-21"', 'words or —'],
  ['projections', 3, 2, 'Line', '"Line"', 'one of Line item, Summary'],
  ['education', 3, 5, null, EMPTY, 'a number or one of — – -'],
  ['education', 3, 5, FORMULA, EMPTY, 'a number or one of — – -'],
  ['education', 3, 5, '#N/A', 'the error #N/A', 'a number or one of — – -'],
  ['education', 3, 6, 605, '605', 'a number from 0 to 100 with at most 1 digit after the point or one of — – -'],
  ['cps-people', 7, 1, null, EMPTY, 'a number or one of – — -'],
  ['cps-people', 7, 2, FORMULA, EMPTY, 'a number or one of – — -'],
  ['cps-people', 7, 1, 30.5, '30.5', 'a whole number of at least 0 or one of – — -'],
  ['cps-people', 7, 3, 385, '385', 'a number from 0 to 100 with at most 1 digit after the point or one of – — -'],
  ['cps-people', 7, 0, null, EMPTY, 'text'],
  ['cps-age', 5, 9, 4.5, '4.5', 'a number from 16 to 100 with at most 1 digit after the point or one of – — -'],
  ['cps-age', 5, 4, null, EMPTY, 'a number or one of – — -'],
  ['onet-skills', 2, 6, 5.5, '5.5', 'a number from 1 to 5 with at most 2 digits after the point'],
  ['onet-skills', 3, 6, 7.01, '7.01', 'a number from 0 to 7 with at most 2 digits after the point'],
  ['onet-skills', 2, 6, null, EMPTY, 'a number'],
  ['onet-skills', 2, 7, 8.5, '8.5', 'a whole number from 1 to 1000000'],
  ['onet-skills', 2, 7, null, EMPTY, 'the statistic that belongs to the others of its row'],
  ['onet-skills', 2, 8, FORMULA, EMPTY, 'the statistic that belongs to the others of its row'],
  ['onet-skills', 2, 9, null, EMPTY, 'the statistic that belongs to the others of its row'],
  ['onet-skills', 2, 11, null, EMPTY, 'the statistic that belongs to the others of its row'],
  ['onet-skills', 2, 11, 'y', '"y"', 'one of N, Y'],
  ['onet-skills', 3, 12, null, EMPTY, 'one of N, Y'],
  ['onet-skills', 2, 13, DAY, 'the date 2021-11-01', 'a month such as 08/2023'],
  ['onet-skills', 2, 13, 'Aug-23', '"Aug-23"', 'a month such as 08/2023'],
  ['onet-experience', 2, 6, 12, '12', 'a whole number from 1 to 11'],
  ['onet-experience', 2, 7, 101, '101', 'a number from 0 to 100 with at most 2 digits after the point'],
  ['onet-technology', 2, 6, null, EMPTY, 'one of Y, N'],
  ['onet-zones', 2, 2, 7, '7', 'a whole number from 1 to 5'],
  ['onet-zones', 2, 2, '4th', '"4th"', 'a number'],
  ['onet-related', 2, 5, 40000, '40000', 'a whole number from 1 to 1000'],
  ['onet-titles', 2, 2, '#NAME?', 'the error #NAME?', 'text'],
  ['onet-titles', 2, 2, null, EMPTY, 'text'],
  ['onet-tasks', 2, 2, 0, '0', 'a whole number from 1 to 1000000000'],
  ['onet-tasks', 2, 4, 'Cor', '"Cor"', 'one of Core, Supplemental, n/a'],
]

describe('a cell that is not what its column holds is refused with its place, and nothing is written', () => {
  it.each(CASES)('%s, row %i, column %i: %s', async (kind, row, column, value, found, expected) => {
    const good = GOOD[kind]
    const before = await digest()
    const path = await writeSpoiled(folder, good, [{ row, column, value }])
    const replace = kind.startsWith('crosswalk')
    const message = await bring(path, replace).catch((error: Error) => error.message)
    expect(message).toContain(`${good.file}, sheet "${good.sheet}", row ${row}, column "`)
    expect(message).toContain(`": found ${found}, expected ${expected}`)
    expect(await digest()).toBe(before)
  })
})

const HEADINGS: [kind: Kind, row: number, column: number, heading: string, wrong: string][] = [
  ['crosswalk-acs', 5, 3, 'ACS Code', 'ACS Cod'],
  ['crosswalk-onet', 5, 3, 'NEM Code', 'NEM Cdoe'],
  ['projections', 2, 6, 'Employment change, percent, 2024–34', 'Employment change, per cent, 2024–34'],
  ['projections', 2, 10, 'Work experience in a related occupation', 'Work experience in related occupations'],
  ['education', 2, 6, "Bachelor's degree", 'Bachelors degree'],
  ['cps-people', 5, 2, 'Women', 'Woman'],
  ['cps-age', 3, 9, 'Median age', 'Median Age (years)'],
  ['onet-skills', 1, 8, 'Standard Error', 'Std. Error'],
  ['onet-experience', 1, 6, 'Category', 'Categroy'],
  ['onet-technology', 1, 5, 'Hot Technology', 'Hot Technologies'],
  ['onet-zones', 1, 2, 'Job Zone', 'Jobzone'],
  ['onet-related', 1, 5, 'Index', 'Indx'],
  ['onet-titles', 1, 2, 'Alternate Title', 'Alternative Title'],
  ['onet-tasks', 1, 4, 'Task Type', 'Task Typ'],
  ['fields-of-study', 1, 3, 'CIP2020Title', 'CIP 2020 Title'],
]

/** Where the headings stand, if not in the first row. */
const LINES: Partial<Record<Kind, number[]>> = {
  'crosswalk-acs': [3, 5],
  'crosswalk-onet': [3, 5],
  projections: [1, 2],
  education: [1, 2],
  'cps-people': [1, 3, 4, 5],
  'cps-age': [1, 2, 3],
}

describe('headings', () => {
  it.each(HEADINGS)(
    'of %s that are wrong are named with what was expected',
    async (kind, row, column, heading, wrong) => {
      const path = await writeSpoiled(folder, GOOD[kind], [{ row, column, value: wrong }])
      const message = await bring(path, true).catch((error: Error) => error.message)
      expect(message).toContain(`found "${wrong}", expected "${heading}"`)
      expect(message).toMatch(new RegExp(`sheet "[^"]+", row ${row}: `))
    },
  )

  it.each(Object.keys(GOOD) as Kind[])('of %s are read in any case and with any white space', async (kind) => {
    const { rows } = GOOD[kind]
    const shout = (LINES[kind] ?? [1]).flatMap((row) =>
      (rows[row - 1] ?? []).flatMap((value, column): Spoil[] =>
        typeof value === 'string' ? [{ row, column, value: ` ${value.toUpperCase()}  ` }] : [],
      ),
    )
    const report = await bring(await writeSpoiled(folder, GOOD[kind], shout), true)
    expect(report.kind).toBe(kind)
    expect(report.rowsRead).toBeGreaterThan(1)
  })
})

describe('a whole file', () => {
  it('says on which row a code stands twice', async () => {
    const twice = { ...GOOD.projections, rows: GOOD.projections.rows.toSpliced(3, 0, GOOD.projections.rows[2] ?? []) }
    await expect(bring(await writeSpoiled(folder, twice, []), true)).rejects.toThrow(
      'occupation.xlsx, sheet "Table 1.2", row 4, column "2024 National Employment Matrix code": found "15-2011", expected one row for each: the same stands in row 3',
    )
  })

  it('that has the headings of a kind on a sheet of another name says so', async () => {
    const path = await writeSpoiled(folder, { ...GOOD.education, sheet: 'Tab 5.3' }, [])
    await expect(bring(path)).rejects.toThrow(
      'education.xlsx is nearly education (BLS Employment Projections, Table 5.3: education of workers aged 25 and over): found sheet "Tab 5.3", expected "Table 5.3".',
    )
  })

  it('that has the headings of a kind but not its title says so', async () => {
    const path = await writeSpoiled(folder, GOOD['cps-people'], [{ row: 1, column: 0, value: 'Household data' }])
    await expect(bring(path)).rejects.toThrow(
      'cpsaat11.xlsx has the headings of cps-people (CPS Table 11: employed people by sex, race and ethnicity), but not a title "11. Employed …" and the year beside "Occupation".',
    )
  })

  it('tells a row of a table whose cells were all emptied from a note below it', async () => {
    const path = await writeSpoiled(
      folder,
      GOOD.education,
      GOOD.education.rows[2]?.slice(1).map((_, i) => ({ row: 3, column: i + 1, value: null })) ?? [],
    )
    await expect(bring(path, true)).rejects.toThrow(
      'row 3, column "2022 National Employment Matrix code": found nothing',
    )
  })
})
