import type { FigureState } from './states'

const PAY = ['mean', 'p10', 'p25', 'median', 'p75', 'p90'] as const

/**
 * The cells of one row of `pay_breakdown` in their order, each with its column: a cell's place here is the place of its
 * letter in `states`. The view `ledger` has the same list.
 */
export const BREAKDOWN_CELLS: readonly { measure: string; column: string; type: 'int' | 'numeric' }[] = [
  { measure: 'employment', column: 'employment', type: 'int' },
  { measure: 'employment.per-1000', column: 'jobs_per_1000', type: 'numeric' },
  { measure: 'employment.location-quotient', column: 'location_quotient', type: 'numeric' },
  ...PAY.map((key) => ({ measure: `pay.hourly.${key}`, column: `hourly_${key}`, type: 'numeric' as const })),
  ...PAY.map((key) => ({ measure: `pay.annual.${key}`, column: `annual_${key}`, type: 'int' as const })),
]

const POSITIONS = new Map(BREAKDOWN_CELLS.map(({ measure }, i) => [measure, i]))

/** The letter of a state; a cell that the file does not have is `-` and no figure. */
const LETTERS: Partial<Record<FigureState, string>> = {
  published: 'p',
  'top-coded': 't',
  'not-published': 'n',
  'not-applicable': 'a',
}

type Cell = { measure: string; state: FigureState; value?: number; lower?: number; rse?: number }

/** What a row of `pay_breakdown` holds beside its keys. */
export type BreakdownRow = {
  /** By `BREAKDOWN_CELLS`: the value, or the lower bound of a top-coded cell. */
  amounts: (number | undefined)[]
  states: string
  employmentRse: number | undefined
  meanRse: number | undefined
}

/**
 * Packs the figures of one role in one place or industry into a row.
 * @param cells figures of measures in `BREAKDOWN_CELLS`, each at most once
 * @throws RangeError for another measure, or a state that no letter stands for
 */
export function packBreakdown(cells: readonly Cell[]): BreakdownRow {
  const amounts: (number | undefined)[] = BREAKDOWN_CELLS.map(() => undefined)
  const letters = BREAKDOWN_CELLS.map(() => '-')
  const rse = new Map<string, number | undefined>()
  for (const { measure, state, value, lower, ...cell } of cells) {
    const at = POSITIONS.get(measure)
    const letter = LETTERS[state]
    if (at === undefined || !letter) throw new RangeError(`A breakdown of pay has no cell for ${measure}, ${state}`)
    amounts[at] = state === 'top-coded' ? lower : value
    letters[at] = letter
    rse.set(measure, cell.rse)
  }
  return {
    amounts,
    states: letters.join(''),
    employmentRse: rse.get('employment'),
    meanRse: rse.get('pay.annual.mean') ?? rse.get('pay.hourly.mean'),
  }
}
