import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneOfJob } from '../jobs/zone'
import { dayIn, endOfDay } from './day'
import { readPlace } from './read-place'
import { zoneName, zoneOfPlace } from './zone'

test.each([
  ['Phoenix, AZ', 'America/Phoenix'],
  ['Yuma, AZ', 'America/Phoenix'],
  ['Window Rock, AZ', 'America/Denver'],
  ['El Paso, TX', 'America/Denver'],
  ['Dallas, TX', 'America/Chicago'],
  ['Pensacola, FL', 'America/Chicago'],
  ['Miami, FL', 'America/New_York'],
  ['Gary, IN', 'America/Chicago'],
  ['Indianapolis, IN', 'America/Indiana/Indianapolis'],
  ['Boise, ID', 'America/Boise'],
  ['Coeur d’Alene, ID', 'America/Los_Angeles'],
  ['Kellogg, ID', 'America/Los_Angeles'],
  ['Honolulu, HI', 'Pacific/Honolulu'],
  ['Anchorage, AK', 'America/Anchorage'],
  ['Houlton, ME', 'America/New_York'],
  ['Williston, ND', 'America/Chicago'],
  ['Chattanooga, TN', 'America/New_York'],
  ['Nashville, TN', 'America/Chicago'],
  ['Toronto, Ontario, Canada', 'America/Toronto'],
  ['Thunder Bay, Ontario, Canada', 'America/Toronto'],
  ['Kenora, Ontario, Canada', 'America/Winnipeg'],
  ['Regina, SK, Canada', 'America/Regina'],
  ['Gothic, CO', 'America/Denver'],
  ['Tennessee', 'America/Chicago'],
  ['Ontario, Canada', 'America/Toronto'],
  ['Berlin, Germany', 'Europe/Berlin'],
  ['United Kingdom', 'Europe/London'],
  ['Puerto Rico', 'America/Puerto_Rico'],
  ['Perth, Australia', 'Australia/Perth'],
  ['Yakutsk, Russia', 'Asia/Yakutsk'],
  ['Toronto, ON', 'America/Toronto'],
  ['San Juan, PR', 'America/Puerto_Rico'],
  ['Australia', undefined],
  ['United States', undefined],
  ['Canada', undefined],
])('%s keeps the time of %s', (line, zone) => {
  const reading = readPlace(line)
  expect(reading.kind === 'place' && zoneOfPlace(reading.place)).toBe(zone)
})

test.each([
  ['America/Denver', 'Mountain Time'],
  ['America/Puerto_Rico', 'Atlantic Standard Time'],
  ['Europe/Berlin', 'Central European Time'],
])('%s is called %s', (zone, name) => expect(zoneName(zone)).toBe(name))

test('the first place decides; remote work and what is unknown keep the company’s time', () => {
  const zone = (places: string, workplace = 'on-site') => zoneOfJob({ places, workplace }, 'America/New_York')
  expect(zone('\nEl Paso, TX\nMiami, FL')).toBe('America/Denver')
  expect(zone('El Paso, TX', 'hybrid')).toBe('America/Denver')
  expect(zone('El Paso, TX', 'remote')).toBe('America/New_York')
  expect(zone('United States')).toBe('America/New_York')
  expect(zone('nowhere')).toBe('America/New_York')
  expect(zoneOfJob({}, 'UTC')).toBe('UTC')
})

test.each([
  ['2026-03-08', 'America/Denver', '2026-03-09T05:59:59.000Z'],
  ['2026-03-07', 'America/Denver', '2026-03-08T06:59:59.000Z'],
  ['2026-11-01', 'America/Denver', '2026-11-02T06:59:59.000Z'],
  ['2026-10-31', 'America/Denver', '2026-11-01T05:59:59.000Z'],
  ['2026-11-01', 'America/Phoenix', '2026-11-02T06:59:59.000Z'],
  ['2026-12-31', 'UTC', '2026-12-31T23:59:59.000Z'],
  ['2026-12-31', 'Pacific/Kiritimati', '2026-12-31T09:59:59.000Z'],
  ['2026-10-24', 'Atlantic/Azores', '2026-10-24T23:59:59.000Z'],
  ['2026-03-28', 'America/Nuuk', '2026-03-29T00:59:59.000Z'],
])('%s in %s ends at %s', (day, zone, end) => {
  expect(endOfDay(day, zone).toISOString()).toBe(end)
})

test('a last day ends at 23:59:59 there in every zone, on every day', () => {
  const formats = new Map<string, Intl.DateTimeFormat>()
  for (const timeZone of Intl.supportedValuesOf('timeZone'))
    formats.set(timeZone, new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }))
  const days = fc.integer({ min: Date.parse('2025-01-01') / 86_400_000, max: Date.parse('2040-12-31') / 86_400_000 })
  fc.assert(
    fc.property(fc.constantFrom(...formats), days, ([zone, clock], n) => {
      const day = new Date(n * 86_400_000).toISOString().slice(0, 10)
      const end = endOfDay(day, zone).getTime()
      expect([dayIn(end, zone), dayIn(end + 1000, zone) > day]).toEqual([day, true])
      // In Greenland the clock leaps from 23:00 to midnight once a year: that day has no last hour.
      const leaps = clock.format(end) === '22:59:59' && clock.format(end + 1000) === '00:00:00'
      if (!leaps) expect(clock.format(end)).toBe('23:59:59')
    }),
    { numRuns: 3000 },
  )
})
