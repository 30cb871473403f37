import { rmSync } from 'node:fs'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAJOR, makeFolder, type Oews, writeBook, writeOews, writeReadMe } from '@/bin/testing/fixtures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { openBook } from '../import/book'
import { importBook, type Report } from '../import/pipeline'

const OCCUPATIONS: Oews[] = [
  { code: '11-1011', title: 'Chief Executives' },
  { code: '15-2011', title: 'Actuaries' },
  { code: '15-2051', title: 'Data Scientists' },
  { code: '21-1018', title: 'Substance Abuse, Behavioral Disorder, and Mental Health Counselors' },
  { code: '23-1011', title: 'Lawyers' },
  { code: '31-1120', title: 'Home Health and Personal Care Aides' },
]
const FAMILIES: Oews[] = ['11', '21', '23', '31'].map((code) => ({
  code: `${code}-0000`,
  title: `Group ${code} Occupations`,
  group: 'major',
}))

let store: TestStore
let sql: Sql
const folder = makeFolder()
const bring = async (path: string): Promise<Report> => importBook(sql, await openBook(path), { names: new Map() })
const figures = (code: string, measure: string) => sql`
  select item, specialty, state, value, text, note, survey_group, group_size, n, se, lower, upper from figure f join role r on r.id = f.role_id
  where code = ${code} and measure = ${measure} order by specialty, item`

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  writeReadMe(folder)
  await bring(await writeOews(folder, 'n.xlsx', 'May 2025', [MAJOR, ...FAMILIES, ...OCCUPATIONS]))
  const head = (title: string) => [[title], ['Office'], ['As of 9/6/2023'], ['what it joins']]
  await bring(
    await writeBook(folder, 'acs.xlsx', {
      'NEM SOC ACS crosswalk': [
        ...head('American Community Survey'),
        ['Sort Order', 'Matrix Occupation Code', 'Matrix Occupation Title', 'ACS Code', 'ACS Occupational Title'],
        [1, '11-1011', 'Chief executives', 10, 'Chief executives and legislators'],
        [2, '15-2011', 'Actuaries', 20, 'Actuaries'],
        [3, '23-1011', 'Lawyers', 30, 'Lawyers, and judges, magistrates, and other judicial workers'],
        [4, '31-1120', 'Home health and personal care aides', 40, 'Home health aides'],
        [5, '31-1120', 'Home health and personal care aides', 41, 'Personal care aides'],
      ],
    }),
  )
  await bring(
    await writeBook(folder, 'onet.xlsx', {
      'ONET to SOC crosswalk': [
        ...head('O*NET-SOC'),
        [
          'Sort Order',
          'O*NET-SOC Code',
          'O*NET-SOC Title',
          'NEM Code',
          'National Employment Matrix Occupational Title',
        ],
        [1, '15-2011.00', 'Actuaries', '15-2011', 'Actuaries'],
        [2, '15-2051.01', 'Business Intelligence Analysts', '15-2051', 'Data scientists'],
        [3, '15-2051.02', 'Clinical Data Managers', '15-2051', 'Data scientists'],
        [4, '21-1011.00', 'Substance Abuse Counselors', '21-1018', 'Counselors'],
        [5, '21-1014.00', 'Mental Health Counselors', '21-1018', 'Counselors'],
        [6, '11-1011.00', 'Chief Executives', '11-1011', 'Chief executives'],
        [7, '11-1011.03', 'Chief Sustainability Officers', '11-1011', 'Chief executives'],
      ],
    }),
  )
})
afterAll(async () => {
  await sql.end()
  await store.drop()
  rmSync(folder, { recursive: true })
})

