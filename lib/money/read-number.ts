import { inWords } from './digits'

/** What a number's text says, or why it says nothing. */
export type ReadNumber = { value: number } | { wrong: string }

/** Said of what is no amount. */
export const NO_AMOUNT = 'Give an amount, such as 62,000 or 31.50.'

const group = (n: string) => n.replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** Asks about `45.000`, which people of two continents read in two ways. */
function ask(text: string, whole: string, rest: string): ReadNumber {
  const small = Number(`${whole}.${rest}`)
  if (rest === '000') {
    const words = inWords(Number(whole))
    return { wrong: `“${text}”: ${words} thousand, or ${words}? Write ${whole}${rest} or ${small}.` }
  }
  // Nobody is paid in thousandths.
  const cents = rest.endsWith('0') ? String(small) : small.toFixed(2)
  return { wrong: `“${text}”: ${group(whole + rest)}, or ${cents}? Write ${whole}${rest} or ${cents}.` }
}

const WHOLE = /^\d{1,10}$/
/** Groups of three, parted by one and the same mark: a comma, a dot, a blank or an apostrophe. */
const GROUPED = /^\d{1,3}(?:([,. '’ʼ_])\d{3})(?:\1\d{3})*$/
/** Lakhs and crores: groups of two before the last three. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/
const MARKS = /[,. '’ʼ_]/g

/**
 * Reads a number without sign, as people of different countries write it. A lone mark with one or two digits behind it
 * is decimal; a lone dot with three is asked about, and a lone comma where `commaIsDecimal`.
 * @param text with ASCII digits (see `plainDigits`)
 * @param commaIsDecimal whether those who use the currency part decimals by a comma
 */
export function readNumber(text: string, commaIsDecimal = false): ReadNumber {
  if (WHOLE.test(text)) return { value: Number(text) }
  const lone = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(text)
  if (lone) {
    const [, whole = '', mark, rest = ''] = lone
    return mark === '.' || commaIsDecimal ? ask(text, whole, rest) : { value: Number(whole + rest) }
  }
  if (GROUPED.test(text) || INDIAN.test(text)) return { value: Number(text.replaceAll(MARKS, '')) }
  const decimal = /^(.*\d)([.,])(\d{1,2})$/.exec(text)
  if (!decimal) return { wrong: NO_AMOUNT }
  const [, whole = '', mark = '', cents = ''] = decimal
  const isWhole = WHOLE.test(whole) || ((GROUPED.test(whole) || INDIAN.test(whole)) && !whole.includes(mark))
  return isWhole ? { value: Number(`${whole.replaceAll(MARKS, '')}.${cents}`) } : { wrong: NO_AMOUNT }
}
