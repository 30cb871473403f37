import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTowns, townsFile } from '@/bin/towns'
import { readPlace } from './read-place'
import { STATES } from './states'
import { coordinatesOf, findTown, largestTown, likelyTown, listNamesakes } from './towns'

const place = (line: string) => {
  const reading = readPlace(line)
  return reading.kind === 'place' ? reading.place : { country: '?' }
}

test.each([
  ['Denver, CO', 'Denver'],
  ['denver, colorado', 'Denver'],
  ['St. Louis, MO', 'St. Louis'],
  ['Saint Louis, MO', 'St. Louis'],
  ['St Paul, MN', 'Saint Paul'],
  ['New York, NY', 'New York City'],
  ['NYC, NY', 'New York City'],
  ['City of New York, New York', 'New York City'],
  ['Washington, D.C.', 'Washington'],
  ['Washington DC, DC', 'Washington'],
  ["Coeur d'Alene, ID", "Coeur d'Alene"],
  ['Coeur d’Alene, Idaho', "Coeur d'Alene"],
  ['Winston Salem, NC', 'Winston-Salem'],
  ['Ft. Worth, TX', 'Fort Worth'],
  ['Mt Pleasant, SC', 'Mount Pleasant'],
  ['Canon City, CO', 'Cañon City'],
  ['Espanola, NM', 'Española'],
  ['Kihei, HI', 'Kīhei'],
  ['Ewa Beach, HI', '‘Ewa Beach'],
  ['Sault Sainte Marie, MI', 'Sault Ste. Marie'],
  ['Milford, CT', 'Milford'],
  ['City of Sammamish, WA', 'Sammamish'],
  ['The Dalles, OR', 'The Dalles'],
  ['Boise City, ID', 'Boise'],
  ['Montreal, Quebec, Canada', 'Montréal'],
  ["St. John's, Newfoundland and Labrador, Canada", "St. John's"],
  ['Toronto, ON, Canada', 'Toronto'],
  ['Toronto, Canada', 'Toronto'],
])('%s is found as %s', (line, name) => {
  expect(findTown(place(line))?.name).toBe(name)
})

test('of several of one name in a state the largest is meant, and each state has its own', () => {
  expect(findTown(place('Springfield, MO'))?.population).toBeGreaterThan(100_000)
  expect(findTown(place('Springfield, IL'))?.longitude).toBeCloseTo(-89.6, 0)
  expect(listNamesakes('springfield', 'US')[0]?.place.region).toBe('MO')
  expect(listNamesakes('berlin')[0]?.place).toEqual({ country: 'DE', town: 'Berlin' })
  expect(coordinatesOf(place('Denver, CO'))).toEqual({ latitude: 39.739, longitude: -104.985 })
})

test('a town that is not listed has no coordinates, and is asked about only when it looks like a slip', () => {
  for (const line of ['Gothic, CO', 'Denver, TX', 'Colorado', 'Qzxv, France', 'Qzxv, CO'])
    expect(coordinatesOf(place(line)), line).toEqual({})
  expect(likelyTown(place('Denvr, CO'))?.name).toBe('Denver')
  expect(likelyTown(place('El Passo, TX'))?.name).toBe('El Paso')
  expect(likelyTown(place('Colorado Spring, CO'))?.name).toBe('Colorado Springs')
  for (const line of ['Gothic, CO', 'Denver, CO', 'Qzxv, CO', 'Bronx, NY', 'Colorado'])
    expect(likelyTown(place(line)), line).toBeUndefined()
})

test('every state has towns, and all of them weigh less than a megabyte and a half', () => {
  for (const region of STATES.keys()) expect(largestTown({ country: 'US', region })?.population).toBeGreaterThan(30_000)
  expect(statSync(townsFile).size).toBeLessThan(1_500_000)
})

const official = process.env.OFFICIAL_FILES

test.skipIf(!official)('GeoNames’ file of July 2026 gives exactly the list that is kept', () => {
  const text = readFileSync(join(official ?? '', 'geonames/cities1000_2026-07.tsv'), 'utf8')
  expect(makeTowns(text) === readFileSync(townsFile, 'utf8')).toBe(true)
})

test('a file of other columns is refused', () => {
  expect(() => makeTowns('id\tname\n1\tDenver\n')).toThrow('Found the columns id|name')
})
