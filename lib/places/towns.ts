import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suggestSlugs } from '../roles/suggest'
import type { Place } from './place'
import { placeKey } from './place-key'

/** A town of GeoNames, as `data/towns.txt` keeps it. */
export type Town = { name: string; latitude: number; longitude: number; population: number; timeZone: string }

/** Other names, by group and key. */
const ALSO: Record<string, Record<string, string>> = {
  'US-NY': { nyc: 'new york city', 'new york': 'new york city' },
  'US-DC': { 'washington dc': 'washington' },
  'US-CA': { la: 'los angeles', sf: 'san francisco' },
}
/** How alike two names must be for the one to be meant by the other. */
const LIKENESS = 0.55

type Group = { zone: string; lines: string }

let file: ReadonlyMap<string, Group> | undefined
const kept = new Map<string, ReadonlyMap<string, Town>>()

function readFile(): ReadonlyMap<string, Group> {
  file ??= new Map(
    readFileSync(join(process.cwd(), 'data/towns.txt'), 'utf8')
      .slice(2)
      .trimEnd()
      .split('\n= ')
      .map((text) => {
        const [heading = '', lines] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)]
        const [name = '', zone = ''] = heading.split(' ')
        return [name, { zone, lines }] as const
      }),
  )
  return file
}

/** A group's towns by key, the largest first; read when first asked for. */
function townsOf(group: string): ReadonlyMap<string, Town> {
  const known = kept.get(group)
  if (known) return known
  const { zone: usual = '', lines = '' } = readFile().get(group) ?? {}
  const listed = lines.split('\n').map((line): Town => {
    const [name = '', latitude, longitude, population, zone] = line.split('|')
    return {
      name,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      timeZone: zone ?? usual,
    }
  })
  const towns = new Map<string, Town>()
  for (const town of listed.sort((a, b) => b.population - a.population)) {
    // Of several of one name the largest is meant: it comes first.
    const key = placeKey(town.name)
    if (town.name !== '' && !towns.has(key)) towns.set(key, town)
  }
  kept.set(group, towns)
  return towns
}

const findExactly = (group: string, key: string): Town | undefined => townsOf(group).get(ALSO[group]?.[key] ?? key)

/** Some call a town “City” that does not call itself so. */
const findIn = (group: string, key: string): Town | undefined =>
  findExactly(group, key) ?? townsOf(group).get(key.replace(/ city$/, ''))

/** Where a place's towns are kept: by state or province in the United States and Canada, elsewhere by country. */
function groupOf({ country, region }: Place): string | undefined {
  if (country !== 'US' && country !== 'CA') return country
  return region && `${country}-${region}`
}

/** The town that a place names, where it is known. */
export function findTown(place: Place): Town | undefined {
  const group = groupOf(place)
  return group && place.town ? findIn(group, placeKey(place.town)) : undefined
}

/** The largest town of a place's state or province. */
export function largestTown(place: Place): Town | undefined {
  const group = groupOf(place)
  return group?.includes('-') ? townsOf(group).values().next().value : undefined
}

/** A known town with where it lies. */
export type Namesake = { place: Place & { town: string }; population: number }

/** The known towns of a name, the largest first. @param country in it alone */
export function listNamesakes(town: string, country?: string): Namesake[] {
  const key = placeKey(town)
  const groups = [...readFile().keys()].filter((group) => country === undefined || group.slice(0, 2) === country)
  const list = (find: typeof findIn) =>
    groups.flatMap((group) => {
      const found = find(group, key)
      const region = group.slice(3)
      if (!found) return []
      const place = { country: group.slice(0, 2), ...(region ? { region } : {}), town: found.name }
      return [{ place, population: found.population }]
    })
  const exact = list(findExactly)
  return (exact.length > 0 ? exact : list(findIn)).sort((a, b) => b.population - a.population)
}

/** Where a place's town lies, for the store; empty where that is not known. */
export function coordinatesOf(place: Place): { latitude?: number; longitude?: number } {
  const town = findTown(place)
  return town ? { latitude: town.latitude, longitude: town.longitude } : {}
}

/** The town that a place's unknown one may be a slip for, in the same state or province. */
export function likelyTown(place: Place): Town | undefined {
  const group = groupOf(place)
  if (!group?.includes('-') || !place.town || findTown(place)) return undefined
  const towns = townsOf(group)
  const names = new Map([...towns.keys()].map((key) => [key, key]))
  const [key] = suggestSlugs(placeKey(place.town), names, 1, LIKENESS)
  return key === undefined ? undefined : towns.get(key)
}

/** The names of the largest towns of the United States and Canada, to choose from. @param most how many */
export const listLargestTowns = (most: number): Namesake[] =>
  [...readFile().keys()]
    .filter((group) => group.includes('-'))
    .flatMap((group) =>
      [...townsOf(group).values()].slice(0, most).map(({ name, population }) => ({
        place: { country: group.slice(0, 2), region: group.slice(3), town: name },
        population,
      })),
    )
    .sort((a, b) => b.population - a.population)
    .slice(0, most)
