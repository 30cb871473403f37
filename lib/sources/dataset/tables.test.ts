import { expect, it } from 'vitest'
import type { FigureRow } from '../import/types'
import type { Layout } from './layout'
import { toTable, WideTable } from './tables'

async function* each(figures: readonly FigureRow[]): AsyncGenerator<FigureRow> {
  yield* figures
}

const LAYOUT: Layout = { row: ['place'], wide: true }
const base = { role: '15-1232', place: 'US-CA' }
const FIGURES: FigureRow[] = [
  { ...base, measure: 'employment', state: 'published', value: 5860, rse: 4.3 },
  { ...base, measure: 'employment.per-1000', state: 'not-published' },
  { ...base, measure: 'pay.annual.mean', state: 'top-coded', lower: 239_200, rse: 9.2 },
  { ...base, measure: 'pay.annual.p90', state: 'top-coded' },
  { ...base, measure: 'pay.hourly.mean', state: 'not-applicable' },
  { ...base, measure: 'pay.hourly.p10', state: 'published', value: 12.01 },
  { ...base, place: 'US-CO', measure: 'employment', state: 'published', value: 0, rse: 0 },
]

const inOrder = (figures: readonly FigureRow[]) =>
  figures.toSorted((a, b) => (`${a.place} ${a.measure}` < `${b.place} ${b.measure}` ? -1 : 1))

it('gives back every figure with state, bound and error, in rows of the same order', async () => {
  const table = await toTable(each(FIGURES), LAYOUT)
  expect(table[0]).toEqual([
    ...['role', 'place', 'note', 'employment', 'employment:rse', 'employment.per-1000', 'pay.annual.mean'],
    ...['pay.annual.mean:rse', 'pay.annual.p90', 'pay.hourly.mean', 'pay.hourly.p10'],
  ])
  expect(table[1]).toEqual(['15-1232', 'US-CA', '', '5860', '4.3', '*', '#239200', '9.2', '#', '-', '12.01'])
  const wide = new WideTable('t.csv', table, LAYOUT, () => false)
  expect(wide.keysOf(1)).toEqual(['15-1232', 'US-CO'])
  expect(inOrder([...wide.figuresOf(0), ...wide.figuresOf(1)])).toEqual(inOrder(FIGURES))
  expect(await toTable(each(FIGURES.toReversed()), LAYOUT)).toEqual(table)
})

it('names file, row and column of a cell that is neither a value nor a mark', async () => {
  const table = await toTable(each(FIGURES), LAYOUT)
  const broken = table.map((row, i) => (i === 1 ? row.with(3, '58x') : row))
  expect(() => new WideTable('t.csv', broken, LAYOUT, () => false).figuresOf(0)).toThrow(
    't.csv, row 2, column "employment": found "58x", expected a number, # and one, or one of * ! -',
  )
})
