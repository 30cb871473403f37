import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import type { FigureRow, ImportKind } from '../import/types'

const SHEET = 'Table 1.2'
const NOT_AVAILABLE = ['—', '–', '-'] as const

/** Headings name the years: `Employment, 2024`, `Employment change, numeric, 2024–34`. */
function columnsOf(header: Row): { columns: Columns; names: Record<string, string>; base: string; span: string } {
  const headings = header.cells.map((cell) =>
    String(cell ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
  const find = (pattern: RegExp) => headings.find((heading) => pattern.test(heading)) ?? String(pattern)
  const years = headings.flatMap((heading) => /^Employment, (\d{4})$/.exec(heading)?.[1] ?? [])
  const [base = '', target = ''] = years
  const names = {
    code: find(/National Employment Matrix code$/),
    title: find(/National Employment Matrix title$/),
    type: 'Occupation type',
    'projection.employment.base': `Employment, ${base}`,
    'projection.employment.target': `Employment, ${target}`,
    'projection.change': find(/^Employment change, numeric/),
    'projection.growth': find(/^Employment change, percent/),
    'projection.self-employed': find(/^Percent self employed/),
    'projection.openings': find(/^Occupational openings/),
    'entry.education': find(/^Typical education needed/),
    'entry.experience': find(/^Work experience in a related/),
    'entry.training': find(/^Typical on-the-job training/),
  }
  return { columns: readColumns(header, Object.values(names)), names, base, span: `${base}–${target.slice(2)}` }
}

async function headerOf(book: Book): Promise<Row | undefined> {
  const [title, header] = await book.head(2, SHEET)
  return title && /^Table 1\.2 Occupational projections/.test(String(title.cells[0] ?? '')) ? header : undefined
}

function figureOf(columns: Columns, row: Row, role: string, measure: string, column: string): FigureRow {
  if (measure.startsWith('entry.')) {
    const text = columns.text(row, column)
    if (NOT_AVAILABLE.some((marker) => marker === text)) return { role, measure, state: 'not-published' }
    return { role, measure, state: 'published', text: text.replaceAll('’', "'") }
  }
  const value = columns.numberOr(row, column, NOT_AVAILABLE)
  return typeof value === 'number'
    ? { role, measure, state: 'published', value }
    : { role, measure, state: 'not-published' }
}

/** BLS Employment Projections, Table 1.2. */
export const projections: ImportKind = {
  kind: 'projections',
  title: 'BLS Employment Projections, Table 1.2: outlook and what it takes to enter',
  async recognise(book) {
    const header = await headerOf(book)
    if (!header) return undefined
    const { base, span } = columnsOf(header)
    return {
      source: 'ep-projections',
      period: base,
      label: span,
      method:
        'Projection of all jobs, the self-employed included; no error is published. Entry education, experience and training are assigned by BLS.',
    }
  },
  async read(book, _edition, context, sink) {
    const known = await context.occupations()
    let layout: ReturnType<typeof columnsOf> | undefined
    for await (const row of book.rows(SHEET)) {
      if (row.row === 1) continue
      if (!layout) {
        layout = columnsOf(row)
        continue
      }
      const { columns, names } = layout
      const { code = '', type = '', title = '', ...measures } = names
      const role = columns.optionalText(row, code)
      if (!role || columns.optionalText(row, type) !== 'Line item') continue
      if (!known.has(role)) {
        sink.unplaced(row, `${role} ${columns.text(row, title)} is no occupation of the OEWS`)
        continue
      }
      for (const [measure, column] of Object.entries(measures)) {
        await sink.write('figure', figureOf(columns, row, role, measure, column))
      }
    }
  },
}
