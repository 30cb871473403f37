import { listMeasures } from '@/lib/figures/measures'
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

/** Measures that can fall below zero. */
const SIGNED: Record<string, number> = { 'projection.change': Number.NEGATIVE_INFINITY, 'projection.growth': -100 }
const SHARES: ReadonlySet<string> = new Set([
  'education.share',
  'people.share',
  'experience.required',
  'projection.self-employed',
])

/** The least and the most that a measure's value can be. */
const rangeOf = (measure: string): [least: number, most: number] => [
  SIGNED[measure] ?? 0,
  SHARES.has(measure) ? 100 : Number.POSITIVE_INFINITY,
]

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

/** Codes that may stand in the parts of a row's key, with the list that has them. */
export type Known = Record<'role' | Key, { codes: ReadonlySet<string>; list: string }>

const isBeside = (name: string): name is (typeof BESIDE)[number] => BESIDE.some((known) => known === name)

/** A number as it was written: in one way only, so that none can be read as another. */
const isNumber = (cell: string) => String(Number(cell)) === cell && Number.isFinite(Number(cell))

const MEASURES: ReadonlySet<string> = new Set(listMeasures().map(({ key }) => key))

function readHeader(file: string, header: readonly string[], first: number): Column[] {
  const columns: Column[] = []
  const fail = (name: string): never => {
    throw new ImportError(
      `${file}, row 1: found column "${name}", expected a measure, or what stands beside the one before`,
    )
  }
  header.forEach((name, index) => {
    if (index < first) return
    const [column = '', beside] = name.split(':')
    if (beside !== undefined) {
      const before = columns.at(-1)
      if (before && isBeside(beside) && header[before.index] === column) before.beside.push([beside, index])
      else fail(name)
    } else {
      const [measure = '', ...item] = column.split(' ')
      if (!MEASURES.has(measure)) fail(name)
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
    this.columns = readHeader(file, header, this.first)
  }

  /** How many rows of figures it has. */
  get length(): number {
    return this.table.length - 1
  }

  /** What makes a row: the role's code, then the layout's parts. */
  keysOf(row: number): readonly string[] {
    return this.table[row + 1]?.slice(0, this.noteAt) ?? []
  }

  /** @throws ImportError naming the row whose key is not in its list, or stands twice */
  checkKeys(known: Known): void {
    const seen = new Map<string, number>()
    for (let row = 0; row < this.length; row += 1) {
      const keys = this.keysOf(row)
      for (const [i, part] of (['role', ...this.layout.row] as const).entries()) {
        const { codes, list } = known[part]
        if (!codes.has(keys[i] ?? '')) this.fail(row, i, `a code of ${list}`)
      }
      const key = keys.join('\t')
      const first = seen.get(key)
      if (first !== undefined) this.fail(row, 0, `one row for each: the same stands in row ${first + 2}`)
      seen.set(key, row)
    }
  }

  private fail(row: number, column: number, expected: string): never {
    const found = JSON.stringify(this.table[row + 1]?.[column] ?? '')
    throw new ImportError(
      `${this.file}, row ${row + 2}, column "${this.table[0]?.[column]}": found ${found}, expected ${expected}`,
    )
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
    for (const [name, at] of beside) {
      const said = cells[at] ?? ''
      if (said === '') continue
      if (!isNumber(said)) this.fail(row, at, 'a number')
      figure[name] = Number(said)
    }
    const state = STATES.get(cell)
    if (state) figure.state = state as FigureRow['state']
    else if (this.isText(measure)) figure.text = cell
    else {
      const capped = cell.startsWith(TOP_CODED)
      const digits = capped ? cell.slice(TOP_CODED.length) : cell
      if (!isNumber(digits) && cell !== TOP_CODED)
        this.fail(row, index, `a number, ${TOP_CODED} and one, or one of ${[...STATES.keys()].join(' ')}`)
      const value = Number(digits)
      const [least, most] = rangeOf(measure)
      if (value < least) this.fail(row, index, `a number of at least ${least}`)
      if (value > most) this.fail(row, index, `a number of at most ${most}`)
      if (!capped) figure.value = value
      else {
        figure.state = 'top-coded'
        if (cell !== TOP_CODED) figure.lower = value
      }
    }
    return figure
  }
}
