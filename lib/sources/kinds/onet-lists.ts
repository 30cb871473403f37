import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import { Once } from '../import/once'
import type { Context, ImportKind, Sink } from '../import/types'
import { mapCodes, readEdition, Strangers, speakers, startsWith, writeSpecialties } from './onet-codes'

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
    const code = columns.code(row, CODE, 'onet')
    const mapped = codes.get(code)
    if (mapped) await perRow(columns, row, mapped.role, code)
    else strangers.add(row, code)
  }
  strangers.tell(sink)
}

const TECHNOLOGY = [CODE, 'Title', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand']

/**
 * O*NET Technology Skills: names, so those of all specialties together. In demand is only what is so for the occupation
 * as a whole; where it was not looked at as a whole, what is so for each of its specialties.
 */
export const onetTechnology: ImportKind = {
  kind: 'onet-technology',
  title: 'O*NET: Technology Skills.xlsx',
  signatures: [{ headings: TECHNOLOGY }],
  async recognise(book) {
    if (!(await startsWith(book, TECHNOLOGY))) return undefined
    return readEdition(
      book,
      'onet-technology',
      'Software and tools named for the occupation; "hot" and "in demand" by how often job postings name them.',
    )
  },
  async read(book, _edition, context, sink) {
    const roles = new Map<string, Technologies>()
    await eachRow(book, context, sink, ['Example', 'Hot Technology', 'In Demand'], async (columns, row, role, code) => {
      const own = roles.get(role) ?? { codes: new Set(), named: new Map() }
      const name = columns.text(row, 'Example')
      const seen = own.named.get(name) ?? { hot: false, wanted: new Set() }
      if (columns.oneOf(row, 'Hot Technology', ['Y', 'N']) === 'Y') seen.hot = true
      if (columns.oneOf(row, 'In Demand', ['Y', 'N']) === 'Y') seen.wanted.add(code)
      roles.set(role, { codes: own.codes.add(code), named: own.named.set(name, seen) })
    })
    for (const [role, { codes, named }] of roles) {
      const whole = `${role}.00`
      const speak = codes.has(whole) ? [whole] : [...codes]
      for (const [name, { hot, wanted }] of named)
        await sink.write('technology', { role, name, hot, inDemand: speak.every((code) => wanted.has(code)) })
    }
  },
}

/** An occupation's codes in the file, and by technology the codes for which it is in demand. */
type Technologies = { codes: Set<string>; named: Map<string, { hot: boolean; wanted: Set<string> }> }

const RELATED = [CODE, 'Title', 'Related O*NET-SOC Code', 'Related Title', 'Relatedness Tier', 'Index']

/** O*NET Related Occupations, between occupations of ours. */
export const onetRelated: ImportKind = {
  kind: 'onet-related',
  title: 'O*NET: Related Occupations.xlsx',
  signatures: [{ headings: RELATED }],
  async recognise(book) {
    if (!(await startsWith(book, RELATED))) return undefined
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
        const related = codes.get(columns.code(row, 'Related O*NET-SOC Code', 'onet'))?.role
        const rank = columns.number(row, 'Index', { min: 1, max: 1000, decimals: 0 })
        if (!related || related === role) return
        await sink.write('related', { role, relatedRole: related, rank })
      },
    )
  },
}

/** "CEO (Chief Executive Officer)" is known by three names; the longest one says it in full. */
function namesIn(title: string): { names: string[]; full: string } {
  const [, before, inside] = /^(.+?)\s*\(([^)]+)\)$/.exec(title) ?? []
  if (!before || !inside) return { names: [title], full: title }
  return { names: [title, before, inside], full: inside.length > before.length ? inside : before }
}

const SHOWN = 'Shown in My Next Move'

/**
 * How usual a reported title is. The file has no count and no order; what it has is O*NET's own choice of titles to
 * show to people who look for work, and whether a title stands for the occupation or for one specialty of it.
 */
const rankOf = (shown: boolean, whole: boolean) => (shown ? 1 : 3) + (whole ? 0 : 1)

type Titles = {
  source: string
  headings: readonly string[]
  read: (book: Book, context: Context, sink: Sink) => Promise<void>
}

