import { expect, test } from 'vitest'
import { payDoubt } from './pay-doubt'

const ROLE = { p10: 70_000, median: 125_000, p90: 206_000, release: 'oews-national-2025-05', low: 0, high: 0 }
const pay = (payMin: number, payMax: number, payUnit = 'YEAR', payCurrency = 'USD') => ({
  payMin,
  payMax,
  payUnit,
  payCurrency,
})

test.each([
  [pay(98_000, 124_000)],
  [pay(60_000, 300_000)],
  [pay(35, 60, 'HOUR')],
  [pay(5_900, 12_000, 'MONTH')],
  [pay(1_400, 2_500, 'WEEK')],
  [pay(300, 600, 'DAY')],
])('%j is not asked about', (typed) => expect(payDoubt(typed, ROLE)).toBeUndefined())

test.each([
  [pay(9_800, 124_000), '$9,800 – $124,000 a year.'],
  [pay(98_000, 1_240_000), '$98,000 – $1,240,000 a year.'],
  [pay(3_150, 3_150, 'HOUR'), '$3,150 an hour, which is $6,552,000 to $6,552,000 a year.'],
  [pay(98_000, 124_000, 'MONTH'), '$98,000 – $124,000 a month, which is $1,176,000 to $1,488,000 a year.'],
  [pay(98, 124), '$98 – $124 a year.'],
])('%j is asked about beside what the role earns', (typed, said) => {
  expect(payDoubt(typed, ROLE)).toBe(
    `Nine in ten in this role earn more than $70,000, and nine in ten less than $206,000 a year. You wrote ${said} If that is right, send it again; a reviewer will look at it.`,
  )
})

test.each([
  [pay(3_150, 3_150, 'HOUR', 'EUR'), 'Hardly any job pays so.'],
  [pay(45, 45, 'YEAR', 'EUR'), 'Hardly any job pays so.'],
  [pay(6_200, 80_000, 'YEAR', 'CAD'), 'The upper end is more than 5 times the lower.'],
])('without official figures %j is asked about too', (typed, says) =>
  expect(payDoubt(typed, undefined)).toContain(says),
)

test.each([
  [pay(31.5, 31.5, 'HOUR', 'EUR')],
  [pay(4_500_000, 6_000_000, 'YEAR', 'JPY')],
  [pay(900_000, 1_800_000, 'YEAR', 'INR')],
  [pay(1_500, 2_500, 'HOUR', 'JPY')],
])('nor is %j', (typed) => expect(payDoubt(typed, undefined)).toBeUndefined())
