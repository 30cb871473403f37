import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { writePlace } from './choices'
import { COUNTRY_CODES } from './iso-countries'
import { formatAddress, formatPlace, type Place } from './place'
import { PROVINCES } from './provinces'
import { readPlace } from './read-place'
import { STATES } from './states'
import { listPlaces } from './suggestions'
import { findTown } from './towns'

const placeOf = (line: string) => {
  const reading = readPlace(line)
  return reading.kind === 'place' ? reading.place : reading.says
}
const us = (region: string, town?: string, more: Partial<Place> = {}) => ({
  country: 'US',
  region,
  ...(town ? { town } : {}),
  ...more,
})

describe('the United States', () => {
  test.each<[string, Place]>([
    ['Denver, CO', us('CO', 'Denver')],
    ['denver, colorado', us('CO', 'Denver')],
    ['Denver CO', us('CO', 'Denver')],
    ['Denver Colorado', us('CO', 'Denver')],
    ['denver co', us('CO', 'Denver')],
    ['Denver, CO, USA', us('CO', 'Denver')],
    ['Denver (CO)', us('CO', 'Denver')],
    ['Austin TX USA', us('TX', 'Austin')],
    ['Denver', us('CO', 'Denver')],
    ['NYC', us('NY', 'New York City')],
    ['New York, NY', us('NY', 'New York City')],
    ['Washington, D.C.', us('DC', 'Washington')],
    ['Los Angeles, Calif.', us('CA', 'Los Angeles')],
    ['Boston, Mass.', us('MA', 'Boston')],
    ['Denver/CO', us('CO', 'Denver')],
    ['80202, USA', us('CO', undefined, { postalCode: '80202' })],
    ['Denver 80202 USA', us('CO', 'Denver', { postalCode: '80202' })],
    ['Washington DC', us('DC', 'Washington')],
    ['Colorado', us('CO')],
    ['Colorado, United States', us('CO')],
    ['Georgia, USA', us('GA')],
    ['Georgia (state)', us('GA')],
    ['Atlanta, Georgia', us('GA', 'Atlanta')],
    ['New York (state)', us('NY')],
    ['West Virginia', us('WV')],
    ['Gothic, CO', us('CO', 'Gothic')],
    ['Dover, DE', us('DE', 'Dover')],
    ['San Jose, CA', us('CA', 'San Jose')],
    ['Denver, CO 80202', us('CO', 'Denver', { postalCode: '80202' })],
    ['Denver 80202', us('CO', 'Denver', { postalCode: '80202' })],
    ['Berlin, DE 19901', us('DE', 'Berlin', { postalCode: '19901' })],
    ['80202', us('CO', undefined, { postalCode: '80202' })],
    ['1600 Broadway, Denver, CO 80202', us('CO', 'Denver', { street: '1600 Broadway', postalCode: '80202' })],
    [
      '1600 Broadway, Suite 200, Denver, CO 80202-1234, United States',
      us('CO', 'Denver', { street: '1600 Broadway, Suite 200', postalCode: '80202-1234' }),
    ],
    ['1600 Broadway Denver, CO 80202', us('CO', 'Denver', { street: '1600 Broadway', postalCode: '80202' })],
    ['1600 Broadway Denver CO 80202', us('CO', 'Denver', { street: '1600 Broadway', postalCode: '80202' })],
    ['1600 Broadway, Denver, Colorado', us('CO', 'Denver', { street: '1600 Broadway' })],
    ['Denver, Denver County, CO', us('CO', 'Denver')],
    ['United States', { country: 'US' }],
    ['U.S.', { country: 'US' }],
    ['America', { country: 'US' }],
  ])('%s', (line, place) => expect(placeOf(line)).toEqual(place))
})