it('reads projections: years from the headings, dashes, leading spaces, no summary rows', async () => {
  const heading = (base: number, target: number) => [
    `${base} National Employment Matrix title`,
    `${base} National Employment Matrix code`,
    'Occupation type',
    `Employment, ${base}`,
    `Employment, ${target}`,
    `Employment change, numeric, ${base}–${target - 2000}`,
    `Employment change, percent, ${base}–${target - 2000}`,
    `Percent self employed, ${base}`,
    `Occupational openings, ${base}–${target - 2000} annual average`,
    'Typical education needed for entry',
    'Work experience in a related occupation',
    'Typical on-the-job training needed to attain competency in the occupation',
  ]
  const rows = (base: number, target: number) => [
    [
      `Table 1.2 Occupational projections, ${base}–${target}, and worker characteristics, ${base} (Employment in thousands)`,
    ],
    heading(base, target),
    ['Total, all occupations', '00-0000', 'Summary', 100, 110, 10, 10, 5, 9, '—', '—', '—'],
    [
      '      Actuaries',
      '15-2011',
      'Line item',
      30.2,
      36.8,
      6.6,
      21.8,
      '—',
      2.4,
      "Bachelor's degree",
      'None',
      'Long-term on-the-job training',
    ],
    ['    Nobodies', '99-9999', 'Line item', 1, 1, 0, 0, 0, 0, '—', '—', '—'],
    ['Footnotes:'],
  ]
  const report = await bring(
    await writeBook(folder, 'p.xlsx', { Index: [['contents']], 'Table 1.2': rows(2024, 2034) }),
  )
  expect(report.release).toBe('ep-projections-2024')
  expect(report.unplaced.map(({ reason }) => reason)).toEqual(['99-9999 Nobodies is no occupation of the OEWS'])
  expect((await figures('15-2011', 'projection.growth'))[0]).toMatchObject({ state: 'published', value: 21.8 })
  expect((await figures('15-2011', 'projection.self-employed'))[0]).toMatchObject({
    state: 'not-published',
    value: null,
  })
  expect((await figures('15-2011', 'entry.education'))[0]).toMatchObject({ text: "Bachelor's degree" })
  const next = await bring(await writeBook(folder, 'p2.xlsx', { 'Table 1.2': rows(2025, 2035) }))
  expect(next.release).toBe('ep-projections-2025')
})

it('reads education: a wider group is named, dashes are not published, footers are no rows', async () => {
  const report = await bring(
    await writeBook(folder, 'e.xlsx', {
      'Table 5.3': [
        ['Table 5.3 Educational attainment for workers 25 years and older by detailed occupation, 2019 and 2021'],
        [
          '2022 National Employment Matrix title',
          '2022 National Employment Matrix code',
          'Less than high school diploma',
          'High school diploma or equivalent',
          'Some college, no degree',
          "Associate's degree",
          "Bachelor's degree",
          "Master's degree",
          'Doctoral or professional degree',
        ],
        ['Total, all occupations', '00-0000', 1, 2, 3, 4, 5, 6, 7],
        ['Actuaries', '15-2011', 0.1, 1, 2, '—', 60.5, 30, 5],
        ['Chief executives(1)', '11-1011', 0.1, 1, 2, 3, 50.5, 30, 5],
        ['Home health and personal care aides(1)', '31-1120', 9, 35, 25, 9.5, 10.1, 2.6, 0.7],
        ['Data scientists(1)', '15-2051', 0.1, 1, 2, 3, 50.5, 30, 5],
        ['Footnotes:', null, null, null, null, null, null, null, null],
      ],
    }),
  )
  const rows = await figures('15-2011', 'education.share')
  expect(rows.find(({ item }) => item === 'bachelor')).toMatchObject({
    value: 60.5,
    survey_group: null,
  })
  expect(rows.find(({ item }) => item === 'associate')).toMatchObject({ state: 'not-published', value: null })
  const group = async (code: string) => (await figures(code, 'education.share'))[0]
  expect(await group('11-1011')).toMatchObject({ survey_group: 'Chief executives and legislators', group_size: 1 })
  expect(await group('31-1120')).toMatchObject({
    survey_group: 'Home health aides; Personal care aides',
    group_size: 1,
  })
  expect(report.unplaced.map(({ row, reason }) => [row, reason])).toEqual([
    [
      7,
      '15-2051 Data scientists(1) is counted in a wider group, which the crosswalk to census occupations does not name',
    ],
  ])
})

it('joins CPS titles through the census title, then the own title; adds nothing up', async () => {
  const report = await bring(
    await writeBook(folder, 'cpsaat11.xlsx', {
      cpsaat11: [
        [
          'HOUSEHOLD DATA\r\nANNUAL AVERAGES\r\n11. Employed persons by detailed occupation, sex, race, and Hispanic or Latino ethnicity',
        ],
        ['[Numbers in thousands]'],
        ['Occupation', 2022],
        [null, 'Total\r\nemployed', 'Percent of total employed'],
        [null, null, 'Women', 'White', 'Black or\r\nAfrican\r\nAmerican', 'Asian', 'Hispanic\r\nor Latino'],
        ['Total, 16 years and over', 158291, 46.8, 77, 12.6, 6.7, 18.5],
        ['Chief executives and legislators', 1780, 29.2, 85.9, 5.9, 6.7, 6.8],
        ['Actuaries', 30, '–', '–', '–', '–', '–'],
        ['Lawyers', 1100, 38.5, 86, 5, 6, 6],
        ['Home health aides', 500, 88, 50, 35, 8, 20],
        ['Personal care aides', 900, 80, 60, 25, 9, 22],
        ['NOTE: Estimates for the above race groups'],
      ],
    }),
  )
  expect(await figures('11-1011', 'people.share')).toContainEqual(
    expect.objectContaining({
      item: 'women',
      value: 29.2,
      survey_group: 'Chief executives and legislators',
      group_size: 1,
    }),
  )
  expect((await figures('15-2011', 'people.share')).map(({ state }) => state)).toEqual(Array(5).fill('not-published'))
  expect(await figures('23-1011', 'people.share')).toContainEqual(
    expect.objectContaining({ item: 'women', value: 38.5, survey_group: null, group_size: null }),
  )
  expect(await figures('31-1120', 'people.share')).toEqual([])
  expect(report.unplaced.map(({ reason }) => reason).join('\n')).toContain(
    '31-1120 Home Health and Personal Care Aides has several groups (home health aides; personal care aides); nothing is added up',
  )
})

