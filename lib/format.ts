import { getMeasure, type Unit } from './figures/measures'

const LOCALE = 'en-US'
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const dollars = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const cents = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' })

const fixed = (value: number, digits: number) =>
  value.toLocaleString(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits })

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

/** A percentage as published, without a trailing `.0`. */
export function formatPercent(value: number, digits = 1): string {
  return `${fixed(value, digits).replace(/\.0$/, '')}%`
}

/** Importance from 1–5 as 0–100: (rating − 1) / 4 × 100, rounded. */
export function importanceOf(rating: number): number {
  return Math.round(((rating - 1) / 4) * 100)
}

const BY_UNIT: Record<Unit, (value: number, digits: number) => string> = {
  'dollars a year': (value) => formatDollars(value),
  'dollars an hour': (value) => cents.format(value),
  jobs: (value) => formatWhole(value),
  'thousand jobs': (value) => formatWhole(value * 1000),
  'thousand people': (value) => formatWhole(value * 1000),
  percent: (value, digits) => formatPercent(value, digits),
  years: (value, digits) => fixed(value, digits).replace(/\.0$/, ''),
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

/** A signed difference between two values of a measure: `+$12,300`, `−0.4 points`, `same`. */
export function formatDifference(measure: string, difference: number): string {
  const { unit, precision } = getMeasure(measure)
  const text = BY_UNIT[unit](Math.abs(difference), precision)
  if (Number(text.replaceAll(/[^0-9.]/g, '')) === 0) return 'same'
  const sign = difference > 0 ? '+' : '−'
  if (unit === 'percent') return `${sign}${text.slice(0, -1)} points`
  if (unit === 'years') return `${sign}${text} years`
  return `${sign}${text}`
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
