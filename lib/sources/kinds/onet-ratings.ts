import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import type { Context, FigureRow, ImportKind, Sink } from '../import/types'
import { hasHeadings, readEdition, Strangers, speakers, writeSpecialties } from './onet-codes'

const CODE = 'O*NET-SOC Code'
const STATISTICS = [
  'Data Value',
  'N',
  'Standard Error',
  'Lower CI Bound',
  'Upper CI Bound',
  'Recommend Suppress',
  'Date',
  'Domain Source',
] as const

/** Who rated, and when. */
const sampleOf = (columns: Columns, row: Row) => `${columns.text(row, 'Domain Source')}, ${columns.text(row, 'Date')}`

/** A rating with what the publisher says of its sample. */
export function ratingOf(
  columns: Columns,
  row: Row,
  base: Pick<FigureRow, 'role' | 'measure' | 'item' | 'specialty'>,
): FigureRow {
  const note = sampleOf(columns, row)
  // Blank where no sample statistics were published.
  const suppress = columns.optionalText(row, 'Recommend Suppress')
  if (suppress !== undefined && suppress !== 'N' && suppress !== 'Y')
    columns.fail(row, 'Recommend Suppress', 'Y, N or nothing')
  if (suppress === 'Y') return { ...base, state: 'suppressed', note }
  const optional = (column: string, key: 'n' | 'se' | 'lower' | 'upper') => {
    const value = columns.optionalNumber(row, column)
    return value === undefined ? {} : { [key]: value }
  }
  return {
    ...base,
    state: 'published',
    value: columns.number(row, 'Data Value'),
    ...optional('N', 'n'),
    ...optional('Standard Error', 'se'),
    ...optional('Lower CI Bound', 'lower'),
    ...optional('Upper CI Bound', 'upper'),
    note,
  }
}

/** Reads a file of ratings: each row of a code that speaks for an occupation goes through `toFigure`. */
export async function readRatings(
  book: Book,
  context: Context,
  sink: Sink,
  wanted: readonly string[],
  toFigure: (columns: Columns, row: Row, role: string, specialty: string) => FigureRow | undefined,
  perRow?: (columns: Columns, row: Row) => Promise<void>,
): Promise<void> {
  const [spoken, strangers] = [await speakers(context), new Strangers()]
  await writeSpecialties(spoken, sink)
  let columns: Columns | undefined
  for await (const row of book.rows()) {
    if (!columns) {
      columns = readColumns(row, [CODE, ...STATISTICS, ...wanted])
      continue
    }
    await perRow?.(columns, row)
    const code = columns.text(row, CODE)
    const voice = spoken.get(code)
    if (!voice) {
      strangers.add(row, code)
      continue
    }
    const figure = toFigure(columns, row, voice.role, voice.specialty)
    if (figure) await sink.write('figure', figure)
  }
  strangers.tell(sink)
}

// No page shows a level's bounds, and they would be a tenth of the dataset.
const withoutBounds = ({ lower: _lower, upper: _upper, ...figure }: FigureRow): FigureRow => figure

const SKILL_HEADINGS = [CODE, 'Title', 'Element ID', 'Element Name', 'Scale ID', 'Scale Name', 'Data Value']
const SCALES = { IM: 'importance', LV: 'level' } as const

/** O*NET Skills and Knowledge. */
export const onetSkills: ImportKind = {
  kind: 'onet-skills',
  title: 'O*NET: Skills.xlsx or Knowledge.xlsx',
  async recognise(book) {
    if (!(await hasHeadings(book, SKILL_HEADINGS))) return undefined
    const [, first] = await book.head(2)
    const element = String(first?.cells[2] ?? '')
    if (/^2\.[AB]\./.test(element)) {
      return readEdition(
        book,
        'onet-skills',
        'Rated by eight analysts for each occupation, from 1 to 5 (importance) and 0 to 7 (level).',
      )
    }
    if (/^2\.C\./.test(element)) {
      return readEdition(
        book,
        'onet-knowledge',
        'Rated by people in the work or by occupational experts, from 1 to 5 (importance) and 0 to 7 (level).',
      )
    }
    return undefined
  },
  async read(book, edition, context, sink) {
    const subject = edition.source === 'onet-skills' ? 'skill' : 'knowledge'
    const named = new Set<string>()
    await readRatings(
      book,
      context,
      sink,
      ['Element ID', 'Element Name', 'Scale ID', 'Not Relevant'],
      (columns, row, role, specialty) => {
        const scale = SCALES[columns.oneOf(row, 'Scale ID', ['IM', 'LV'])]
        const base = { role, specialty, measure: `${subject}.${scale}`, item: columns.text(row, 'Element ID') }
        if (columns.optionalText(row, 'Not Relevant') === 'Y')
          return { ...base, state: 'not-applicable', note: sampleOf(columns, row) }
        return scale === 'level' ? withoutBounds(ratingOf(columns, row, base)) : ratingOf(columns, row, base)
      },
      async (columns, row) => {
        const code = columns.text(row, 'Element ID')
        if (named.has(code)) return
        named.add(code)
        await sink.write('item', { code, kind: subject, name: columns.text(row, 'Element Name') })
      },
    )
  },
}

/** O*NET Education, Training, and Experience: the related work experience that is required. */
export const onetExperience: ImportKind = {
  kind: 'onet-experience',
  title: 'O*NET: Education, Training, and Experience.xlsx',
  async recognise(book) {
    if (!(await hasHeadings(book, [CODE, 'Title', 'Element ID', 'Element Name', 'Scale ID', 'Scale Name', 'Category'])))
      return undefined
    return readEdition(
      book,
      'onet-experience',
      'Answers of people in the work or of occupational experts, in bands, from small samples: what is required to be hired.',
    )
  },
  async read(book, _edition, context, sink) {
    await readRatings(book, context, sink, ['Scale ID', 'Category'], (columns, row, role, specialty) => {
      if (columns.text(row, 'Scale ID') !== 'RW') return undefined
      const category = columns.number(row, 'Category')
      if (!Number.isInteger(category) || category < 1 || category > 11)
        columns.fail(row, 'Category', 'a band from 1 to 11')
      return ratingOf(columns, row, { role, specialty, measure: 'experience.required', item: String(category) })
    })
  },
}
