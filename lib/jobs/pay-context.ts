import { UNITS_A_YEAR } from './options'
import type { Posting } from './posting'

/** The published pay of a role's occupation, a year, with the release it is from. */
export type PayContext = { p10: number; median?: number; p90: number; release: string; low: number; high: number }

/** A published figure, as far as pay is set beside it. */
type PayFigure = { measure: string | null; value: number | null; release: string | null }

export type Fit = 'below' | 'within' | 'above' | 'across'

/**
 * Where a posting's range sits among what workers of the occupation earn, p10 to p90, nationally.
 * @param figures the occupation's national percentiles of yearly pay
 * @returns undefined where no official figure can be set beside it: other countries, other currencies, withheld or
 *   capped percentiles, pay by commission
 */
export function payContext(content: Posting, figures: readonly PayFigure[]): PayContext | undefined {
  const { payMin, payMax, payUnit } = content
  const factor = UNITS_A_YEAR[payUnit]
  if (payMin === undefined || payMax === undefined || !factor || whyNoPayContext(content)) return undefined
  const [p10, median, p90] = ['p10', 'median', 'p90'].map((key) =>
    figures.find(({ measure }) => measure === `pay.annual.${key}`),
  )
  if (!p10?.value || !p10.release || !p90?.value) return undefined
  return {
    p10: p10.value,
    p90: p90.value,
    ...(median?.value ? { median: median.value } : {}),
    release: p10.release,
    low: payMin * factor,
    high: payMax * factor,
  }
}

/** Why no official figure can be set beside a posting's pay, for its readers; undefined where one may. */
export function whyNoPayContext({ payMin, payCurrency, places }: Posting): string | undefined {
  const abroad = places.filter(({ country }) => country !== 'US')
  if (abroad.length > 0 && abroad.length === places.length) return 'No official figures for this country.'
  if (abroad.length > 0) return 'Official figures are for the United States, and some of these places are not there.'
  if (payMin === undefined || payCurrency === 'USD') return undefined
  return `Official figures are in US dollars, and this pay is in ${payCurrency}.`
}

/** The same, told to the employer. */
export function hintsOnPay(content: Posting): string[] {
  const why = whyNoPayContext(content)
  return why ? [`Readers see no official pay beside yours. ${why}`] : []
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
