import { getMeasure, type Unit } from './figures/measures'

const LOCALE = 'en-US'
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const dollars = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const cents = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' })

// A formatter takes far longer to make than to use.
const byDigits = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

const fixed = (value: number, digits: number) => byDigits[digits]?.format(value) ?? value.toFixed(digits)

/** A number with thousands separators and no decimals. */
export function formatWhole(value: number): string {
  return whole.format(value)
}

/** Dollars without cents. */
export function formatDollars(value: number): string {
  return dollars.format(value)
}

/** Dollars in thousands, for the ends of a chart: `$62k`. */
export function formatDollarsShort(value: number): string {
  return value === 0 ? '$0' : `$${Math.round(value / 1000)}k`
}

/** A percentage with the digits it is published with: `2.0%` beside `1.2%`. */
export function formatPercent(value: number, digits = 1): string {
  return `${fixed(value, digits)}%`
}

/** Importance from 1–5 as 0–100: (rating − 1) / 4 × 100, rounded. */
export function importanceOf(rating: number): number {
  return Math.round(((rating - 1) / 4) * 100)
}

/** A count published in thousands; a rounded 0 is not none, but less than half of the last digit: `under 500`. */
function formatThousands(value: number, digits: number): string {
  return Number(value.toFixed(digits)) === 0 ? `under ${formatWhole(500 / 10 ** digits)}` : formatWhole(value * 1000)
}

const BY_UNIT: Record<Unit, (value: number, digits: number) => string> = {
  'dollars a year': (value) => formatDollars(value),
  'dollars an hour': (value) => cents.format(value),
  jobs: (value) => formatWhole(value),
  'jobs per 1,000': (value, digits) => fixed(value, digits),
  ratio: (value, digits) => fixed(value, digits),
  'thousand jobs': formatThousands,
  'thousand people': formatThousands,
  percent: (value, digits) => formatPercent(value, digits),
  years: (value, digits) => fixed(value, digits),
  'rating 1-5': (value) => String(importanceOf(value)),
  'level 0-7': (value, digits) => fixed(value, digits),
  zone: (value) => String(value),
  text: (value) => String(value),
}

/** The value of a measure in its unit, as a reader sees it. */
export function formatValue(measure: string, value: number): string {
  const { unit, precision } = getMeasure(measure)
  return BY_UNIT[unit](value, precision).replace('-', '−')
}

/** A number with a word for what is counted, in the singular for one: `1.0 point`, `2.5 points`. */
export function formatCounted(value: number, digits: number, singular: string): string {
  return `${fixed(value, digits)} ${singular}${value === 1 ? '' : 's'}`
}

/**
 * How far two values of a measure lie apart, without a sign: `$12,300`, `0.4 points`, `1.0 year`.
 * @returns undefined where they are the same to the digits that are published
 */
export function formatDistance(measure: string, difference: number): string | undefined {
  const { unit, precision } = getMeasure(measure)
  const distance = Number(Math.abs(difference).toFixed(precision))
  if (distance === 0) return undefined
  if (unit === 'percent') return formatCounted(distance, precision, 'point')
  if (unit === 'years') return formatCounted(distance, precision, 'year')
  return BY_UNIT[unit](distance, precision)
}

/** A day as a reader sees it: `November 21, 2026`, in a time zone, UTC unless given. */
export function formatDay(at: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone }).format(at)
}

/** A last day with the clock that ends it: `December 21, 2026, Mountain Time`. */
export function formatLastDay(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at)
  return `${formatDay(at, timeZone)}, ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone}`
}