describe('territories and Canada', () => {
  test.each<[string, Place]>([
    ['San Juan, PR', { country: 'PR', town: 'San Juan' }],
    ['San Juan, Puerto Rico', { country: 'PR', town: 'San Juan' }],
    ['San Juan, PR 00901, USA', { country: 'PR', town: 'San Juan', postalCode: '00901' }],
    ['Puerto Rico', { country: 'PR' }],
    [
      '1 Example Street San Juan, PR 00901',
      { country: 'PR', town: 'San Juan', street: '1 Example Street', postalCode: '00901' },
    ],
    ['Guam', { country: 'GU' }],
    ['Dededo, GU', { country: 'GU', town: 'Dededo' }],
    ['U.S. Virgin Islands', { country: 'VI' }],
    ['Charlotte Amalie, VI', { country: 'VI', town: 'Charlotte Amalie' }],
    ['Pago Pago, American Samoa', { country: 'AS', town: 'Pago Pago' }],
    ['Saipan, MP', { country: 'MP', town: 'Saipan' }],
    ['Toronto, ON', { country: 'CA', region: 'ON', town: 'Toronto' }],
    ['Toronto, Ontario, Canada', { country: 'CA', region: 'ON', town: 'Toronto' }],
    ['Toronto, Canada', { country: 'CA', region: 'ON', town: 'Toronto' }],
    ['Toronto, Ontario M5V 2T6 Canada', { country: 'CA', region: 'ON', town: 'Toronto', postalCode: 'M5V 2T6' }],
    ['Calgary Alberta Canada', { country: 'CA', region: 'AB', town: 'Calgary' }],
    ['M5V 2T6, Canada', { country: 'CA', region: 'ON', postalCode: 'M5V 2T6' }],
    ['100 Mile House, BC', { country: 'CA', region: 'BC', town: '100 Mile House' }],
    ['Toronto, ON M5V 2T6', { country: 'CA', region: 'ON', town: 'Toronto', postalCode: 'M5V 2T6' }],
    ['Toronto, ON, m5v2t6, Canada', { country: 'CA', region: 'ON', town: 'Toronto', postalCode: 'M5V 2T6' }],
    ['Ontario, Canada', { country: 'CA', region: 'ON' }],
    ['Montréal (Québec)', { country: 'CA', region: 'QC', town: 'Montréal' }],
    ["St. John's, NL", { country: 'CA', region: 'NL', town: "St. John's" }],
    ['British Columbia, CA', { country: 'CA', region: 'BC' }],
    ['London, ON', { country: 'CA', region: 'ON', town: 'London' }],
  ])('%s', (line, place) => expect(placeOf(line)).toEqual(place))
})

