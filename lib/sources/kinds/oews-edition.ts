import type { Book } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import { ImportError } from '../import/errors'
import { foldHeading } from '../import/headings'
import type { Edition } from '../import/types'

export const COLUMNS = [
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
] as const

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const METHOD = 'Survey of establishments, model-based since 2021; employees only, the self-employed are not counted.'
const DESCRIPTION = 'Field Descriptions'

export type OewsSource = 'oews-national' | 'oews-state' | 'oews-metro' | 'oews-nonmetro' | 'oews-sector'

/** Which table a row is of, by its industry level and the kind of its area. */
export function sourceOf(columns: Columns, row: Parameters<Columns['text']>[0]): OewsSource {
  const level = columns.oneOf(row, 'I_GROUP', ['cross-industry', 'sector'])
  if (level === 'sector') return 'oews-sector'
  const type = columns.oneOf(row, 'AREA_TYPE', ['1', '2', '3', '4', '6'])
  if (type === '1') return 'oews-national'
  if (type === '4') return 'oews-metro'
  return type === '6' ? 'oews-nonmetro' : 'oews-state'
}

/** `2025-05` from the file's own description, else from the official file name. */
async function periodOf(book: Book): Promise<string> {
  for (const { cells } of await book.head(3, DESCRIPTION)) {
    const [, month = '', year] = /^(\w+) (\d{4}) OEWS/.exec(String(cells[0] ?? '')) ?? []
    if (year && MONTHS.includes(month)) return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`
  }
  const year = /_M(\d{4})_/.exec(book.file)?.[1]
  if (!year)
    throw new ImportError(
      `${book.file} does not say its period; keep the official file name, as in national_M2025_dl.xlsx.`,
    )
  return `${year}-05`
}

/** The wage from which an edition prints `#`. */
export type Cap = { annual?: number; hourly?: number }

/** What is known of the caps of editions, from the first period of each: BLS, field descriptions of the OEWS workbooks. */
const CAPS: readonly (Cap & { from: string })[] = [
  { from: '2022-05', hourly: 115, annual: 239_200 },
  { from: '2021-05', hourly: 100, annual: 208_000 },
]

/** The cap of an edition: the file's own words, or else what is known of its period. */
export async function readCap(book: Book, period: string): Promise<Cap> {
  for (const { cells } of await book.head(80, DESCRIPTION)) {
    const text = cells.map((cell) => cell ?? '').join(' ')
    const [, hourly, annual] = /\$([\d.]+) per hour or \$([\d,]+) per year/.exec(text) ?? []
    if (hourly && annual) return { hourly: Number(hourly), annual: Number(annual.replaceAll(',', '')) }
  }
  const { from: _, ...cap } = CAPS.find(({ from }) => period >= from) ?? { from: '' }
  return cap
}

/** Whether a file is a copy: BLS's own workbooks describe their fields. */
export const isCopy = async (book: Book): Promise<boolean> =>
  !(await book.sheets()).some((sheet) => foldHeading(sheet) === foldHeading(DESCRIPTION))

/** How copies were made and checked, by period, where that is known. */
const COPIES: Record<string, string> = {
  '2025-05':
    'Read from a copy in the official columns, laid out from BLS’s flat file oe.data.0.Current of May 15, 2026; the national table laid out the same way equals BLS’s own workbook in all 16,665 cells, errors and marks included.',
}

/** What a reader is told of a copy. */
export function copyNote(file: string, period: string, partial: boolean): string {
  const made = (/_relaid\./.test(file) && COPIES[period]) || 'Read from a copy in the official columns.'
  return partial ? `${made} It lacks rows: what it lacks is not in our copy.` : made
}

/** The edition of an OEWS file, or undefined for a file of another kind. */
export async function recogniseOews(book: Book): Promise<Edition | undefined> {
  const [header, first] = await book.head(2)
  const headings = new Set(header?.cells.map(foldHeading))
  const known = COLUMNS.filter((column) => headings.has(foldHeading(column))).length
  // A file with a wrong heading or two is of this kind still, so that it can be told which.
  if (!header || !first || known < COLUMNS.length / 2) return undefined
  const columns = readColumns(header, COLUMNS)
  const period = await periodOf(book)
  const [year, month] = period.split('-')
  return {
    source: sourceOf(columns, first),
    period,
    label: `${MONTHS[Number(month) - 1]} ${year}`,
    method: METHOD,
  }
}