const RATINGS = [
  'O*NET-SOC Code',
  'Title',
  'Element ID',
  'Element Name',
  'Scale ID',
  'Scale Name',
  'Data Value',
  'N',
  'Standard Error',
  'Lower CI Bound',
  'Upper CI Bound',
  'Recommend Suppress',
  'Not Relevant',
  'Date',
  'Domain Source',
]
const rating = (
  code: string,
  scale: string,
  value: number,
  rest: (string | number | null)[] = [28, 0.1, 3.5, 4.5, 'N', scale === 'LV' ? 'N' : null],
) => [code, 'Title', '2.C.1.a', 'Administration', scale, 'Scale', value, ...rest, '08/2023', 'Incumbent']

it('reads ratings: suppressed, not relevant, blank statistics, specialties by name and never an average', async () => {
  const report = await bring(
    await writeBook(folder, 'Knowledge.xlsx', {
      Knowledge: [
        RATINGS,
        rating('11-1011.00', 'IM', 4.78),
        rating('11-1011.00', 'LV', 6.5, [28, 0.2, 6, 7, 'N', 'Y']),
        rating('11-1011.03', 'IM', 2),
        rating('15-2011.00', 'IM', 4, [28, 0.9, 1, 5, 'Y', null]),
        rating('15-2051.01', 'IM', 3, [null, null, null, null, null, null]),
        rating('15-2051.02', 'IM', 5),
        rating('21-1011.00', 'IM', 3.1),
        rating('21-1014.00', 'IM', 3.3),
        rating('55-1011.00', 'IM', 3.3),
        rating('55-1011.00', 'LV', 3.3),
      ],
    }),
  )
  expect(await figures('11-1011', 'knowledge.importance')).toEqual([
    expect.objectContaining({
      specialty: '',
      value: 4.78,
      n: 28,
      se: 0.1,
      lower: 3.5,
      upper: 4.5,
      note: 'Incumbent, 08/2023',
    }),
  ])
  expect((await figures('11-1011', 'knowledge.level'))[0]).toMatchObject({ state: 'not-applicable', value: null })
  expect((await figures('15-2011', 'knowledge.importance'))[0]).toMatchObject({ state: 'suppressed', value: null })
  expect(
    (await figures('15-2051', 'knowledge.importance')).map(({ specialty, value, se }) => [specialty, value, se]),
  ).toEqual([
    ['15-2051.01', 3, null],
    ['15-2051.02', 5, 0.1],
  ])
  expect((await figures('21-1018', 'knowledge.importance')).map(({ specialty }) => specialty)).toEqual([
    '21-1011.00',
    '21-1014.00',
  ])
  expect((await sql`select name from item where code = '15-2051.01'`)[0]?.name).toBe('Business Intelligence Analysts')
  expect(report.unplaced).toEqual([
    expect.objectContaining({ row: 10, reason: '55-1011.00 Title belongs to no occupation of the OEWS (2 rows)' }),
  ])
})

it('refuses what its column does not hold, with the place', async () => {
  const bad = await writeBook(folder, 'Job Zones.xlsx', {
    'Job Zones': [
      ['O*NET-SOC Code', 'Title', 'Job Zone', 'Date', 'Domain Source'],
      ['15-2011.00', 'Actuaries', 7, '08/2023', 'Analyst'],
    ],
  })
  await expect(bring(bad)).rejects.toThrow(
    'Job Zones.xlsx, sheet "Job Zones", row 2, column "Job Zone": found 7, expected a whole number from 1 to 5',
  )
})

it('asks for the note that names the version', async () => {
  const alone = makeFolder()
  const path = await writeBook(alone, 'Job Zones.xlsx', {
    'Job Zones': [
      ['O*NET-SOC Code', 'Title', 'Job Zone', 'Date', 'Domain Source'],
      ['15-2011.00', 'Actuaries', 4, '08/2023', 'Analyst'],
    ],
  })
  await expect(bring(path)).rejects.toThrow(`keep the database's "Read Me.txt" beside it`)
  rmSync(alone, { recursive: true })
})

