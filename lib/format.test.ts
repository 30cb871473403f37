import { expect, it } from 'vitest'
import { formatCounted, formatDay, formatDistance, formatLastDay, formatPercent, formatValue } from './format'

it('keeps one precision down a column: 2.0% beside 1.2%, 46.0 beside 39.6', () => {
  expect([2, 1.2].map((value) => formatValue('people.share', value))).toEqual(['2.0%', '1.2%'])
  expect([46, 39.6].map((value) => formatValue('age.median', value))).toEqual(['46.0', '39.6'])
  expect(formatPercent(10, 0)).toBe('10%')
  expect(formatValue('projection.growth', -3)).toBe('−3.0%')
})

it('shows a rounded zero as less than half of the last digit, not as none', () => {
  expect(formatValue('people.employed', 0)).toBe('under 500')
  expect(formatValue('age.band', 0)).toBe('under 500')
  expect(formatValue('projection.change', 0)).toBe('under 50')
  expect([formatValue('people.employed', 23), formatValue('projection.change', -0.9)]).toEqual(['23,000', '−900'])
})

it('names a distance by its unit, in the singular for one, and tells where there is none', () => {
  expect(formatDistance('pay.annual.mean', -46_680)).toBe('$46,680')
  expect(formatDistance('projection.growth', 1)).toBe('1.0 point')
  expect(formatDistance('projection.growth', -5.4)).toBe('5.4 points')
  expect(formatDistance('age.average', 1)).toBe('1 year')
  expect(formatDistance('age.median', 6.8)).toBe('6.8 years')
  expect(formatDistance('age.median', 0.04)).toBeUndefined()
  expect(formatCounted(1, 0, 'point')).toBe('1 point')
})

it('writes a day as in America', () => {
  const at = new Date('2026-12-21T23:00:00Z')
  expect(formatDay(at)).toBe('December 21, 2026')
  expect(formatLastDay(at, 'America/Denver')).toBe('December 21, 2026, Mountain Time')
})
