import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import type { Context, FigureRow, ImportKind, Sink } from '../import/types'
import { joinCpsTitles } from './cps-titles'

const DASHES = ['–', '—', '-'] as const

type Layout = {
  kind: string
  source: string
  title: string
  label: string
  pattern: RegExp
  /** Column to measure and item. */
  columns: Record<string, [measure: string, item: string]>
}

const PEOPLE: Layout = {
  kind: 'cps-people',
  source: 'cps-people',
  title: 'CPS Table 11: employed people by sex, race and ethnicity',
  label: 'annual averages',
  pattern: /\b11\. Employed/,
  columns: {
    'Total employed': ['people.employed', ''],
    Women: ['people.share', 'women'],
    White: ['people.share', 'white'],
    'Black or African American': ['people.share', 'black'],
    Asian: ['people.share', 'asian'],
    'Hispanic or Latino': ['people.share', 'hispanic'],
  },
}

const AGE: Layout = {
  kind: 'cps-age',
  source: 'cps-age',
  title: 'CPS Table 11b: employed people by age',
  label: 'annual averages',
  pattern: /\b11b\. Employed/,
  columns: {
    'Total, 16 years and over': ['people.employed', ''],
    '16 to 19 years': ['age.band', '16-19'],
    '20 to 24 years': ['age.band', '20-24'],
    '25 to 34 years': ['age.band', '25-34'],
    '35 to 44 years': ['age.band', '35-44'],
    '45 to 54 years': ['age.band', '45-54'],
    '55 to 64 years': ['age.band', '55-64'],
    '65 years and over': ['age.band', '65-up'],
    'Median age': ['age.median', ''],
  },
}

/** The headings stand in up to three rows; each column's last word is its name. */
function foldHeader(rows: readonly Row[]): Row {
  const [first] = rows
  const width = Math.max(...rows.map((row) => row.cells.length))
  const cells = Array.from(
    { length: width },
    (_, i) =>
      rows.map((row) => row.cells[i]).findLast((cell) => cell !== null && cell !== undefined && cell !== '') ?? null,
  )
  return {
    file: first?.file ?? '',
    sheet: first?.sheet ?? '',
    row: rows.at(-1)?.row ?? 0,
    cells: ['Occupation', ...cells.slice(1)],
  }
}

function figureOf(
  columns: Columns,
  row: Row,
  column: string,
  base: Pick<FigureRow, 'role' | 'measure' | 'item' | 'group'>,
): FigureRow {
  const value = columns.numberOr(row, column, DASHES)
  return typeof value === 'number' ? { ...base, state: 'published', value } : { ...base, state: 'not-published' }
}

function makeKind(layout: Layout): ImportKind {
  const names = Object.keys(layout.columns)

  async function read(book: Book, context: Context, sink: Sink): Promise<void> {
    const rows: Row[] = []
    for await (const row of book.rows()) rows.push(row)
    const start = rows.findIndex((row) => String(row.cells[0] ?? '').startsWith('Total'))
    const columns = readColumns(
      foldHeader(
        rows.slice(
          rows.findIndex((row) => row.cells[0] === 'Occupation'),
          start,
        ),
      ),
      ['Occupation', ...names],
    )
    const lines = rows
      .slice(start)
      .filter((row) => typeof row.cells[0] === 'string' && row.cells[1] !== null && row.cells[1] !== undefined)
    const join = await joinCpsTitles(
      context,
      lines.map((row) => String(row.cells[0])),
    )
    const occupations = await context.occupations()
    const seen = new Set<string>()
    for (const row of lines) {
      const title = columns.text(row, 'Occupation')
      const roles = join.rolesOf(title).filter((role) => !seen.has(role))
      if (roles.length === 0)
        sink.unplaced(row, `"${title}" is a group of several occupations, or no occupation of ours`)
      for (const role of roles) {
        seen.add(role)
        const group = join.groupOf(title, role)
        for (const [column, [measure, item]] of Object.entries(layout.columns)) {
          await sink.write('figure', figureOf(columns, row, column, { role, measure, item, ...group }))
        }
      }
    }
    for (const [role, titles] of join.ambiguous) {
      const [row] = lines
      if (row)
        sink.unplaced(
          row,
          `${role} ${occupations.get(role)} has several groups (${titles.join('; ')}); nothing is added up`,
        )
    }
  }

  return {
    kind: layout.kind,
    title: layout.title,
    async recognise(book) {
      const head = await book.head(8)
      if (!head.some((row) => layout.pattern.test(String(row.cells[0] ?? '').replaceAll(/\s+/g, ' ')))) return undefined
      const year = head.find((row) => row.cells[0] === 'Occupation')?.cells[1]
      if (!/^\d{4}$/.test(String(year))) return undefined
      return {
        source: layout.source,
        period: String(year),
        label: `${year} ${layout.label}`,
        method:
          'Survey of households; groups of fewer than 50,000 people are not published, and no error is given in the table.',
      }
    },
    read: (book, _edition, context, sink) => read(book, context, sink),
  }
}

/** CPS Table 11. */
export const cpsPeople = makeKind(PEOPLE)
/** CPS Table 11b. */
export const cpsAge = makeKind(AGE)
