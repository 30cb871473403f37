import { COMMA_IS_DECIMAL, takeCurrency } from './currency'
import { plainDigits } from './digits'
import { NO_AMOUNT, readNumber } from './read-number'

/** One field of pay as typed: nothing, an amount, both ends of a range, or what to ask. */
export type ReadPay = { kind: 'none' } | { kind: 'pay'; low: number; high: number } | { kind: 'wrong'; says: string }

/** What people write for a unit behind an amount. */
const UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/(?:\/|\b(?:per|an?)\b) ?(?:hour|hr|h)\b\.?|\bhourly\b|\bp\/?h\b/i, 'HOUR', 'an hour'],
  [/(?:\/|\b(?:per|a)\b) ?day\b|\bdaily\b/i, 'DAY', 'a day'],
  [/(?:\/|\b(?:per|a)\b) ?(?:week|wk)\b\.?|\bweekly\b/i, 'WEEK', 'a week'],
  [/(?:\/|\b(?:per|a)\b) ?(?:month|mo)\b\.?|\bmonthly\b/i, 'MONTH', 'a month'],
  [/(?:\/|\b(?:per|a)\b) ?(?:year|yr|annum)\b\.?|\b(?:yearly|annually|p\.?a\.?)(?=\s|$)/i, 'YEAR', 'a year'],
]

const MOST = 1e9
const wrong = (says: string): ReadPay => ({ kind: 'wrong', says })

const takeUnit = (text: string) => {
  const found = UNITS.find(([pattern]) => pattern.test(text))
  return found ? { rest: text.replace(found[0], '').trim(), unit: found[1], words: found[2] } : { rest: text }
}

/** Where a text holds two ends: `60–80`, `60 to 80`, `between 60 and 80`. */
function partRange(text: string): string[] {
  const between = /^between (.+) and (.+)$/i.exec(text) ?? /^from (.+) to (.+)$/i.exec(text)
  if (between) return [between[1] ?? '', between[2] ?? '']
  return text.split(/ ?(?:[–~〜-]|(?<![a-z]{2})to(?![a-z])|\bbis\b) ?/i)
}

const THOUSANDS = /^(.*\d) ?(?:k|thousand)$/i

function readEnds(text: string, commaIsDecimal: boolean): ReadPay {
  const parts = partRange(text)
  if (parts.length > 2 || parts.some((part) => part === '')) return wrong(NO_AMOUNT)
  const bare = parts.map((part) => part.replace(THOUSANDS, '$1'))
  const thousands = parts.map((part) => THOUSANDS.test(part))
  // Two ends that group thousands alike leave no doubt about the mark.
  const alike = parts.length === 2 && bare.every((part) => /^\d{1,3},\d{3}$/.test(part))
  const ends = bare.map((part) => readNumber(part, commaIsDecimal && !alike))
  const asks = ends.find((end) => 'wrong' in end)
  if (asks && 'wrong' in asks) return wrong(asks.wrong)
  const [a = 0, b = a] = ends.flatMap((end) => ('value' in end ? [end.value] : []))
  const [kA = false, kB = kA] = thousands
  // 60–80k means thousands at both ends, and so does 60k–80.
  const low = a * (kA || (kB && a < b) ? 1000 : 1)
  const high = b * (kB || (kA && b < low) ? 1000 : 1)
  if (low <= 0 || high <= 0)
    return wrong('Pay is more than zero. Leave it empty where the job pays by commission alone.')
  if (Math.max(low, high) > MOST) return wrong('That is more than any job pays. Look at the zeros again.')
  if (low > high) return wrong('The upper end is below the lower.')
  return { kind: 'pay', low: Math.round(low * 100) / 100, high: Math.round(high * 100) / 100 }
}

/**
 * Reads what was typed for pay: `62,000`, `45 000`, `62k`, `$60k to $80k`, `1.234,56 €`, `31.50 an hour`. What can be
 * read in two ways is asked about, never guessed.
 * @param currency ISO code that the form says; another one in the text is asked about
 * @param unit of `PAY_UNITS` that the form says; another one in the text is asked about
 */
export function readPay(typed: string, currency: string, unit: string): ReadPay {
  const text = plainDigits(typed)
  if (text === '') return { kind: 'none' }
  const stated = takeCurrency(text)
  const other = stated.said.find(({ may }) => currency !== '' && !may.includes(currency))
  if (other)
    return wrong(
      `“${other.sign}” is not ${currency}, which is chosen below. Choose the currency there, and give the amount.`,
    )
  const per = takeUnit(stated.rest)
  if ('unit' in per && unit !== '' && per.unit !== unit)
    return wrong(`You wrote “${per.words}” and chose another unit below. Choose that there, and give the amount.`)
  // 45,- and 45.– are whole amounts.
  const plain = per.rest.replace(/(?<=\d)[.,](?: ?[–-]{1,2})?$/, '').trim()
  if (/^[–+(-]/.test(plain)) return wrong('Give the amount without a sign. Pay is more than zero.')
  if (/\+$|^(?:from|up to|over|under|at least|at most|max\.?|min\.?|[<>≤≥])(?!.*\bto\b.*\d)/i.test(plain))
    return wrong('Give both ends of the range; for one fixed amount, give it twice.')
  return readEnds(plain, COMMA_IS_DECIMAL.has(currency))
}
