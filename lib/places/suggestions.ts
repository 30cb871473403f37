import 'server-only'
import { writePlace } from './choices'
import { PROVINCES } from './provinces'
import { STATES } from './states'
import { TERRITORIES } from './territories'
import { listLargestTowns } from './towns'

const TOWNS = 100

let places: readonly string[] | undefined

/**
 * Places to choose from where one is typed: the largest towns of the United States and Canada, states, territories,
 * provinces. Each is read as itself, and nothing else.
 */
export function listPlaces(): readonly string[] {
  places ??= [
    ...listLargestTowns(TOWNS).map(({ place }) => writePlace(place)),
    ...[...STATES.keys()].map((region) => writePlace({ country: 'US', region })),
    ...[...TERRITORIES.keys()].map((country) => writePlace({ country })),
    ...[...PROVINCES.keys()].map((region) => writePlace({ country: 'CA', region })),
    'United States',
    'Canada',
  ]
  return places
}
