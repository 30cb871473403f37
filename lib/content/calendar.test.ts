import { expect, test } from 'vitest'
import { isDay, yearAfter } from './calendar'

test('only days that the calendar has are days', () => {
  for (const day of ['2026-11-25', '2028-02-29', '2000-02-29', '2027-12-31']) expect(isDay(day), day).toBe(true)
  for (const day of ['2027-02-29', '2027-02-30', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-01-00'])
    expect(isDay(day), day).toBe(false)
})

test('the next review of what begins on a leap day is on a day that there is', () => {
  expect(yearAfter('2026-11-25')).toBe('2027-11-25')
  expect(yearAfter('2028-02-29')).toBe('2029-02-28')
})
