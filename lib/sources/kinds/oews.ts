import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import { ImportError } from '../import/errors'
import type { Context, Edition, FigureRow, ImportKind, Sink } from '../import/types'

const COLUMNS = [
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

const PERCENTILES = [
  ['p10', 'PCT10'],
  ['p25', 'PCT25'],
  ['median', 'MEDIAN'],
  ['p75', 'PCT75'],
  ['p90', 'PCT90'],
] as const
const PLACE_KINDS = { 1: 'nation', 2: 'state', 3: 'territory', 4: 'metro', 6: 'nonmetro' } as const
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
const RELAID = 're-laid copy, marker inferred'

type Source = 'oews-national' | 'oews-state' | 'oews-metro' | 'oews-sector'

/** What a survey file reads as: its table, by the first row of figures. */
function sourceOf(columns: Columns, row: Row): Source {
  if (columns.text(row, 'I_GROUP') !== 'cross-industry') return 'oews-sector'
  const type = columns.text(row, 'AREA_TYPE')
  if (type === '1') return 'oews-national'
  return type === '4' || type === '6' ? 'oews-metro' : 'oews-state'
}

/** `2025-05` from the file's own description, else from the official file name. */
async function periodOf(book: Book): Promise<string> {
  for (const { cells } of await book.head(3, 'Field Descriptions')) {
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

/** The wage above which this edition prints `#`, a year and an hour, from the file's own description. */
async function readCap(book: Book): Promise<{ annual?: number; hourly?: number }> {
  for (const { cells } of await book.head(80, 'Field Descriptions')) {
    const text = cells.map((cell) => cell ?? '').join(' ')
    const [, hourly, annual] = /\$([\d.]+) per hour or \$([\d,]+) per year/.exec(text) ?? []
    if (hourly && annual) return { hourly: Number(hourly), annual: Number(annual.replaceAll(',', '')) }
  }
  return {}
}

async function recognise(book: Book): Promise<Edition | undefined> {
  const [header, first] = await book.head(2)
  if (!header || !first || header.cells[0] !== 'AREA' || header.cells[8] !== 'OCC_CODE') return undefined
  const columns = readColumns(header, COLUMNS)
  const period = await periodOf(book)
  const [year, month] = period.split('-')
  const relaid = (await book.head(1, 'Field Descriptions')).length === 0 || header.sheet === book.file
  return {
    source: sourceOf(columns, first),
    period,
    label: `${MONTHS[Number(month) - 1]} ${year}`,
    method: METHOD,
    ...(relaid ? { note: `From a ${RELAID}: what it lacks is not in our copy.` } : {}),
  }
}

type Cap = Awaited<ReturnType<typeof readCap>>
type Base = Pick<FigureRow, 'role' | 'place' | 'industry' | 'note'>

/** One cell of pay as a figure. `only` is the period that alone is published, where the row says so. */
function payFigure(
  columns: Columns,
  row: Row,
  base: Base,
  period: 'annual' | 'hourly',
  key: string,
  suffix: string,
  cap: Cap,
): FigureRow {
  const measure = `pay.${period}.${key}`
  const flag = columns.optionalText(row, period === 'annual' ? 'HOURLY' : 'ANNUAL')
  const column = `${period === 'annual' ? 'A' : 'H'}_${suffix}`
  const value = columns.numberOr(row, column, ['#', '*'])
  if (value === '#') {
    const lower = cap[period]
    return { ...base, measure, state: 'top-coded', ...(lower === undefined ? {} : { lower }) }
  }
  if (value === '*' || value === undefined) {
    return { ...base, measure, state: flag?.toUpperCase() === 'TRUE' ? 'not-applicable' : 'not-published' }
  }
  const rse = key === 'mean' ? columns.optionalNumber(row, 'MEAN_PRSE') : undefined
  return { ...base, measure, state: 'published', value, ...(rse === undefined ? {} : { rse }) }
}

function employment(columns: Columns, row: Row, base: Base): FigureRow {
  const value = columns.numberOr(row, 'TOT_EMP', ['**'])
  if (value === '**' || value === undefined) return { ...base, measure: 'employment', state: 'not-published' }
  const rse = columns.optionalNumberOr(row, 'EMP_PRSE', ['**'])
  return { ...base, measure: 'employment', state: 'published', value, ...(typeof rse === 'number' ? { rse } : {}) }
}

function* figuresOf(source: Source, columns: Columns, row: Row, base: Base, cap: Cap): Generator<FigureRow> {
  yield employment(columns, row, base)
  const periods = source === 'oews-national' ? (['annual', 'hourly'] as const) : (['annual'] as const)
  for (const period of periods) {
    yield payFigure(columns, row, base, period, 'mean', 'MEAN', cap)
    const wanted = source === 'oews-sector' ? PERCENTILES.filter(([key]) => key === 'median') : PERCENTILES
    for (const [key, suffix] of wanted) yield payFigure(columns, row, base, period, key, suffix, cap)
  }
}

async function writePlace(columns: Columns, row: Row, source: Source, sink: Sink): Promise<string> {
  const type = columns.oneOf(row, 'AREA_TYPE', ['1', '2', '3', '4', '6'])
  const kind = PLACE_KINDS[Number(type) as keyof typeof PLACE_KINDS]
  if (kind === 'nation') return 'US'
  const state = columns.text(row, 'PRIM_STATE')
  const code = source === 'oews-metro' ? `M${columns.text(row, 'AREA')}` : `US-${state}`
  await sink.write('place', {
    code,
    kind,
    name: columns.text(row, 'AREA_TITLE'),
    parent: source === 'oews-metro' ? `US-${state}` : 'US',
  })
  return code
}

async function read(book: Book, edition: Edition, context: Context, sink: Sink): Promise<void> {
  const source = edition.source as Source
  const cap = await readCap(book)
  const national = source === 'oews-national'
  const known = national ? undefined : await context.occupations()
  const relaid = edition.note !== undefined
  let columns: Columns | undefined
  const seen = new Set<string>()
  for await (const row of book.rows()) {
    if (!columns) {
      columns = readColumns(row, COLUMNS)
      continue
    }
    const group = columns.text(row, 'O_GROUP')
    const role = columns.text(row, 'OCC_CODE')
    if (national && group === 'major')
      await sink.write('family', { code: role.slice(0, 2), name: columns.text(row, 'OCC_TITLE') })
    if (group !== 'detailed') continue
    if (!national && sourceOf(columns, row) !== source) columns.fail(row, 'AREA_TYPE', `rows of ${source} only`)
    if (known && !known.has(role)) {
      sink.unplaced(row, `${role} ${columns.text(row, 'OCC_TITLE')} is no occupation of the national file`)
      continue
    }
    if (national)
      await sink.write('occupation', { code: role, name: columns.text(row, 'OCC_TITLE'), family: role.slice(0, 2) })
    const place = await writePlace(columns, row, source, sink)
    const industry = source === 'oews-sector' ? columns.text(row, 'NAICS') : ''
    if (industry) await sink.write('industry', { code: industry, name: columns.text(row, 'NAICS_TITLE') })
    const key = [role, place, industry].join(' ')
    // A sector can stand again for one owner; the first row is the sector's own total.
    if (seen.has(key)) {
      sink.unplaced(row, `${role} stands twice for this place and industry`)
      continue
    }
    seen.add(key)
    const base = { role, place, industry, ...(relaid ? { note: RELAID } : {}) }
    for (const figure of figuresOf(source, columns, row, base, cap)) await sink.write('figure', figure)
  }
}

/** OEWS files in the official layout: the nation, states, metros, sectors. */
export const oews: ImportKind = { kind: 'oews', title: 'BLS OEWS: jobs and pay', recognise, read }
