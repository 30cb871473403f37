import { divisionName } from './divisions'
import { areaName, formatAddress, formatPlace, type Place } from './place'
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
/** People from which on a town's name alone is enough. */
const LARGE = 100_000
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

/** The same with street and postal code, where they are known. */
export const writeWhole = (place: Place): string =>
  place.street || place.postalCode ? formatAddress(place) : writePlace(place)

/** Asks which of several places is meant, or whether the only one we know is. */
export function ask(line: string, choices: readonly Place[]): Reading {
  const named = choices.slice(0, MOST_CHOICES).map((place) => `“${writePlace(place)}”`)
  if (named.length === 1)
    return {
      kind: 'ask',
      says: `Is “${line}” ${named[0]}? Write it so, or end it with another state or country.`,
      choices: [...choices],
    }
  const more = choices.length > MOST_CHOICES ? ' or another' : ''
  const list = more ? named.join(', ') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
  return { kind: 'ask', says: `Which “${line}” is it? Write ${list}${more}.`, choices: choices.slice(0, MOST_CHOICES) }
}

/**
 * Which of several towns of a name is meant: the only one, one that is far larger than all others, or it is asked.
 * @param inCountry the country was named: else a small town, whose namesakes elsewhere no list of ours holds, is asked
 */
export function choose(line: string, towns: readonly Namesake[], inCountry: boolean): Reading {
  const [first, second] = towns
  if (!first) return { kind: 'unknown', says: `“${line}” is no place we know.` }
  const home = inCountry || first.place.country === 'US'
  const isLarge = inCountry || first.population >= LARGE
  const isPlain = isLarge && (!second || (home && first.population >= PLAINLY * second.population))
  return isPlain
    ? { kind: 'place', place: first.place }
    : ask(
        line,
        towns.map(({ place }) => place),
      )
}
