import { ImportError } from '../import/errors'
import type { FigureRow } from '../import/types'
import { BESIDE, columnOf, type Layout, MARKS, TOP_CODED } from './layout'

type Key = Layout['row'][number]

const STATES = new Map(Object.entries(MARKS).map(([state, mark]) => [mark, state]))

function cellOf({ state, text, value, lower }: FigureRow): string {
  if (state === 'top-coded') return `${TOP_CODED}${lower ?? ''}`
  return MARKS[state] ?? String(text ?? value)
}

/** What stands beside a cell; the bound of a top-coded one is in the cell. */
const besideOf = (figure: FigureRow, name: (typeof BESIDE)[number]) =>
  name === 'lower' && figure.state === 'top-coded' ? undefined : figure[name]

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const papersOf = (note: string | undefined, group: string | undefined) => ({
  ...(note ? { note } : {}),
  ...(group ? { group } : {}),
})

type Row = Pick<FigureRow, 'note' | 'group'> & { keys: string[]; cells: Map<string, string[]> }

/**
 * Figures as the rows of a wide table, in a fixed order.
 * @throws Error when figures of one row differ in note or group: the table has one of each a row
 */
export async function toTable(figures: AsyncIterable<FigureRow>, layout: Layout): Promise<string[][]> {
  const itemInRow = layout.row.includes('item')
  const columns = new Map<string, Set<number>>()
  const rows = new Map<string, Row>()
  for await (const figure of figures) {
    const keys = [figure.role, ...layout.row.map((part: Key) => figure[part] ?? '')]
    const id = keys.join('\t')
    const row = rows.get(id) ?? { keys, cells: new Map(), ...papersOf(figure.note, figure.group) }
    if (row.note !== figure.note || row.group !== figure.group)
      throw new Error(`Figures of ${id} have two notes or groups.`)
    const column = columnOf(figure.measure, itemInRow ? '' : (figure.item ?? ''))
    const beside = BESIDE.map((name) => String(besideOf(figure, name) ?? ''))
    row.cells.set(column, beside.some(Boolean) ? [cellOf(figure), ...beside] : [cellOf(figure)])
    rows.set(id, row)
    const used = columns.get(column) ?? new Set()
    columns.set(column, used)
    for (const [i, value] of beside.entries()) if (value) used.add(i)
  }
  const ordered = [...columns].sort(([a], [b]) => order(a, b))
  const usedOf = (used: ReadonlySet<number>) => BESIDE.flatMap((name, i) => (used.has(i) ? [{ name, at: i + 1 }] : []))
  const notes = new Set([...rows.values()].map((row) => row.note ?? ''))
  const [only = ''] = notes.size === 1 ? notes : []
  const header = [
    'role',
    ...layout.row,
    only ? `note=${only}` : 'note',
    ...(layout.group ? ['group'] : []),
    ...ordered.flatMap(([column, used]) => [column, ...usedOf(used).map(({ name }) => `${column}:${name}`)]),
  ]
  const body = [...rows]
    .sort(([a], [b]) => order(a, b))
    .map(([, { keys, note, group, cells }]) => [
      ...keys,
      only ? '' : (note ?? ''),
      ...(layout.group ? [group ?? ''] : []),
      ...ordered.flatMap(([column, used]) => {
        const cell = cells.get(column)
        return [cell?.[0] ?? '', ...usedOf(used).map(({ at }) => cell?.[at] ?? '')]
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

/** A wide table, as `toTable` wrote it, whose rows are read as figures one by one. */
export class WideTable {
  private readonly columns: Column[]
  private readonly first: number
  private readonly noteAt: number
  private readonly note: string | undefined

  /**
   * @param isText whether a measure's value is words
   * @throws ImportError when the columns are not those of the layout
   */
  constructor(
    private readonly file: string,
    private readonly table: readonly string[][],
    private readonly layout: Layout,
    private readonly isText: (measure: string) => boolean,
  ) {
    const [header = []] = table
    const expected = ['role', ...layout.row, 'note', ...(layout.group ? ['group'] : [])]
    this.first = expected.length
    this.noteAt = layout.row.length + 1
    this.note = /^note=(.+)$/.exec(header[this.noteAt] ?? '')?.[1]
    if (expected.some((name, i) => header[i] !== name && !(name === 'note' && this.note))) {
      const found = header.slice(0, this.first).join(', ')
      throw new ImportError(`${file}, row 1: found columns ${found}, expected ${expected.join(', ')}`)
    }
    this.columns = readHeader(header, this.first)
  }

  /** How many rows of figures it has. */
  get length(): number {
    return this.table.length - 1
  }

  /** What makes a row: the role's code, then the layout's parts. */
  keysOf(row: number): readonly string[] {
    return this.table[row + 1]?.slice(0, this.noteAt) ?? []
  }

  /**
   * The figures of a row, from 0.
   * @throws ImportError naming file, row and column of a cell that is neither a value nor a mark
   */
  figuresOf(row: number): FigureRow[] {
    const cells = this.table[row + 1] ?? []
    const keys = Object.fromEntries(['role', ...this.layout.row].map((name, k) => [name, cells[k] ?? '']))
    const papers = papersOf(this.note ?? cells[this.noteAt], this.layout.group && cells[this.noteAt + 1])
    const base = { ...(keys as { role: string }), ...papers }
    const figures: FigureRow[] = []
    for (const column of this.columns) {
      const cell = cells[column.index]
      if (cell) figures.push(this.figureOf(base, column, cell, row))
    }
    return figures
  }

  private figureOf(
    base: Omit<FigureRow, 'measure' | 'state'>,
    { measure, item, beside, index }: Column,
    cell: string,
    row: number,
  ): FigureRow {
    const cells = this.table[row + 1] ?? []
    const figure: FigureRow = { ...base, measure, state: 'published' }
    if (item) figure.item = item
    for (const [name, at] of beside) if (cells[at]) figure[name] = Number(cells[at])
    const state = STATES.get(cell)
    if (state) figure.state = state as FigureRow['state']
    else if (this.isText(measure)) figure.text = cell
    else {
      const capped = cell.startsWith(TOP_CODED)
      const value = Number(capped ? cell.slice(TOP_CODED.length) : cell)
      if (!Number.isFinite(value)) {
        throw new ImportError(
          `${this.file}, row ${row + 2}, column "${this.table[0]?.[index]}": found "${cell}", expected a number, ${TOP_CODED} and one, or one of ${[...STATES.keys()].join(' ')}`,
        )
      }
      if (!capped) figure.value = value
      else {
        figure.state = 'top-coded'
        if (cell !== TOP_CODED) figure.lower = value
      }
    }
    return figure
  }
}
