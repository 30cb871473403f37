import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import type { Context, ImportKind, Sink } from '../import/types'
import { hasHeadings, mapCodes, readEdition, Strangers, speakers, writeSpecialties } from './onet-codes'

const CODE = 'O*NET-SOC Code'

type PerRow = (columns: Columns, row: Row, role: string, code: string) => Promise<void>

async function eachRow(
  book: Book,
  context: Context,
  sink: Sink,
  wanted: readonly string[],
  perRow: PerRow,
): Promise<void> {
  const [codes, strangers] = [await mapCodes(context), new Strangers()]
  let columns: Columns | undefined
  for await (const row of book.rows()) {
    if (!columns) {
      columns = readColumns(row, [CODE, ...wanted])
      continue
    }
    const code = columns.text(row, CODE)
    const mapped = codes.get(code)
    if (mapped) await perRow(columns, row, mapped.role, code)
    else strangers.add(row, code)
  }
  strangers.tell(sink)
}

/** O*NET Technology Skills: names, so those of all specialties together. */
export const onetTechnology: ImportKind = {
  kind: 'onet-technology',
  title: 'O*NET: Technology Skills.xlsx',
  async recognise(book) {
    if (
      !(await hasHeadings(book, [
        CODE,
        'Title',
        'Example',
        'Commodity Code',
        'Commodity Title',
        'Hot Technology',
        'In Demand',
      ]))
    )
      return undefined
    return readEdition(
      book,
      'onet-technology',
      'Software and tools named for the occupation; "hot" and "in demand" by how often job postings name them.',
    )
  },
  read: (book, _edition, context, sink) =>
    eachRow(book, context, sink, ['Example', 'Hot Technology', 'In Demand'], (columns, row, role) =>
      sink.write('technology', {
        role,
        name: columns.text(row, 'Example'),
        hot: columns.oneOf(row, 'Hot Technology', ['Y', 'N']) === 'Y',
        inDemand: columns.oneOf(row, 'In Demand', ['Y', 'N']) === 'Y',
      }),
    ),
}

/** O*NET Related Occupations, between occupations of ours. */
export const onetRelated: ImportKind = {
  kind: 'onet-related',
  title: 'O*NET: Related Occupations.xlsx',
  async recognise(book) {
    if (
      !(await hasHeadings(book, [
        CODE,
        'Title',
        'Related O*NET-SOC Code',
        'Related Title',
        'Relatedness Tier',
        'Index',
      ]))
    )
      return undefined
    return readEdition(
      book,
      'onet-related',
      'Occupations most alike in what people do, know and are called, ranked by O*NET.',
    )
  },
  async read(book, _edition, context, sink) {
    const codes = await mapCodes(context)
    await eachRow(
      book,
      context,
      sink,
      ['Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
      async (columns, row, role) => {
        const related = codes.get(columns.text(row, 'Related O*NET-SOC Code'))?.role
        if (!related || related === role) return
        await sink.write('related', {
          role,
          relatedRole: related,
          rank: columns.number(row, 'Index'),
        })
      },
    )
  },
}

/** "CEO (Chief Executive Officer)" is known by three names. */
function namesIn(title: string): string[] {
  const [, before, inside] = /^(.+?)\s*\(([^)]+)\)$/.exec(title) ?? []
  return before && inside ? [title, before, inside] : [title]
}

function titlesKind(
  headings: readonly string[],
  source: string,
  kind: 'alternate' | 'reported',
  column: string,
  short?: string,
) {
  return {
    recognise: async (book: Book) => ((await hasHeadings(book, headings)) ? source : undefined),
    read: (book: Book, context: Context, sink: Sink) =>
      eachRow(book, context, sink, short ? [column, short] : [column], async (columns, row, role) => {
        const extra = short ? columns.optionalText(row, short) : undefined
        for (const name of [...namesIn(columns.text(row, column)), ...(extra && extra !== 'n/a' ? [extra] : [])]) {
          await sink.write('alias', { role, name, kind })
        }
      }),
  }
}

const TITLES = [
  titlesKind(
    [CODE, 'Title', 'Alternate Title', 'Short Title', 'Source(s)'],
    'onet-alternate-titles',
    'alternate',
    'Alternate Title',
    'Short Title',
  ),
  titlesKind(
    [CODE, 'Title', 'Reported Job Title', 'Shown in My Next Move'],
    'onet-reported-titles',
    'reported',
    'Reported Job Title',
  ),
]

/** O*NET Alternate Titles and Sample of Reported Titles. */
export const onetTitles: ImportKind = {
  kind: 'onet-titles',
  title: 'O*NET: Alternate Titles.xlsx or Sample of Reported Titles.xlsx',
  async recognise(book) {
    for (const { recognise } of TITLES) {
      const source = await recognise(book)
      if (source) return readEdition(book, source, 'Job titles that lead to the occupation; holds no figure.')
    }
    return undefined
  },
  async read(book, edition, context, sink) {
    const [alternate, reported] = TITLES
    await (edition.source === 'onet-alternate-titles' ? alternate : reported)?.read(book, context, sink)
  },
}

/** O*NET Job Zones. */
export const onetZones: ImportKind = {
  kind: 'onet-zones',
  title: 'O*NET: Job Zones.xlsx',
  async recognise(book) {
    if (!(await hasHeadings(book, [CODE, 'Title', 'Job Zone', 'Date', 'Domain Source']))) return undefined
    return readEdition(
      book,
      'onet-zones',
      'Assigned by analysts, from 1 (little or no preparation) to 5 (extensive preparation).',
    )
  },
  async read(book, _edition, context, sink) {
    const spoken = await speakers(context)
    await writeSpecialties(spoken, sink)
    await eachRow(book, context, sink, ['Job Zone'], async (columns, row, role, code) => {
      const voice = spoken.get(code)
      if (!voice) return
      const value = columns.number(row, 'Job Zone')
      if (![1, 2, 3, 4, 5].includes(value)) columns.fail(row, 'Job Zone', 'a zone from 1 to 5')
      await sink.write('figure', { role, specialty: voice.specialty, measure: 'zone', state: 'published', value })
    })
  },
}

/** O*NET Task Statements: sentences of O*NET's, for an operator's own store. */
export const onetTasks: ImportKind = {
  kind: 'onet-tasks',
  title: 'O*NET: Task Statements.xlsx',
  async recognise(book) {
    if (!(await hasHeadings(book, [CODE, 'Title', 'Task ID', 'Task', 'Task Type']))) return undefined
    return readEdition(book, 'onet-tasks', 'Statements of tasks, written by O*NET and rated by people in the work.')
  },
  async read(book, _edition, context, sink) {
    const spoken = await speakers(context)
    await writeSpecialties(spoken, sink)
    await eachRow(book, context, sink, ['Task ID', 'Task', 'Task Type'], async (columns, row, role, code) => {
      const voice = spoken.get(code)
      if (!voice) return
      const type = columns.optionalText(row, 'Task Type')
      await sink.write('task', {
        role,
        specialty: voice.specialty,
        taskId: columns.number(row, 'Task ID'),
        text: columns.text(row, 'Task'),
        ...(type === undefined || type === 'n/a' ? {} : { core: type === 'Core' }),
      })
    })
  },
}
