import 'server-only'
import type { Values } from '../forms'
import { readPlace } from '../places/read-place'
import { zoneOfPlace } from '../places/zone'

/**
 * The time zone in which a job's last day ends: that of its first place; of remote work, and where the place keeps more
 * clocks than one, the company's.
 * @param values as typed and stored; gaps are allowed
 */
export function zoneOfJob(values: Values, companyZone: string): string {
  if (values.workplace === 'remote') return companyZone
  const [first] = String(values.places ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const reading = first ? readPlace(first) : undefined
  return (reading?.kind === 'place' ? zoneOfPlace(reading.place) : undefined) ?? companyZone
}
