import { type Book, type Row, withoutNotes } from '../import/book'
import { areEmpty, type NumberRule, textOf } from '../import/cells'
import { type Columns, readColumns } from '../import/columns'
import { Once } from '../import/once'
import type { FigureRow, ImportKind } from '../import/types'

const SHEET = 'Table 1.2'
const NOT_AVAILABLE = ['—', '–', '-'] as const
const TITLE = /^Table 1\.2 Occupational projections, (\d{4})\s*[–—-]\s*(\d{4})/i

const TYPE = 'Occupation type'
const ENTRY = {
  'entry.education': 'Typical education needed for entry',
  'entry.experience': 'Work experience in a related occupation',
  'entry.training': 'Typical on-the-job training needed to attain competency in the occupation',
}
const THOUSANDS: NumberRule = { decimals: 1 }
const CHANGE: NumberRule = { min: Number.NEGATIVE_INFINITY, decimals: 1 }
const RULES: Record<string, NumberRule> = {
  'projection.employment.base': THOUSANDS,
  'projection.employment.target': THOUSANDS,
  'projection.change': CHANGE,
  'projection.growth': { min: -100, decimals: 1 },
  'projection.self-employed': { max: 100, decimals: 1 },
  'projection.openings': THOUSANDS,
}

/** Headings name the years that the title names: `Employment, 2024`, `Employment change, numeric, 2024–34`. */
function headingsOf(base: string, target: string) {
  const span = `${base}–${target.slice(2)}`
  return {
    code: `${base} National Employment Matrix code`,
    title: `${base} National Employment Matrix title`,
    type: TYPE,
    'projection.employment.base': `Employment, ${base}`,
    'projection.employment.target': `Employment, ${target}`,
    'projection.change': `Employment change, numeric, ${span}`,
    'projection.growth': `Employment change, percent, ${span}`,
    'projection.self-employed': `Percent self employed, ${base}`,
    'projection.openings': `Occupational openings, ${span} annual average`,
    ...ENTRY,
  }
}

async function yearsOf(book: Book): Promise<[base: string, target: string] | undefined> {
  const [first] = await book.head(1, SHEET)
  const [, base, target] = TITLE.exec(textOf(first?.cells[0])) ?? []
  return base && target ? [base, target] : undefined
}

function figureOf(columns: Columns, row: Row, role: string, measure: string, column: string): FigureRow {
  const rule = RULES[measure]
  if (!rule) {
    const text = columns.text(row, column)
    if (NOT_AVAILABLE.some((marker) => marker === text)) return { role, measure, state: 'not-published' }
    if (!/[a-z]{3}/.test(text)) columns.fail(row, column, 'words or —')
    return { role, measure, state: 'published', text: text.replaceAll('’', "'") }
  }
  const value = columns.numberOr(row, column, NOT_AVAILABLE, rule)
  return typeof value === 'number'
    ? { role, measure, state: 'published', value }
    : { role, measure, state: 'not-published' }
}

/** BLS Employment Projections, Table 1.2. */
export const projections: ImportKind = {
  kind: 'projections',
  title: 'BLS Employment Projections, Table 1.2: outlook and what it takes to enter',
  signatures: [
    {
      sheet: SHEET,
      headings: [TYPE, ...Object.values(ENTRY)],
      beside: 'a title such as "Table 1.2 Occupational projections, 2024–2034"',
    },
  ],
  async recognise(book) {
    const years = await yearsOf(book)
    if (!years) return undefined
    const [base, target] = years
    return {
      source: 'ep-projections',
      period: base,
      label: `${base}–${target.slice(2)}`,
      method:
        'Projection of all jobs, the self-employed included; no error is published. Entry education, experience and training are assigned by BLS.',
    }
  },
  async read(book, _edition, context, sink) {
    const known = await context.occupations()
    const { code, title, type, ...measures } = headingsOf(...((await yearsOf(book)) ?? ['', '']))
    const all = [code, title, type, ...Object.values(measures)]
    const once = new Once()
    let columns: Columns | undefined
    for await (const row of withoutNotes(book.rows(SHEET))) {
      if (!columns) {
        if (!areEmpty(row.cells.slice(1))) columns = readColumns(row, all)
        continue
      }
      const role = columns.code(row, code, 'soc')
      if (columns.oneOf(row, type, ['Line item', 'Summary']) === 'Summary') continue
      if (!known.has(role)) {
        sink.unplaced(row, `${role} ${columns.text(row, title)} is no occupation of the OEWS`)
        continue
      }
      once.add(columns, row, code, role)
      for (const [measure, column] of Object.entries(measures)) {
        await sink.write('figure', figureOf(columns, row, role, measure, column))
      }
    }
  },
}
