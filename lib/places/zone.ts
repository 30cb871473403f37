import 'server-only'
import type { Place } from './place'
import { findTown, largestTown } from './towns'

/** Older runtimes have the list as a property, newer ones as a function. */
type Region = { timeZones?: string[]; getTimeZones?: () => string[] | undefined }

/** What the clock shows there in winter and in summer, to tell zones of one clock from others. */
const clockOf = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short', timeStyle: 'long' })
  return ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']
    .map((at) => format.format(new Date(at)).replace(/[A-Z]+$/, ''))
    .join()
}

/** A country's time zone, where all of it keeps one clock. */
function zoneOfCountry(country: string): string | undefined {
  const region: Region = new Intl.Locale(`und-${country}`)
  const [first, ...others] = region.getTimeZones?.() ?? region.timeZones ?? []
  if (!first) return undefined
  const clock = clockOf(first)
  return others.every((zone) => clockOf(zone) === clock) ? first : undefined
}

/**
 * The time zone of a place: its town's or, for a town that is not known, that of the largest in its state or province.
 * @returns undefined for a whole country of several clocks
 */
export const zoneOfPlace = (place: Place): string | undefined =>
  (findTown(place) ?? largestTown(place))?.timeZone ?? zoneOfCountry(place.country)

/** A time zone as people call it: `Mountain Time`. */
export const zoneName = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(Date.UTC(2026, 0, 15))
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
