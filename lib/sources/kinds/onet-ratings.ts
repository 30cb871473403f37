import type { Book, Row } from '../import/book'
import type { NumberRule } from '../import/cells'
import { type Columns, readColumns } from '../import/columns'
import { Once } from '../import/once'
import type { Context, FigureRow, ImportKind, Sink } from '../import/types'
import { readEdition, Strangers, speakers, startsWith, writeSpecialties } from './onet-codes'

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
const sampleOf = (columns: Columns, row: Row) =>
  `${columns.text(row, 'Domain Source')}, ${columns.code(row, 'Date', 'month')}`

/** Ratings that O*NET carried over from its former database, without a sample's size. */
const TRANSITION = 'Analyst - Transition'
/** A few of them are asked, so that their number is all that is published. */
const EXPERT = 'Occupational Expert'

/** Refuses a gap in the statistics that the publisher never leaves: what is known of a sample stands together. */
function checkGaps(columns: Columns, row: Row): void {
  const isEmpty = (column: (typeof STATISTICS)[number]) => columns.isEmpty(row, column)
  const need = (column: (typeof STATISTICS)[number]) => {
    if (isEmpty(column)) columns.fail(row, column, 'the statistic that belongs to the others of its row')
  }
  const source = columns.text(row, 'Domain Source')
  const known = !isEmpty('Recommend Suppress') && source !== TRANSITION
  if (source === EXPERT || known || !isEmpty('Standard Error')) need('N')
  if (isEmpty('Lower CI Bound') !== isEmpty('Upper CI Bound')) {
    need('Lower CI Bound')
    need('Upper CI Bound')
  }
  if (!isEmpty('Lower CI Bound') || (!isEmpty('Recommend Suppress') && !isEmpty('N'))) need('Standard Error')
  if (isEmpty('Standard Error')) return
  need('Recommend Suppress')
  // Where all answers were the same there is no interval.
  if (columns.number(row, 'Standard Error') !== 0) need('Lower CI Bound')
}

/** A rating with what the publisher says of its sample. `max` is the scale's last point. */
export function ratingOf(
  columns: Columns,
  row: Row,
  base: Pick<FigureRow, 'role' | 'measure' | 'item' | 'specialty'>,
  scale: { min: number; max: number },
): FigureRow {
  const note = sampleOf(columns, row)
  checkGaps(columns, row)
  const bound = { min: 0, max: scale.max, decimals: 4 }
  const optional = (column: string, key: 'n' | 'se' | 'lower' | 'upper', rule: NumberRule) => {
    const value = columns.optionalNumber(row, column, rule)
    return value === undefined ? {} : { [key]: value }
  }
  const rated: FigureRow = {
    ...base,
    state: 'published',
    value: columns.number(row, 'Data Value', { ...scale, decimals: 2 }),
    ...optional('N', 'n', { min: 1, max: 1e6, decimals: 0 }),
    ...optional('Standard Error', 'se', { decimals: 4 }),
    ...optional('Lower CI Bound', 'lower', bound),
    ...optional('Upper CI Bound', 'upper', bound),
    note,
  }
  // Blank where no sample statistics were published.
  const suppress = columns.isEmpty(row, 'Recommend Suppress')
    ? 'N'
    : columns.oneOf(row, 'Recommend Suppress', ['N', 'Y'])
  return suppress === 'Y' ? { ...base, state: 'suppressed', note } : rated
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
  const [spoken, strangers, once] = [await speakers(context), new Strangers(), new Once()]
  await writeSpecialties(spoken, sink)
  let columns: Columns | undefined
  for await (const row of book.rows()) {
    if (!columns) {
      columns = readColumns(row, [CODE, ...STATISTICS, ...wanted])
      continue
    }
    await perRow?.(columns, row)
    const code = columns.code(row, CODE, 'onet')
    const voice = spoken.get(code)
    if (!voice) {
      strangers.add(row, code)
      continue
    }
    const figure = toFigure(columns, row, voice.role, voice.specialty)
    if (!figure) continue
    once.add(columns, row, CODE, [figure.role, figure.specialty, figure.measure, figure.item].join(' '))
    await sink.write('figure', figure)
  }
  strangers.tell(sink)
}

// No page shows a level's bounds, and they would be a tenth of the dataset.
const withoutBounds = ({ lower: _lower, upper: _upper, ...figure }: FigureRow): FigureRow => figure

const SKILL_HEADINGS = [CODE, 'Title', 'Element ID', 'Element Name', 'Scale ID', 'Scale Name', 'Data Value']
const SCALES = {
  IM: { name: 'importance', min: 1, max: 5 },
  LV: { name: 'level', min: 0, max: 7 },
} as const

/** O*NET Skills and Knowledge. */
export const onetSkills: ImportKind = {
  kind: 'onet-skills',
  title: 'O*NET: Skills.xlsx or Knowledge.xlsx',
  signatures: [
    { headings: [...SKILL_HEADINGS, ...STATISTICS, 'Not Relevant'], beside: 'its elements (2.A, 2.B or 2.C)' },
  ],
  async recognise(book) {
    if (!(await startsWith(book, [...SKILL_HEADINGS, ...STATISTICS, 'Not Relevant']))) return undefined
    const [header, first] = await book.head(2)
    if (!header || !first) return undefined
    const element = readColumns(header, ['Element ID']).code(first, 'Element ID', 'element')
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
        const item = columns.code(row, 'Element ID', 'element')
        const base = { role, specialty, measure: `${subject}.${scale.name}`, item }
        const rating = ratingOf(columns, row, base, scale)
        if (scale.name === 'importance') return rating
        const relevant = columns.oneOf(row, 'Not Relevant', ['N', 'Y']) === 'N'
        return relevant ? withoutBounds(rating) : { ...base, state: 'not-applicable', note: sampleOf(columns, row) }
      },
      async (columns, row) => {
        const code = columns.code(row, 'Element ID', 'element')
        if (named.has(code)) return
        named.add(code)
        await sink.write('item', { code, kind: subject, name: columns.text(row, 'Element Name') })
      },
    )
  },
}

const EXPERIENCE = [...SKILL_HEADINGS, ...STATISTICS, 'Category']

/** O*NET Education, Training, and Experience: the related work experience that is required. */
export const onetExperience: ImportKind = {
  kind: 'onet-experience',
  title: 'O*NET: Education, Training, and Experience.xlsx',
  signatures: [{ headings: EXPERIENCE }],
  async recognise(book) {
    if (!(await startsWith(book, EXPERIENCE))) return undefined
    return readEdition(
      book,
      'onet-experience',
      'Answers of people in the work or of occupational experts, in bands, from small samples: what is required to be hired.',
    )
  },
  async read(book, _edition, context, sink) {
    await readRatings(book, context, sink, ['Scale ID', 'Category'], (columns, row, role, specialty) => {
      if (columns.text(row, 'Scale ID') !== 'RW') return undefined
      const item = String(columns.number(row, 'Category', { min: 1, max: 11, decimals: 0 }))
      return ratingOf(columns, row, { role, specialty, measure: 'experience.required', item }, { min: 0, max: 100 })
    })
  },
}