describe('other countries, by CLDR’s name, everyday name and code', () => {
  test.each<[string, Place]>([
    ['Paris, France', { country: 'FR', town: 'Paris' }],
    ['Paris, FR', { country: 'FR', town: 'Paris' }],
    ['London, UK', { country: 'GB', town: 'London' }],
    ['Moscow, Russia', { country: 'RU', town: 'Moscow' }],
    ['Belgrade, Serbia', { country: 'RS', town: 'Belgrade' }],
    ['Kinshasa, DR Congo', { country: 'CD', town: 'Kinshasa' }],
    ['Benin', { country: 'BJ' }],
    ['Burkina Faso', { country: 'BF' }],
    ['Timor-Leste', { country: 'TL' }],
    ['Hong Kong', { country: 'HK' }],
    ['Czech Republic', { country: 'CZ' }],
    ['Dubai, UAE', { country: 'AE', town: 'Dubai' }],
    ['England', { country: 'GB', region: 'England' }],
    ['Manchester, England', { country: 'GB', region: 'England', town: 'Manchester' }],
    ['Edinburgh, Scotland, UK', { country: 'GB', region: 'Scotland', town: 'Edinburgh' }],
    ['Cardiff, Wales', { country: 'GB', region: 'Wales', town: 'Cardiff' }],
    ['Wales, UK', { country: 'GB', region: 'Wales' }],
    ['Saint Helier, Jersey, UK', { country: 'JE', town: 'Saint Helier' }],
    ['Kowloon, Hong Kong, China', { country: 'HK', town: 'Kowloon' }],
    ['Mexico City', { country: 'MX', town: 'Mexico City' }],
    ['Kinshasa, Congo', { country: 'CD', town: 'Kinshasa' }],
    ['Holland', { country: 'NL' }],
    ['the Netherlands', { country: 'NL' }],
    ['South Korea', { country: 'KR' }],
    ['Ivory Coast', { country: 'CI' }],
    ['Burma', { country: 'MM' }],
    ['Turkey', { country: 'TR' }],
    ['Türkiye', { country: 'TR' }],
    ['Taiwan, Province of China', { country: 'TW' }],
    ['Trinidad and Tobago', { country: 'TT' }],
    ['St Lucia', { country: 'LC' }],
    ['Georgia (country)', { country: 'GE' }],
    ['Tbilisi, Georgia', { country: 'GE', town: 'Tbilisi' }],
    ['Tokyo', { country: 'JP', town: 'Tokyo' }],
    ['Sydney, NSW, Australia', { country: 'AU', region: 'NSW', town: 'Sydney' }],
    [
      'Unter den Linden 1, 10117 Berlin, Germany',
      { country: 'DE', town: 'Berlin', street: 'Unter den Linden 1', postalCode: '10117' },
    ],
    [
      '10 Example Street, London SW1A 2AA, UK',
      { country: 'GB', town: 'London', street: '10 Example Street', postalCode: 'SW1A 2AA' },
    ],
    [
      '1 Example Road, Sydney NSW 2000, Australia',
      { country: 'AU', region: 'NSW', town: 'Sydney', street: '1 Example Road', postalCode: '2000' },
    ],
    ['Tokyo\u200B， Japan', { country: 'JP', town: 'Tokyo' }],
  ])('%s', (line, place) => expect(placeOf(line)).toEqual(place))

  test.each(['FX', 'SU', 'AN', 'EU', 'YU', 'Paris, FX', 'Nowhere', '', '123 Main Street', 'Denver, CO, Canada'])(
    '%j is no place',
    (line) => expect(readPlace(line)).toMatchObject({ kind: 'unknown', says: expect.stringMatching(/[.?]$/) }),
  )
})

describe('what may be two places is asked', () => {
  test.each([
    ['Toronto, CA', ['Toronto, California', 'Toronto, Ontario, Canada']],
    ['Berlin, DE', ['Berlin, Delaware', 'Berlin, Germany']],
    ['Georgia', ['Georgia, United States', 'Georgia (country)']],
    ['New York', ['New York City, New York', 'New York (state)']],
    ['New York, USA', ['New York City, New York', 'New York (state)']],
    ['Washington', ['Washington, District of Columbia', 'Washington (state)']],
    ['Quebec', ['Québec, Quebec, Canada', 'Quebec (province)']],
    ['Ontario, CA', ['Ontario, California', 'Ontario, Canada']],
    ['Congo', ['Congo - Kinshasa', 'Congo - Brazzaville']],
    ['Virgin Islands', ['U.S. Virgin Islands', 'British Virgin Islands']],
    ['Lima, PE', ['Lima, Prince Edward Island, Canada', 'Lima, Peru']],
    ['CA', ['California, United States', 'Canada']],
    ['Kansas City', ['Kansas City, Missouri', 'Kansas City, Kansas']],
  ])('%s', (line, choices) => {
    const reading = readPlace(line)
    expect(reading.kind === 'ask' && reading.choices.map(writePlace)).toEqual(choices)
    for (const choice of choices) expect(reading.kind === 'ask' && reading.says).toContain(`“${choice}”`)
  })

  test('a small town alone, though we know one only', () => {
    expect(placeOf('North Sea')).toBe(
      'Is “North Sea” “North Sea, New York”? Write it so, or end it with another state or country.',
    )
    expect(placeOf('North Sea, US')).toEqual(us('NY', 'North Sea'))
  })

  test.each([
    ['Portland', 'Portland, Oregon', 'Portland, Maine'],
    ['Paris', 'Paris, France', 'Paris, Texas'],
    ['London', 'London, United Kingdom', 'London, Ontario, Canada'],
    ['Springfield, US', 'Springfield, Missouri', 'Springfield, Illinois'],
  ])('%s', (line, ...some) => {
    const reading = readPlace(line)
    expect(reading.kind === 'ask' && reading.choices.map(writePlace)).toEqual(expect.arrayContaining(some))
  })

  test.each([
    ['Denver, CA 80202', '80202 is a postal code of Colorado, not of California. Which is right?'],
    ['Toronto, ON V5K 0A1', 'V5K 0A1 is a postal code of British Columbia, not of Ontario. Which is right?'],
    ['Austin, TX / Dallas, TX', 'put each place on a line of its own'],
    ['Austin or Dallas', 'put each place on a line of its own'],
    ['1 Qzxv Road, 5 Qzxv, CO', 'put a comma between the street and the town'],
    ['Remote - Colorado', 'say from where people may work'],
    ['Denver, Boulder, CO', 'put each place on a line of its own'],
    ['Remote', 'say from where people may work'],
    ['APO, AE 09012', 'military address'],
    ['Denver, CO, Canada', 'name its province too'],
  ])('%s is told: %s', (line, says) => expect(placeOf(line)).toContain(says))
})

