import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'

type Value = string | number | Date | null
/** A formula that was saved without what it gives. */
export const FORMULA = Symbol('formula')

/** A small official file: its one sheet with titles, headings and good rows. */
export type Good = { file: string; sheet: string; rows: Value[][] }

/** What is put where in a good file: the row as a spreadsheet counts, the column by its number from 0. */
export type Spoil = { row: number; column: number; value: Value | typeof FORMULA }

/** Writes a good file with some cells spoiled and returns its path. */
export async function writeSpoiled(
  folder: string,
  { file, sheet, rows }: Good,
  spoil: readonly Spoil[],
): Promise<string> {
  const copy = rows.map((row) => [...row])
  const cells = new Map<string, { formula: string; value: null }>()
  for (const { row, column, value } of spoil) {
    const cell = copy[row - 1]
    if (!cell) throw new Error(`${file} has no row ${row}`)
    if (value === FORMULA) cells.set(`${row - 1},${column}`, { formula: 'A1+1', value: null })
    cell[column] = value === FORMULA ? null : value
  }
  const path = join(folder, file)
  writeFileSync(path, await writeXlsx({ sheets: [{ name: sheet, rows: copy, cells }] }))
  return path
}

const RATING = [
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
]
const ACTUARY = ['15-2011.00', 'Actuaries']
const rated = (...rest: Value[]): Value[] => [...ACTUARY, ...rest]