const ALTERNATE: Titles = {
  source: 'onet-alternate-titles',
  headings: [CODE, 'Title', 'Alternate Title', 'Short Title', 'Source(s)'],
  read: (book, context, sink) =>
    eachRow(book, context, sink, ['Alternate Title', 'Short Title'], async (columns, row, role) => {
      const short = columns.optionalText(row, 'Short Title')
      const { names } = namesIn(columns.text(row, 'Alternate Title'))
      for (const name of [...names, ...(short && short !== 'n/a' ? [short] : [])])
        await sink.write('alias', { role, name, kind: 'alternate' })
    }),
}

const REPORTED: Titles = {
  source: 'onet-reported-titles',
  headings: [CODE, 'Title', 'Reported Job Title', SHOWN],
  read: (book, context, sink) =>
    eachRow(book, context, sink, ['Reported Job Title', SHOWN], async (columns, row, role, code) => {
      const shown = columns.oneOf(row, SHOWN, ['Y', 'N']) === 'Y'
      const { names, full } = namesIn(columns.text(row, 'Reported Job Title'))
      for (const name of names) {
        const rank = name === full ? { rank: rankOf(shown, code === `${role}.00`) } : {}
        await sink.write('alias', { role, name, kind: 'reported', ...rank })
      }
    }),
}

/** O*NET Alternate Titles and Sample of Reported Titles. */
export const onetTitles: ImportKind = {
  kind: 'onet-titles',
  title: 'O*NET: Alternate Titles.xlsx or Sample of Reported Titles.xlsx',
  signatures: [ALTERNATE, REPORTED].map(({ headings }) => ({ headings })),
  async recognise(book) {
    for (const { source, headings } of [ALTERNATE, REPORTED]) {
      if (await startsWith(book, headings))
        return readEdition(book, source, 'Job titles that lead to the occupation; holds no figure.')
    }
    return undefined
  },
  async read(book, edition, context, sink) {
    await (edition.source === ALTERNATE.source ? ALTERNATE : REPORTED).read(book, context, sink)
  },
}

const ZONES = [CODE, 'Title', 'Job Zone', 'Date', 'Domain Source']

/** O*NET Job Zones. */
export const onetZones: ImportKind = {
  kind: 'onet-zones',
  title: 'O*NET: Job Zones.xlsx',
  signatures: [{ headings: ZONES }],
  async recognise(book) {
    if (!(await startsWith(book, ZONES))) return undefined
    return readEdition(
      book,
      'onet-zones',
      'Assigned by analysts, from 1 (little or no preparation) to 5 (extensive preparation).',
    )
  },
  async read(book, _edition, context, sink) {
    const [spoken, once] = [await speakers(context), new Once()]
    await writeSpecialties(spoken, sink)
    await eachRow(book, context, sink, ['Job Zone'], async (columns, row, role, code) => {
      const voice = spoken.get(code)
      const value = columns.number(row, 'Job Zone', { min: 1, max: 5, decimals: 0 })
      if (!voice) return
      once.add(columns, row, CODE, code)
      await sink.write('figure', { role, specialty: voice.specialty, measure: 'zone', state: 'published', value })
    })
  },
}

const TASKS = [CODE, 'Title', 'Task ID', 'Task', 'Task Type']
const TYPES = ['Core', 'Supplemental', 'n/a'] as const

/** O*NET Task Statements: sentences of O*NET's, for an operator's own store. */
export const onetTasks: ImportKind = {
  kind: 'onet-tasks',
  title: 'O*NET: Task Statements.xlsx',
  signatures: [{ headings: TASKS }],
  async recognise(book) {
    if (!(await startsWith(book, TASKS))) return undefined
    return readEdition(book, 'onet-tasks', 'Statements of tasks, written by O*NET and rated by people in the work.')
  },
  async read(book, _edition, context, sink) {
    const [spoken, once] = [await speakers(context), new Once()]
    await writeSpecialties(spoken, sink)
    await eachRow(book, context, sink, ['Task ID', 'Task', 'Task Type'], async (columns, row, role, code) => {
      const voice = spoken.get(code)
      if (!voice) return
      // Blank where nobody has rated the tasks yet.
      const type = columns.isEmpty(row, 'Task Type') ? 'n/a' : columns.oneOf(row, 'Task Type', TYPES)
      const taskId = columns.number(row, 'Task ID', { min: 1, max: 1e9, decimals: 0 })
      once.add(columns, row, 'Task ID', `${code} ${taskId}`)
      await sink.write('task', {
        role,
        specialty: voice.specialty,
        taskId,
        text: columns.text(row, 'Task'),
        ...(type === 'n/a' ? {} : { core: type === 'Core' }),
      })
    })
  },
}
