import type { Values } from '../forms'
import { UNITS_A_YEAR } from './options'
import type { PayContext } from './pay-context'
import type { Posting } from './posting'
import { formatPay } from './words'

type Pay = Pick<Posting, 'payMin' | 'payMax' | 'payCurrency' | 'payUnit'>

/** Orders of magnitude, no rates: how many of a currency are about as much as one of the strong ones. */
const ABOUT: Record<string, number> = { SEK: 10, MXN: 20, INR: 80, JPY: 150 }
/** Yearly pay that hardly any job lies outside of, in a strong currency. */
const LEAST = 2_000
const MOST = 3_000_000
/** A range whose upper end is so many times the lower is more often a slip than meant. */
const WIDEST = 5

const perYear = (amount: number, currency: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)

/** What a `yes` to a doubt is for: another amount is asked about anew. */
export const payKey = ({ payMin, payMax, payCurrency, payUnit }: Values): string =>
  [payMin, payMax, payCurrency, payUnit].flat().join('|')

/**
 * What to ask about an amount that lies far from what the role earns, or from what any job does: often a slip of the
 * keys. Each end is looked at by itself, turned into a year's pay by the stated unit.
 * @param pay the role's published percentiles, where one may be set beside it
 */
export function payDoubt(content: Pay, pay: PayContext | undefined): string | undefined {
  const { payMin, payMax, payUnit, payCurrency } = content
  if (payMin === undefined || payMax === undefined) return undefined
  const year = UNITS_A_YEAR[payUnit] ?? 1
  const [low, high] = [payMin * year, payMax * year]
  const inYears =
    payUnit === 'YEAR' ? '' : `, which is ${perYear(low, payCurrency)} to ${perYear(high, payCurrency)} a year`
  const said = `You wrote ${formatPay(content)}${inYears}.`
  const end = 'If that is right, send it again; a reviewer will look at it.'
  if (pay && (low < pay.p10 * 0.75 || high > pay.p90 * 1.5))
    return `Nine in ten in this role earn more than ${perYear(pay.p10, 'USD')}, and nine in ten less than ${perYear(pay.p90, 'USD')} a year. ${said} ${end}`
  const about = ABOUT[payCurrency] ?? 1
  if (low < LEAST * about || high > MOST * about) return `Hardly any job pays so. ${said} ${end}`
  return high > WIDEST * low ? `The upper end is more than ${WIDEST} times the lower. ${said} ${end}` : undefined
}
