import { divisionName } from './divisions'
import { areaName, formatPlace, type Place } from './place'
import { listNamesakes, type Namesake } from './towns'

/** What a text is understood as, or what to ask or say about it. */
export type Reading =
  | { kind: 'place'; place: Place }
  | { kind: 'ask'; says: string; choices: Place[] }
  | { kind: 'unknown'; says: string }

/** A city of this size is as likely meant as the state of the same name. */
const HUGE = 500_000
/** How much larger than its namesakes a town must be to be meant by its name alone. */
const PLAINLY = 20
const MOST_CHOICES = 6

/** A city that a state's or province's name may mean as well. */
export const hugeNamesake = (name: string): Namesake | undefined =>
  listNamesakes(name).find(({ place, population }) => population >= HUGE && place.region !== undefined)

/** A place in words that name no other. */
export function writePlace(place: Place): string {
  const { country, region, town } = place
  if (town) return formatPlace(place).replace(/, Georgia$/, country === 'GE' ? ', Georgia (country)' : ', Georgia')
  if (country === 'GE') return 'Georgia (country)'
  if (!region || (country !== 'US' && country !== 'CA')) return areaName(place)
  const name = divisionName({ country, region })
  return hugeNamesake(name) ? `${name} (${country === 'US' ? 'state' : 'province'})` : areaName(place)
}

/** Asks which of several places is meant. */
export function ask(line: string, choices: readonly Place[]): Reading {
  const named = choices.slice(0, MOST_CHOICES).map((place) => `“${writePlace(place)}”`)
  const more = choices.length > MOST_CHOICES ? ' or another' : ''
  const list = more ? named.join(', ') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
  return { kind: 'ask', says: `Which “${line}” is it? Write ${list}${more}.`, choices: choices.slice(0, MOST_CHOICES) }
}

/** Which of several towns of a name is meant: the only one, one that is far larger than all others, or it is asked. */
export function choose(line: string, towns: readonly Namesake[]): Reading {
  const [first, second] = towns
  if (!first) return { kind: 'unknown', says: `“${line}” is no place we know.` }
  const home = first.place.country === 'US' || towns.every(({ place }) => place.country === first.place.country)
  const isPlain = !second || (home && first.population >= PLAINLY * second.population)
  return isPlain
    ? { kind: 'place', place: first.place }
    : ask(
        line,
        towns.map(({ place }) => place),
      )
}