it('knows a role by each name in a title, and as in demand what is so for the occupation, not for one specialty', async () => {
  await bring(
    await writeBook(folder, 'Alternate Titles.xlsx', {
      s: [
        ['O*NET-SOC Code', 'Title', 'Alternate Title', 'Short Title', 'Source(s)'],
        ['11-1011.00', 'Chief Executives', 'CEO (Chief Executive Officer)', null, '08'],
        ['11-1011.03', 'x', 'Chief Sustainability Officer', 'CSO', '08'],
      ],
    }),
  )
  const names =
    await sql`select a.name from role_alias a join role r on r.id = a.role_id where code = '11-1011' and a.kind = 'alternate' order by 1`
  expect(names.map(({ name }) => name)).toEqual([
    'CEO',
    'CEO (Chief Executive Officer)',
    'CSO',
    'Chief Executive Officer',
    'Chief Sustainability Officer',
  ])
  await bring(
    await writeBook(folder, 'Technology Skills.xlsx', {
      s: [
        ['O*NET-SOC Code', 'Title', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
        ['15-2051.01', 'x', 'Python', 1, 'c', 'Y', 'Y'],
        ['15-2051.02', 'x', 'Python', 1, 'c', 'Y', 'Y'],
        ['15-2051.02', 'x', 'Tableau', 1, 'c', 'Y', 'Y'],
        ['15-2011.00', 'x', 'R', 1, 'c', 'Y', 'N'],
        ['15-2011.00', 'x', 'SAS', 1, 'c', 'N', 'Y'],
        ['15-2011.01', 'x', 'R', 1, 'c', 'Y', 'Y'],
      ],
    }),
  )
  const tools =
    await sql`select t.name, hot, in_demand as wanted from technology t join role r on r.id = t.role_id where code in ('15-2011', '15-2051') order by 1`
  expect([...tools]).toEqual([
    { name: 'Python', hot: true, wanted: true },
    { name: 'R', hot: true, wanted: false },
    { name: 'SAS', hot: false, wanted: true },
    { name: 'Tableau', hot: true, wanted: false },
  ])
})

it('ranks the titles that workers report: those shown to job seekers first, each by its full name', async () => {
  await bring(
    await writeBook(folder, 'Sample of Reported Titles.xlsx', {
      s: [
        ['O*NET-SOC Code', 'Title', 'Reported Job Title', 'Shown in My Next Move'],
        ['11-1011.00', 'x', 'Aldermanic Liaison', 'N'],
        ['11-1011.03', 'x', 'Sustainability Director', 'Y'],
        ['11-1011.03', 'x', 'Green Lead', 'N'],
        ['11-1011.00', 'x', 'COO (Chief Operating Officer)', 'Y'],
        ['11-1011.00', 'x', 'Executive Vice President (EVP)', 'Y'],
      ],
    }),
  )
  const names =
    await sql`select a.name from role_alias a join role r on r.id = a.role_id where code = '11-1011' and a.rank is not null order by a.rank, a.name`
  expect(names.map(({ name }) => name)).toEqual([
    'Chief Operating Officer',
    'Executive Vice President',
    'Sustainability Director',
    'Aldermanic Liaison',
    'Green Lead',
  ])
})

it('reads fields of study: merged occupations through their parts, no match as none, codes that are none of ours told', async () => {
  const report = await bring(
    await writeBook(folder, 'CIP2020_SOC2018_Crosswalk.xlsx', {
      'File Guide': [['File Name', 'Description']],
      'CIP-SOC': [['CIP2020Code', 'CIP2020Title', 'SOC2018Code', 'SOC2018Title']],
      'SOC-CIP': [
        ['SOC2018Code', 'SOC2018Title', 'CIP2020Code', 'CIP2020Title'],
        ['15-2011', 'Actuaries', '52.1304', 'Actuarial Science.'],
        ['21-1011', 'Substance Abuse Counselors', '51.1501', 'Substance Abuse/Addiction Counseling.'],
        ['21-1014', 'Mental Health Counselors', '99.9999', 'NO MATCH'],
        ['23-1011', 'Lawyers', '99.9999', 'NO MATCH'],
        ['55-1011', 'Air Crew Officers', '28.0101', 'Air Force.'],
      ],
    }),
  )
  expect(report).toMatchObject({ release: 'fields-of-study-2020', occupations: { matched: 3 } })
  expect(report.unplaced.map(({ row, reason }) => [row, reason])).toEqual([
    [6, '55-1011 Air Crew Officers is no occupation of the OEWS'],
  ])
  const found = await sql`select r.code, cip, title from field_of_study f join role r on r.id = f.role_id order by 1`
  expect([...found]).toEqual([
    { code: '15-2011', cip: '52.1304', title: 'Actuarial Science' },
    { code: '21-1018', cip: '51.1501', title: 'Substance Abuse/Addiction Counseling' },
    { code: '23-1011', cip: '99.9999', title: '' },
  ])
})
