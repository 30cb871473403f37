import type { FigureSet } from '../figures/figure'
import type { Content } from './content'
import { UNITS_A_YEAR } from './options'

/** The published pay of a role's occupation, a year, with the release it is from. */
export type PayContext = { p10: number; median?: number; p90: number; release: string; low: number; high: number }

export type Fit = 'below' | 'within' | 'above' | 'across'

/**
 * Where a posting's range sits among what workers of the occupation earn, p10 to p90, nationally.
 * @param figures the occupation's national figures
 * @returns undefined where no official figure can be set beside it: other countries, other currencies, withheld or
 *   capped percentiles, pay by commission
 */
export function payContext(content: Content, figures: FigureSet): PayContext | undefined {
  const { payMin, payMax, payCurrency, payUnit, places } = content
  if (payMin === undefined || payMax === undefined || payCurrency !== 'USD') return undefined
  if (!places.every(({ country }) => country === 'US')) return undefined
  const [p10, median, p90] = ['p10', 'median', 'p90'].map((key) => figures.find(`pay.annual.${key}`))
  if (!p10?.value || !p90?.value) return undefined
  const factor = UNITS_A_YEAR[payUnit] ?? 1
  return {
    p10: p10.value,
    p90: p90.value,
    ...(median?.value ? { median: median.value } : {}),
    release: p10.release,
    low: payMin * factor,
    high: payMax * factor,
  }
}

/** How the range lies to p10–p90. */
export function fitOf({ p10, p90, low, high }: PayContext): Fit {
  if (high < p10) return 'below'
  if (low > p90) return 'above'
  return low >= p10 && high <= p90 ? 'within' : 'across'
}

/** Whether a range lies so far out that a slip is likely: wholly a quarter below p10, or half above p90. */
export const isFarOut = ({ p10, p90, low, high }: PayContext): boolean => high < p10 * 0.75 || low > p90 * 1.5

export const FIT_WORDS: Record<Fit, string> = {
  below: 'below what nine in ten earn',
  within: 'within what most earn',
  above: 'above what nine in ten earn',
  across: 'reaches beyond what most earn',
}
