import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suggestSlugs } from '../roles/suggest'
import { type Place, provinceOf } from './place'
import { townKey } from './town-key'

/** A town of 1,000 people or more, or the seat of a county. */
export type Town = { name: string; latitude: number; longitude: number; population: number; timeZone: string }

/** Other names, by state and key. */
const ALSO: Record<string, Record<string, string>> = {
  'US-NY': { nyc: 'new york city', 'new york': 'new york city', bronx: 'new york city' },
  'US-DC': { 'washington dc': 'washington' },
  'US-CA': { la: 'los angeles' },
}
/** How alike two names must be for the one to be meant by the other. */
const LIKENESS = 0.55

let file: { zones: string[]; states: Record<string, string> } | undefined
const kept = new Map<string, ReadonlyMap<string, Town>>()

function readFile() {
  file ??= JSON.parse(readFileSync(join(process.cwd(), '.content/towns.json'), 'utf8')) as NonNullable<typeof file>
  return file
}

/** A state's towns by key, the largest first; read when first asked for. */
function townsOf(state: string): ReadonlyMap<string, Town> {
  const known = kept.get(state)
  if (known) return known
  const { zones, states } = readFile()
  const towns = new Map<string, Town>()
  for (const line of (states[state] ?? '').split('\n')) {
    const [name = '', other, latitude, longitude, population, zone] = line.split('|')
    const key = other || name.toLowerCase()
    // Of several of one name the largest is meant: it comes first.
    if (name === '' || towns.has(key)) continue
    const timeZone = zones[Number(zone)] ?? ''
    towns.set(key, {
      name,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      timeZone,
    })
  }
  kept.set(state, towns)
  return towns
}

function findIn(state: string, town: string): Town | undefined {
  const key = townKey(town)
  const towns = townsOf(state)
  return towns.get(ALSO[state]?.[key] ?? key) ?? towns.get(key.replace(/ city$/, ''))
}

const listStates = (country: string) => Object.keys(readFile().states).filter((state) => state.startsWith(country))

/** The state or province that a place lies in, `US-TX`; undefined elsewhere. */
function stateOf({ country, region }: Place): string | undefined {
  if (!region) return undefined
  if (country === 'US') return `US-${region}`
  const province = country === 'CA' ? provinceOf(region) : undefined
  return province && `CA-${province}`
}

/** The largest town of that name in a country, with its state. */
export function findTownAnywhere(town: string, country = 'US'): { town: Town; region: string } | undefined {
  return listStates(country)
    .flatMap((state) => {
      const found = findIn(state, town)
      return found ? [{ town: found, region: state.slice(3) }] : []
    })
    .sort((a, b) => b.town.population - a.town.population)[0]
}

/** The town that a place names, where it is known in its state. */
export function findTown(place: Place): Town | undefined {
  if (!place.town) return undefined
  const state = stateOf(place)
  if (state) return findIn(state, place.town)
  return place.country === 'CA' && !place.region ? findTownAnywhere(place.town, 'CA')?.town : undefined
}

/** The largest town of a place's state. */
export function largestTown(place: Place): Town | undefined {
  const state = stateOf(place)
  return state ? townsOf(state).values().next().value : undefined
}

/** Where a place's town lies, for the store; empty where that is not known. */
export function coordinatesOf(place: Place): { latitude?: number; longitude?: number } {
  const town = findTown(place)
  return town ? { latitude: town.latitude, longitude: town.longitude } : {}
}

/** The town that a place's unknown one may be a slip for, in the same state. */
export function likelyTown(place: Place): Town | undefined {
  const state = stateOf(place)
  if (!state || !place.town || findTown(place)) return undefined
  const towns = townsOf(state)
  const names = new Map([...towns.keys()].map((key) => [key, key]))
  const [key] = suggestSlugs(townKey(place.town), names, 1, LIKENESS)
  return key === undefined ? undefined : towns.get(key)
}
