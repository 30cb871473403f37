import 'server-only'
import type { Values } from '../forms'
import { readPlaces } from '../places/read-places'
import { zoneOfPlace } from '../places/zone'

/**
 * The time zone in which a job's last day ends: that of its first place; of remote work, and where the place keeps more
 * clocks than one, the company's.
 * @param values as typed and stored; gaps are allowed
 */
export function zoneOfJob(values: Values, companyZone: string): string {
  if (values.workplace === 'remote') return companyZone
  const reading = readPlaces(String(values.places ?? ''))[0]?.reading
  return (reading?.kind === 'place' ? zoneOfPlace(reading.place) : undefined) ?? companyZone
}
