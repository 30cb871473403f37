import { type Book, type Row, withoutNotes } from '../import/book'
import { areEmpty, type NumberRule, SHARE, textOf, WHOLE } from '../import/cells'
import { type Columns, readColumns } from '../import/columns'
import { ImportError } from '../import/errors'
import type { Context, FigureRow, ImportKind, Sink } from '../import/types'
import { foldTitle, joinCpsTitles } from './cps-titles'

const DASHES = ['–', '—', '-'] as const
const OCCUPATION = 'Occupation'

type Layout = {
  kind: string
  title: string
  pattern: RegExp
  /** How its title begins, for an operator. */
  beside: string
  /** Column to measure, item and what its numbers can be. */
  columns: Record<string, [measure: string, item: string, rule: NumberRule]>
}

const PEOPLE: Layout = {
  kind: 'cps-people',
  title: 'CPS Table 11: employed people by sex, race and ethnicity',
  pattern: /\b11\. Employed/i,
  beside: 'a title "11. Employed …" and the year beside "Occupation"',
  columns: {
    'Total employed': ['people.employed', '', WHOLE],
    Women: ['people.share', 'women', SHARE],
    White: ['people.share', 'white', SHARE],
    'Black or African American': ['people.share', 'black', SHARE],
    Asian: ['people.share', 'asian', SHARE],
    'Hispanic or Latino': ['people.share', 'hispanic', SHARE],
  },
}

const AGE: Layout = {
  kind: 'cps-age',
  title: 'CPS Table 11b: employed people by age',
  pattern: /\b11b\. Employed/i,
  beside: 'a title "11b. Employed …" and the year beside "Occupation"',
  columns: {
    'Total, 16 years and over': ['people.employed', '', WHOLE],
    '16 to 19 years': ['age.band', '16-19', WHOLE],
    '20 to 24 years': ['age.band', '20-24', WHOLE],
    '25 to 34 years': ['age.band', '25-34', WHOLE],
    '35 to 44 years': ['age.band', '35-44', WHOLE],
    '45 to 54 years': ['age.band', '45-54', WHOLE],
    '55 to 64 years': ['age.band', '55-64', WHOLE],
    '65 years and over': ['age.band', '65-up', WHOLE],
    'Median age': ['age.median', '', { min: 16, max: 100, decimals: 1 }],
  },
}

/** The headings stand in up to three rows; each column's last word is its name. */
function foldHeader(rows: readonly Row[]): Row | undefined {
  const last = rows.at(-1)
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const named = (i: number) => rows.map((row) => row.cells[i]).filter((cell) => textOf(cell) !== '')
  const cells = Array.from({ length: width }, (_, i) => (i === 0 ? named(0)[0] : named(i).at(-1)) ?? null)
  return last && { ...last, cells }
}

const isTotal = (row: Row) => /^Total\b/i.test(textOf(row.cells[0])) && !areEmpty(row.cells.slice(1))

/** The rows of headings and, from the total on, those of figures. */
async function readTable(book: Book): Promise<{ header: Row | undefined; lines: Row[] }> {
  const rows: Row[] = []
  for await (const row of withoutNotes(book.rows())) rows.push(row)
  const start = rows.findIndex(isTotal)
  // Titles stand alone in their rows above the headings.
  const above = rows.slice(0, Math.max(start, 0)).filter((row) => !areEmpty(row.cells.slice(1)))
  return { header: foldHeader(above), lines: start === -1 ? [] : rows.slice(start) }
}

function figureOf(
  columns: Columns,
  row: Row,
  column: string,
  rule: NumberRule,
  base: Pick<FigureRow, 'role' | 'measure' | 'item' | 'group'>,
): FigureRow {
  const value = columns.numberOr(row, column, DASHES, rule)
  return typeof value === 'number' ? { ...base, state: 'published', value } : { ...base, state: 'not-published' }
}

/** Tells of occupations that several titles are for, at the first of these. */
function tellAmbiguous(
  ambiguous: ReadonlyMap<string, readonly string[]>,
  occupations: ReadonlyMap<string, string>,
  lines: readonly Row[],
  sink: Sink,
): void {
  for (const [role, titles] of ambiguous) {
    const row = lines.find(({ cells }) => foldTitle(textOf(cells[0])) === titles[0])
    if (row)
      sink.unplaced(
        row,
        `${role} ${occupations.get(role)} has several groups (${titles.join('; ')}); nothing is added up`,
      )
  }
}

async function read(layout: Layout, book: Book, context: Context, sink: Sink): Promise<void> {
  const { header, lines } = await readTable(book)
  if (!header) throw new ImportError(`${book.file} has no row that begins with "Total" below its headings.`)
  const columns = readColumns(header, [OCCUPATION, ...Object.keys(layout.columns)])
  const join = await joinCpsTitles(
    context,
    lines.map((row) => columns.text(row, OCCUPATION)),
  )
  const seen = new Set<string>()
  for (const row of lines) {
    const title = columns.text(row, OCCUPATION)
    const roles = join.rolesOf(title).filter((role) => !seen.has(role))
    const figures = Object.entries(layout.columns).map(([column, [measure, item, rule]]) =>
      figureOf(columns, row, column, rule, { role: '', measure, item }),
    )
    if (roles.length === 0) {
      const twice = join.rolesOf(title).length > 0
      sink.unplaced(
        row,
        `"${title}" ${twice ? 'stands twice' : 'is a group of several occupations, or no occupation of ours'}`,
      )
    }
    for (const role of roles) {
      seen.add(role)
      const group = join.groupOf(title, role)
      for (const figure of figures) await sink.write('figure', { ...figure, role, ...group })
    }
  }
  tellAmbiguous(join.ambiguous, await context.occupations(), lines, sink)
}

const COPY = 'Read from a copy in the official layout'
/** How copies were made and checked, by kind and year, where that is known. */
const COPIES: Record<string, string> = {
  'cps-people 2025':
    'made from a public transcript of the table; its totals equal those of the official Table 11b in all 595 rows. Averages of eleven months, without October',
}

/** What a reader is told of a copy, which its name calls re-laid. */
function noteOf(file: string, kind: string, year: string): string {
  if (!/_relaid\./i.test(file)) return ''
  const made = COPIES[`${kind} ${year}`]
  return `${made ? `${COPY}, ${made}` : COPY}.`
}

function makeKind(layout: Layout): ImportKind {
  return {
    kind: layout.kind,
    title: layout.title,
    signatures: [{ headings: [OCCUPATION, ...Object.keys(layout.columns)], beside: layout.beside }],
    async recognise(book) {
      const head = await book.head(8)
      if (!head.some((row) => layout.pattern.test(textOf(row.cells[0])))) return undefined
      const above = head.slice(0, head.findIndex(isTotal))
      const year = above.flatMap(({ cells }) => cells.slice(1).map(textOf)).find((text) => /^(19|20)\d\d$/.test(text))
      if (!year) return undefined
      const note = noteOf(book.file, layout.kind, year)
      return {
        source: layout.kind,
        ...(note ? { note } : {}),
        period: year,
        label: `${year} annual averages`,
        method:
          'Survey of households; groups of fewer than 50,000 people are not published, and no error is given in the table.',
      }
    },
    read: (book, _edition, context, sink) => read(layout, book, context, sink),
  }
}

/** CPS Table 11. */
export const cpsPeople = makeKind(PEOPLE)
/** CPS Table 11b. */
export const cpsAge = makeKind(AGE)
