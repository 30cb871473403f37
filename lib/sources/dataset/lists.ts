import type { Book, Row } from '../import/book'
import type { NumberRule } from '../import/cells'
import type { Columns } from '../import/columns'
import { tableRows } from '../import/table-rows'
import type { StagedRows } from '../import/types'
import type { Described } from './releases'

export type ListName = Exclude<Described['holds'], 'figure'>

type Read<T extends ListName> = (columns: Columns, row: Row, source: string) => StagedRows[T]
type List<T extends ListName> = { headings: readonly string[]; read: Read<T> }

const RANK: NumberRule = { min: 1, max: 1000, decimals: 0 }

/** `Y`, or nothing for no. */
function isYes(columns: Columns, row: Row, column: string): boolean {
  return !columns.isEmpty(row, column) && columns.oneOf(row, column, ['Y']) === 'Y'
}

/** How the rows of a list become staged rows; a list of names is of the kind that its source is. */
const LISTS: { [T in ListName]: List<T> } = {
  technology: {
    headings: ['role', 'name', 'hot', 'in_demand'],
    read: (columns, row) => ({
      role: columns.code(row, 'role', 'soc'),
      name: columns.text(row, 'name'),
      hot: isYes(columns, row, 'hot'),
      inDemand: isYes(columns, row, 'in_demand'),
    }),
  },
  related: {
    headings: ['role', 'related', 'rank'],
    read: (columns, row) => ({
      role: columns.code(row, 'role', 'soc'),
      relatedRole: columns.code(row, 'related', 'soc'),
      rank: columns.number(row, 'rank', RANK),
    }),
  },
  alias: {
    headings: ['role', 'name'],
    read(columns, row, source) {
      const kind = source === 'onet-reported-titles' ? ('reported' as const) : ('alternate' as const)
      return { role: columns.code(row, 'role', 'soc'), name: columns.text(row, 'name'), kind }
    },
  },
  field: {
    headings: ['role', 'cip', 'title'],
    read: (columns, row) => ({
      role: columns.code(row, 'role', 'soc'),
      cip: columns.code(row, 'cip', 'cip'),
      title: columns.optionalText(row, 'title') ?? '',
    }),
  },
  crosswalk: {
    headings: ['kind', 'from_code', 'from_title', 'to_code', 'to_title'],
    read: (columns, row) => ({
      kind: columns.oneOf(row, 'kind', ['acs', 'onet']),
      fromCode: columns.text(row, 'from_code'),
      fromTitle: columns.text(row, 'from_title'),
      toCode: columns.text(row, 'to_code'),
      toTitle: columns.text(row, 'to_title'),
    }),
  },
}

/** Names that workers report are ranked by how usual they are; the other list has no such column. */
const RANKED = 'onet-reported-titles'

/**
 * The rows of a list of the dataset, as they are staged.
 * @param roles codes of the occupations that there are
 * @throws ImportError naming file, row and column of what cannot be
 */
export async function* readList<T extends ListName>(
  book: Book,
  name: T,
  source: string,
  roles: ReadonlySet<string>,
): AsyncGenerator<StagedRows[T]> {
  const { headings, read } = LISTS[name]
  const ranked = name === 'alias' && source === RANKED
  for await (const { columns, row } of tableRows(book, ranked ? [...headings, 'rank'] : headings)) {
    const staged = read(columns, row, source)
    for (const [column, role] of Object.entries({
      role: 'role' in staged && staged.role,
      related: 'relatedRole' in staged && staged.relatedRole,
    }))
      if (role && !roles.has(role)) columns.fail(row, column, 'a code of occupations.csv')
    const rank = ranked ? columns.optionalNumber(row, 'rank', RANK) : undefined
    yield rank === undefined ? staged : { ...staged, rank }
  }
}
