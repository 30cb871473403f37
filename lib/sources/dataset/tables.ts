import { ImportError } from '../import/errors'
import type { FigureRow } from '../import/types'
import { BESIDE, columnOf, type Layout, MARKS } from './layout'

type Key = Layout['row'][number]

const STATES = new Map(Object.entries(MARKS).map(([state, mark]) => [mark, state]))

const cellOf = (figure: FigureRow) => MARKS[figure.state] ?? String(figure.text ?? figure.value)

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Figures as the rows of a wide table, in a fixed order.
 * @throws Error when figures of one row differ in note or group: the table has one of each a row
 */
export function toTable(figures: readonly FigureRow[], layout: Layout): string[][] {
  const itemInRow = layout.row.includes('item')
  const columns: string[] = []
  const beside = new Map<string, Set<(typeof BESIDE)[number]>>()
  const rows = new Map<string, { keys: string[]; first: FigureRow; cells: Map<string, FigureRow> }>()
  for (const figure of figures) {
    const keys = [figure.role, ...layout.row.map((part: Key) => figure[part] ?? '')]
    const id = keys.join('\t')
    const row = rows.get(id) ?? { keys, first: figure, cells: new Map() }
    if (row.first.note !== figure.note || row.first.group !== figure.group)
      throw new Error(`Figures of ${id} have two notes or groups.`)
    const column = columnOf(figure.measure, itemInRow ? '' : (figure.item ?? ''))
    row.cells.set(column, figure)
    rows.set(id, row)
    if (!beside.has(column)) {
      columns.push(column)
      beside.set(column, new Set())
    }
    for (const name of BESIDE) if (figure[name] !== undefined) beside.get(column)?.add(name)
  }
  columns.sort(order)
  const besideOf = (column: string) => BESIDE.filter((name) => beside.get(column)?.has(name))
  const notes = new Set([...rows.values()].map(({ first }) => first.note ?? ''))
  const [only = ''] = notes.size === 1 ? notes : []
  const header = [
    'role',
    ...layout.row,
    only ? `note=${only}` : 'note',
    ...(layout.group ? ['group'] : []),
    ...columns.flatMap((column) => [column, ...besideOf(column).map((name) => `${column}:${name}`)]),
  ]
  const body = [...rows]
    .sort(([a], [b]) => order(a, b))
    .map(([, { keys, first, cells }]) => [
      ...keys,
      only ? '' : (first.note ?? ''),
      ...(layout.group ? [first.group ?? ''] : []),
      ...columns.flatMap((column) => {
        const figure = cells.get(column)
        return [figure ? cellOf(figure) : '', ...besideOf(column).map((name) => String(figure?.[name] ?? ''))]
      }),
    ])
  return [header, ...body]
}

type Column = { index: number; measure: string; item: string; beside: [(typeof BESIDE)[number], number][] }

function readHeader(header: readonly string[], first: number): Column[] {
  const columns: Column[] = []
  header.forEach((name, index) => {
    if (index < first) return
    const [column = '', beside] = name.split(':')
    if (beside) columns.at(-1)?.beside.push([beside as (typeof BESIDE)[number], index])
    else {
      const [measure = '', ...item] = column.split(' ')
      columns.push({ index, measure, item: item.join(' '), beside: [] })
    }
  })
  return columns
}

/**
 * The figures of a wide table, as `toTable` wrote it.
 * @param isText whether a measure's value is words
 * @throws ImportError naming file, row and column of a cell that is neither a value nor a mark
 */
export function* fromTable(
  file: string,
  table: readonly string[][],
  layout: Layout,
  isText: (measure: string) => boolean,
): Generator<FigureRow> {
  const [header = [], ...rows] = table
  const [noteAt, groupAt] = [layout.row.length + 1, layout.group ? layout.row.length + 2 : -1]
  const expected = ['role', ...layout.row, 'note', ...(layout.group ? ['group'] : [])]
  const [, only] = /^note=(.+)$/.exec(header[noteAt] ?? '') ?? []
  if (expected.some((name, i) => header[i] !== name && !(name === 'note' && only))) {
    throw new ImportError(
      `${file}, row 1: found columns ${header.slice(0, expected.length).join(', ')}, expected ${expected.join(', ')}`,
    )
  }
  const columns = readHeader(header, expected.length)
  for (const [i, row] of rows.entries()) {
    const keys = Object.fromEntries(['role', ...layout.row].map((name, k) => [name, row[k] ?? ''])) as { role: string }
    const words = only ?? row[noteAt]
    const group = row[groupAt]
    const papers = { ...(words ? { note: words } : {}), ...(group ? { group } : {}) }
    for (const { index, measure, item, beside } of columns) {
      const cell = row[index] ?? ''
      if (cell === '') continue
      const base = { ...keys, measure, ...(item ? { item } : {}), ...papers }
      const extra = Object.fromEntries(beside.flatMap(([name, at]) => (row[at] ? [[name, Number(row[at])]] : [])))
      const state = STATES.get(cell)
      if (state) yield { ...base, ...extra, state: state as FigureRow['state'] }
      else if (isText(measure)) yield { ...base, state: 'published', text: cell }
      else {
        const value = Number(cell)
        if (!Number.isFinite(value)) {
          throw new ImportError(
            `${file}, row ${i + 2}, column "${header[index]}": found "${cell}", expected a number or one of ${[...STATES.keys()].join(' ')}`,
          )
        }
        yield { ...base, ...extra, state: 'published', value }
      }
    }
  }
}