/** A good file of each kind but those of OEWS, all about actuaries. */
export const GOOD = {
  'crosswalk-acs': {
    file: 'acs.xlsx',
    sheet: 'NEM SOC ACS crosswalk',
    rows: [
      ['Bureau of Labor Statistics'],
      ['Office'],
      ['As of 9/6/2024'],
      ['what it joins'],
      ['Sort Order', 'Matrix Occupation Code', 'Matrix Occupation Title', 'ACS Code', 'ACS Occupational Title'],
      [1, '15-2011', 'Actuaries', 1200, 'Actuaries'],
    ],
  },
  'crosswalk-onet': {
    file: 'onet.xlsx',
    sheet: 'ONET to SOC crosswalk',
    rows: [
      ['Bureau of Labor Statistics'],
      ['Office'],
      ['As of 9/6/2024'],
      ['what it joins'],
      ['Sort Order', 'O*NET-SOC Code', 'O*NET-SOC Title', 'NEM Code', 'National Employment Matrix Occupational Title'],
      [1, '15-2011.00', 'Actuaries', '15-2011', 'Actuaries'],
    ],
  },
  projections: {
    file: 'occupation.xlsx',
    sheet: 'Table 1.2',
    rows: [
      ['Table 1.2 Occupational projections, 2024–2034, and worker characteristics, 2024 (Employment in thousands)'],
      [
        '2024 National Employment Matrix title',
        '2024 National Employment Matrix code',
        'Occupation type',
        'Employment, 2024',
        'Employment, 2034',
        'Employment change, numeric, 2024–34',
        'Employment change, percent, 2024–34',
        'Percent self employed, 2024',
        'Occupational openings, 2024–34 annual average',
        'Typical education needed for entry',
        'Work experience in a related occupation',
        'Typical on-the-job training needed to attain competency in the occupation',
      ],
      ['Actuaries', '15-2011', 'Line item', 30.2, 36.8, -6.6, -21.8, '—', 2.4, "Bachelor's degree", 'None', 'None'],
      ['Footnotes:'],
      ['[1] a note'],
    ],
  },
  education: {
    file: 'education.xlsx',
    sheet: 'Table 5.3',
    rows: [
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
      ['Actuaries', '15-2011', 0.1, 1, 2, 1.4, 60.5, 30, 5],
      ['Footnotes:', null, null, null, null, null, null, null, null],
    ],
  },
  'cps-people': {
    file: 'cpsaat11.xlsx',
    sheet: 'cpsaat11',
    rows: [
      ['HOUSEHOLD DATA\n11. Employed people by detailed occupation, sex, race, and Hispanic or Latino ethnicity'],
      ['[Numbers in thousands]'],
      ['Occupation', 2025],
      [null, 'Total\nemployed', 'Percent of total employed'],
      [null, null, 'Women', 'White', 'Black or\nAfrican\nAmerican', 'Asian', 'Hispanic\nor Latino'],
      ['Total, 16 years and over', 163493, 47.1, 75.7, 12.7, 7.5, 20],
      ['Actuaries', 30, '–', '–', '–', '–', '–'],
      ['NOTE: Estimates for the above race groups'],
    ],
  },
  'cps-age': {
    file: 'cpsaat11b.xlsx',
    sheet: 'cpsaat11b',
    rows: [
      ['HOUSEHOLD DATA\n11b. Employed people by detailed occupation and age'],
      ['Occupation', '2025'],
      [
        null,
        'Total, 16 years and over',
        '16 to 19 years',
        '20 to 24 years',
        '25 to 34 years',
        '35 to 44 years',
        '45 to 54 years',
        '55 to 64 years',
        '65 years and over',
        'Median age',
      ],
      ['Total employed', 163493, 5551, 14347, 36276, 37036, 32304, 26605, 11374, 42.1],
      ['Actuaries', 30, 0, 2, 12, 8, 4, 3, 1, '–'],
    ],
  },
  'onet-skills': {
    file: 'Skills.xlsx',
    sheet: 'Skills',
    rows: [
      [...RATING, 'Not Relevant', 'Date', 'Domain Source'],
      rated('2.A.1.a', 'Reading', 'IM', 'Importance', 4.12, 8, 0.13, 3.88, 4.37, 'N', null, '08/2023', 'Analyst'),
      rated('2.A.1.a', 'Reading', 'LV', 'Level', 4.62, 8, 0.18, 4.27, 4.98, 'N', 'N', '08/2023', 'Analyst'),
    ],
  },
  'onet-experience': {
    file: 'Education, Training, and Experience.xlsx',
    sheet: 'Education, Training, and Experi',
    rows: [
      [...RATING.slice(0, 6), 'Category', ...RATING.slice(6), 'Date', 'Domain Source'],
      rated('3.A.1', 'Experience', 'RW', 'Bands', 1, 12.5, 30, 4.1, 5.2, 22.3, 'N', '08/2023', 'Incumbent'),
    ],
  },
  'onet-technology': {
    file: 'Technology Skills.xlsx',
    sheet: 'Technology Skills',
    rows: [
      ['O*NET-SOC Code', 'Title', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
      rated('Microsoft Excel', 43232110, 'Spreadsheet software', 'Y', 'N'),
    ],
  },
  'onet-zones': {
    file: 'Job Zones.xlsx',
    sheet: 'Job Zones',
    rows: [['O*NET-SOC Code', 'Title', 'Job Zone', 'Date', 'Domain Source'], rated(5, '08/2023', 'Analyst')],
  },
  'onet-related': {
    file: 'Related Occupations.xlsx',
    sheet: 'Related Occupations',
    rows: [
      ['O*NET-SOC Code', 'Title', 'Related O*NET-SOC Code', 'Related Title', 'Relatedness Tier', 'Index'],
      rated('15-2051.01', 'Business Intelligence Analysts', 'Primary-Short', 1),
    ],
  },
  'onet-titles': {
    file: 'Alternate Titles.xlsx',
    sheet: 'Alternate Titles',
    rows: [
      ['O*NET-SOC Code', 'Title', 'Alternate Title', 'Short Title', 'Source(s)'],
      rated('Actuarial Analyst', null, '08'),
    ],
  },
  'onet-tasks': {
    file: 'Task Statements.xlsx',
    sheet: 'Task Statements',
    rows: [
      ['O*NET-SOC Code', 'Title', 'Task ID', 'Task', 'Task Type', 'Incumbents Responding', 'Date', 'Domain Source'],
      rated(1, 'Reckon risks.', 'Core', 30, '08/2023', 'Incumbent'),
    ],
  },
  'fields-of-study': {
    file: 'CIP2020_SOC2018_Crosswalk.xlsx',
    sheet: 'SOC-CIP',
    rows: [
      ['SOC2018Code', 'SOC2018Title', 'CIP2020Code', 'CIP2020Title'],
      ['15-2011', 'Actuaries', '52.1304', 'Actuarial Science.'],
    ],
  },
} satisfies Record<string, Good>
