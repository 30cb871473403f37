import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { writeCsv } from 'hucre/csv'

type Cells = (string | number | null)[]

const OEWS = [
  'AREA',
  'AREA_TITLE',
  'AREA_TYPE',
  'PRIM_STATE',
  'NAICS',
  'NAICS_TITLE',
  'I_GROUP',
  'OWN_CODE',
  'OCC_CODE',
  'OCC_TITLE',
  'O_GROUP',
  'TOT_EMP',
  'EMP_PRSE',
  'JOBS_1000',
  'LOC_QUOTIENT',
  'PCT_TOTAL',
  'PCT_RPT',
  'H_MEAN',
  'A_MEAN',
  'MEAN_PRSE',
  'H_PCT10',
  'H_PCT25',
  'H_MEDIAN',
  'H_PCT75',
  'H_PCT90',
  'A_PCT10',
  'A_PCT25',
  'A_MEDIAN',
  'A_PCT75',
  'A_PCT90',
  'ANNUAL',
  'HOURLY',
]

/** What a row of an OEWS fixture says beyond the usual. */
export type Oews = {
  code: string
  title: string
  group?: string
  area?: [string, string, string, string]
  naics?: [string, string]
  cells?: Record<string, string | number>
}

function oewsRow({
  code,
  title,
  group = 'detailed',
  area = ['99', 'U.S.', '1', 'US'],
  naics,
  cells = {},
}: Oews): Cells {
  const usual: Record<string, string | number | null> = {
    AREA: area[0],
    AREA_TITLE: area[1],
    AREA_TYPE: area[2],
    PRIM_STATE: area[3],
    NAICS: naics?.[0] ?? '000000',
    NAICS_TITLE: naics?.[1] ?? 'Cross-industry',
    I_GROUP: naics ? 'sector' : 'cross-industry',
    OWN_CODE: '1235',
    OCC_CODE: code,
    OCC_TITLE: title,
    O_GROUP: group,
    TOT_EMP: 2000,
    EMP_PRSE: 1.5,
    H_MEAN: 30,
    A_MEAN: 62400,
    MEAN_PRSE: 0.5,
    H_PCT10: 15,
    H_PCT25: 20,
    H_MEDIAN: 28,
    H_PCT75: 38,
    H_PCT90: 50,
    A_PCT10: 31200,
    A_PCT25: 41600,
    A_MEDIAN: 58240,
    A_PCT75: 79040,
    A_PCT90: 104000,
    ANNUAL: '',
    HOURLY: '',
  }
  return OEWS.map((column) => cells[column] ?? usual[column] ?? null)
}

/** A new folder of one's own. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'rolebook-fixture-'))

/** Writes a workbook of these sheets and returns its path. */
export async function writeBook(folder: string, name: string, sheets: Record<string, Cells[]>): Promise<string> {
  const path = join(folder, name)
  writeFileSync(
    path,
    await writeXlsx({ sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })) }),
  )
  return path
}

/** An OEWS file in the publisher's layout, its period in the description as there. */
export function writeOews(folder: string, name: string, period: string, rows: readonly Oews[]): Promise<string> {
  return writeBook(folder, name, {
    [name.replace('.xlsx', '')]: [OEWS, ...rows.map(oewsRow)],
    'Field Descriptions': [
      [`${period} OEWS Estimates`],
      ['#', 'indicates a wage equal to or greater than $115.00 per hour or $239,200 per year'],
    ],
  })
}

/** The same as a copy in CSV, without the publisher's description. */
export function writeOewsCsv(folder: string, name: string, rows: readonly Oews[]): string {
  const path = join(folder, name)
  writeFileSync(path, writeCsv([OEWS, ...rows.map(oewsRow)].map((cells) => cells.map((cell) => cell ?? ''))))
  return path
}

/** The note that lies beside every file of O*NET's. */
export const writeReadMe = (folder: string, version = '29.3') =>
  writeFileSync(join(folder, 'Read Me.txt'), `O*NET ${version} Database\nMay 2025 Release\n----------------\n`)

export const MAJOR: Oews = { code: '15-0000', title: 'Computer and Mathematical Occupations', group: 'major' }
export const SUPPORT: Oews = { code: '15-1232', title: 'Computer User Support Specialists' }