test('each country, state, province and town is read from what we write for it as itself', () => {
  const lines = readFileSync(join(root, 'data/towns.txt'), 'utf8').trim().split('\n')
  let group = ''
  const towns = lines.flatMap((line): Place[] => {
    if (line.startsWith('= ')) group = line.split(' ')[1] ?? ''
    if (line.startsWith('= ')) return []
    const [country = '', region] = group.split('-')
    const place = { country, ...(region ? { region } : {}) }
    return [{ ...place, town: findTown({ ...place, town: line.split('|')[0] ?? '' })?.name ?? '?' }]
  })
  expect(towns.length).toBeGreaterThan(30_000)
  const all: Place[] = [
    ...towns,
    ...COUNTRY_CODES.map((country) => ({ country })),
    ...[...STATES.keys()].map((region) => ({ country: 'US', region })),
    ...[...PROVINCES.keys()].map((region) => ({ country: 'CA', region })),
  ]
  expect(all.filter((place) => JSON.stringify(placeOf(writePlace(place))) !== JSON.stringify(place))).toEqual([])
})

test('each place that is suggested is understood as it stands', () => {
  for (const name of listPlaces()) expect(readPlace(name).kind, name).toBe('place')
})

test('whatever is typed is a place with a current country, a question with choices, or a sentence', () => {
  const part = fc.constantFrom(
    'Denver',
    'CO',
    'CA',
    'Georgia',
    'Paris',
    'DE',
    '80202',
    '1 A St',
    ',',
    ' ',
    'US',
    'UK',
    'x',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 9 }).map((parts) => parts.join(' ')),
        fc.string(),
      ),
      (line) => {
        const reading = readPlace(line)
        if (reading.kind === 'place') {
          expect(COUNTRY_CODES).toContain(reading.place.country)
          expect(formatAddress(reading.place)).toMatch(/\p{L}/u)
        } else expect(reading.says).toMatch(/\S{3}/)
        if (reading.kind === 'ask') {
          expect(reading.choices.length).toBeGreaterThan(0)
          for (const choice of reading.choices) expect(readPlace(writePlace(choice)).kind).toBe('place')
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test.each<[Place, string, string]>([
  [us('CO', 'Denver'), 'Denver, Colorado', 'Denver, Colorado, United States'],
  [us('CO'), 'Colorado, United States', 'Colorado, United States'],
  [
    us('CO', 'Denver', { street: '1600 Broadway', postalCode: '80202' }),
    'Denver, Colorado',
    '1600 Broadway, Denver, Colorado 80202, United States',
  ],
  [{ country: 'CA', region: 'ON', town: 'Toronto' }, 'Toronto, Ontario, Canada', 'Toronto, Ontario, Canada'],
  [{ country: 'PR', town: 'San Juan', postalCode: '00901' }, 'San Juan, Puerto Rico', 'San Juan, Puerto Rico 00901'],
  [{ country: 'DE', town: 'Berlin', postalCode: '10117' }, 'Berlin, Germany', '10117 Berlin, Germany'],
  [{ country: 'FR' }, 'France', 'France'],
])('%j is shown as %s', (place, short, whole) => {
  expect([formatPlace(place), formatAddress(place)]).toEqual([short, whole])
})
