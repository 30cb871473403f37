import type { Values } from '../forms'
import { readPay } from '../money/read-pay'

/** What the two fields of pay say together. */
export type PayRead = {
  payMin?: number | undefined
  payMax?: number | undefined
  errors: Partial<Record<'payMin' | 'payMax', string>>
}

const text = (value: Values[string] | undefined) => (typeof value === 'string' ? value : '')
const BOTH = 'Give both ends of the range; for one fixed amount, give it twice.'

/**
 * Reads the lowest and the highest pay of a posting. A whole range may stand in the first field.
 * @param values as typed
 */
export function readPayFields(values: Values): PayRead {
  const [currency, unit] = [text(values.payCurrency), text(values.payUnit)]
  const [low, high] = [readPay(text(values.payMin), currency, unit), readPay(text(values.payMax), currency, unit)]
  const errors: PayRead['errors'] = {
    ...(low.kind === 'wrong' ? { payMin: low.says } : {}),
    ...(high.kind === 'wrong' ? { payMax: high.says } : {}),
  }
  if (low.kind === 'wrong' || high.kind === 'wrong') return { errors }
  if (low.kind === 'none' && high.kind === 'none') return { errors }
  if (high.kind === 'none' && low.kind === 'pay' && low.low < low.high)
    return { payMin: low.low, payMax: low.high, errors }
  if (low.kind === 'none') return { errors: { payMin: BOTH } }
  if (high.kind === 'none') return { errors: { payMax: BOTH } }
  if ((low.low < low.high || high.low < high.high) && (low.low !== high.low || low.high !== high.high))
    return { errors: { payMin: 'Give the lower end here and the upper end below.' } }
  const [payMin, payMax] = low.low < low.high ? [low.low, low.high] : [low.low, high.high]
  return payMin > payMax ? { errors: { payMax: 'The upper end is below the lower.' } } : { payMin, payMax, errors }
}
