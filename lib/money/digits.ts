import { cleanLine } from '../text/clean'

/** What a decimal digit of any script is worth: Unicode keeps the ten of each together, from zero up. */
function worthOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}

/** A number's text with ASCII digits and marks: full-width, Arabic, Indic; no blanks at its ends. */
export const plainDigits = (text: string): string =>
  cleanLine(text)
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(worthOf(digit))))
    .replaceAll('٫', '.')
    .replaceAll(/[٬،]/g, ',')
    .replaceAll(/[‐‑‒–—―−﹣]/g, '–')
    .replaceAll(/\s+/g, ' ')
    .trim()

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A number below a thousand in words: `forty-five`. */
export function inWords(n: number): string {
  if (n < 20) return SMALL[n] ?? ''
  const [rest, tens] = [n % 10, TENS[Math.floor(n / 10) - 2]]
  if (n < 100) return rest === 0 ? (tens ?? '') : `${tens}-${SMALL[rest]}`
  const hundreds = `${SMALL[Math.floor(n / 100)]} hundred`
  return n % 100 === 0 ? hundreds : `${hundreds} ${inWords(n % 100)}`
}
