import { expect, test } from 'vitest'
import { readStoredPlace } from './stored-place'

test.each([
  ['Denver, CO', { country: 'US', region: 'CO', town: 'Denver' }],
  ['washington, d.c.', { country: 'US', region: 'DC', town: 'washington' }],
  ['Colorado', { country: 'US', region: 'CO' }],
  ['Georgia', { country: 'GE' }],
  ['Atlanta, Georgia', { country: 'US', region: 'GA', town: 'Atlanta' }],
  ['Toronto, CA', { country: 'US', region: 'CA', town: 'Toronto' }],
  ['United States', { country: 'US' }],
  ['Toronto, Ontario, Canada', { country: 'CA', region: 'ON', town: 'Toronto' }],
  ['Ontario, Canada', { country: 'CA', region: 'ON' }],
  ['Toronto, Canada', { country: 'CA', town: 'Toronto' }],
  ['Paris, France', { country: 'FR', town: 'Paris' }],
  ['United Kingdom', { country: 'GB' }],
  ['Germany', { country: 'DE' }],
  ['Nowhere', undefined],
  ['Springfield, United States', undefined],
])('%s of an old posting is read as it was shown', (line, place) => {
  expect(readStoredPlace(line)).toEqual(place)
})
