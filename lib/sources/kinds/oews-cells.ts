import type { Row } from '../import/book'
import { type NumberRule, SHARE, WHOLE } from '../import/cells'
import type { Columns } from '../import/columns'
import type { FigureRow } from '../import/types'
import type { Cap } from './oews-edition'

const PERCENTILES = [
  ['p10', 'PCT10', '10th percentile'],
  ['p25', 'PCT25', '25th percentile'],
  ['median', 'MEDIAN', 'median'],
  ['p75', 'PCT75', '75th percentile'],
  ['p90', 'PCT90', '90th percentile'],
] as const
const PERIODS = [
  ['hourly', 'H', 'ANNUAL'],
  ['annual', 'A', 'HOURLY'],
] as const

type Base = Pick<FigureRow, 'role' | 'place' | 'industry'>

/** Reads a row's cells; what cannot be in its column is refused with file, row and column. */
type Reader = { columns: Columns; row: Row; base: Base; cap: Cap }

/** How a workbook and a text file say yes. */
const FLAGS = ['TRUE', 'true'] as const
const CENTS: NumberRule = { decimals: 2 }

function errorOf({ columns, row }: Reader, column: string): { rse?: number } {
  const rse = columns.optionalNumberOr(row, column, ['*', '**'], SHARE)
  return typeof rse === 'number' ? { rse } : {}
}

function employment(reader: Reader): FigureRow {
  const value = reader.columns.numberOr(reader.row, 'TOT_EMP', ['**'], WHOLE)
  const figure = { ...reader.base, measure: 'employment' }
  if (value === '**') return { ...figure, state: 'not-published' }
  return { ...figure, state: 'published', value, ...errorOf(reader, 'EMP_PRSE') }
}

/** Jobs against all jobs of the place. A table without places leaves the cells empty, a copy those of withheld jobs. */
function* concentration({ columns, row, base }: Reader, withheld: boolean): Generator<FigureRow> {
  for (const [measure, column, decimals] of [
    ['employment.per-1000', 'JOBS_1000', 3],
    ['employment.location-quotient', 'LOC_QUOTIENT', 2],
  ] as const) {
    if (withheld && columns.isEmpty(row, column)) continue
    const value = columns.optionalNumberOr(row, column, ['**'], { decimals })
    if (value === '**') yield { ...base, measure, state: 'not-published' }
    else if (value !== undefined) yield { ...base, measure, state: 'published', value }
  }
}

/** One cell of pay; `flag` is the column that says that only the other period is published. */
function pay(reader: Reader, [period, letter, flag]: (typeof PERIODS)[number], key: string, suffix: string): FigureRow {
  const { columns, row } = reader
  const column = `${letter}_${suffix}`
  const figure = { ...reader.base, measure: `pay.${period}.${key}` }
  const value = columns.numberOr(row, column, ['#', '*'], period === 'annual' ? WHOLE : CENTS)
  if (value === '*') {
    const only = !columns.isEmpty(row, flag) && columns.oneOf(row, flag, FLAGS)
    return { ...figure, state: only ? 'not-applicable' : 'not-published' }
  }
  const error = key === 'mean' ? errorOf(reader, 'MEAN_PRSE') : {}
  if (value !== '#') return { ...figure, ...error, state: 'published', value }
  const lower = reader.cap[period]
  return { ...figure, ...error, state: 'top-coded', ...(lower === undefined ? {} : { lower }) }
}

/** Refuses a percentile that lies below one before it. A capped one may stand beside values above the cap. */
function checkOrder({ columns, row }: Reader, letter: string, figures: readonly FigureRow[]): void {
  let least = { amount: 0, name: '' }
  for (const [i, [, suffix, name]] of PERCENTILES.entries()) {
    const { value, lower } = figures[i] ?? {}
    if (value !== undefined && value < least.amount)
      columns.fail(row, `${letter}_${suffix}`, `at least the ${least.name}, ${least.amount}`)
    const amount = value ?? lower
    if (amount !== undefined && amount >= least.amount) least = { amount, name }
  }
}

/**
 * The figures of one row: jobs with their error, their concentration, then hourly and yearly pay.
 * @throws CellError for a cell that is empty, below zero or out of order
 */
export function* figuresOf(columns: Columns, row: Row, base: Base, cap: Cap): Generator<FigureRow> {
  const reader = { columns, row, base, cap }
  const jobs = employment(reader)
  yield jobs
  yield* concentration(reader, jobs.state === 'not-published')
  for (const period of PERIODS) {
    yield pay(reader, period, 'mean', 'MEAN')
    const percentiles = PERCENTILES.map(([key, suffix]) => pay(reader, period, key, suffix))
    checkOrder(reader, period[1], percentiles)
    yield* percentiles
  }
}
