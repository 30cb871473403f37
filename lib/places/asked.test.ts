import { expect, test } from 'vitest'
import { readAskedPlace } from './asked'

test.each([
  ['CO', 'Colorado, United States', { country: 'US', region: 'CO' }],
  ['Denver, CO', 'Denver, Colorado', { country: 'US', region: 'CO', town: 'Denver' }],
  ['NYC', 'New York City, New York', { country: 'US', region: 'NY', town: 'New York City' }],
  ['denver', 'Denver, Colorado', { country: 'US', region: 'CO', town: 'Denver' }],
  ['Gothic, CO', 'Gothic, Colorado', { country: 'US', region: 'CO', town: 'Gothic' }],
  ['Missoula', 'Missoula, Montana', { country: 'US', region: 'MT', town: 'Missoula' }],
  ['80202', 'Colorado, United States', { country: 'US', region: 'CO' }],
  ['Toronto, ON', 'Toronto, Ontario, Canada', { country: 'CA', region: 'ON', town: 'Toronto' }],
  ['Germany', 'Germany', { country: 'DE' }],
  ['Paris, France', 'Paris, France', { country: 'FR', town: 'Paris' }],
  ['San Juan, PR', 'San Juan, Puerto Rico', { country: 'PR', town: 'San Juan' }],
  ['Remote, Colorado', 'Remote, Colorado, United States', { country: 'US', region: 'CO' }],
  ['remote or Denver, CO', 'Remote, Denver, Colorado', { country: 'US', region: 'CO', town: 'Denver' }],
  ['near Denver, CO', 'Denver, Colorado', { country: 'US', region: 'CO', town: 'Denver' }],
  ['Denver area', 'Denver, Colorado', { country: 'US', region: 'CO', town: 'Denver' }],
  ['remote in Canada', 'Remote, Canada', { country: 'CA' }],
  ['Germany (remote)', 'Remote, Germany', { country: 'DE' }],
])('a reader who looks for %s means %s, also when that is sent again', (typed, label, place) => {
  const asked = readAskedPlace(typed)
  expect(asked).toMatchObject({ where: { label, place, remote: /remote/i.test(typed) } })
  expect(readAskedPlace(label)).toMatchObject({ where: { label } })
})

test('remote alone, and anywhere', () => {
  expect(readAskedPlace('Remote')).toEqual({ kind: 'where', where: { label: 'Remote', remote: true } })
  expect(readAskedPlace('work from home')).toEqual({ kind: 'where', where: { label: 'Remote', remote: true } })
  expect(readAskedPlace('anywhere')).toEqual({ kind: 'where', where: { label: '', remote: false } })
})

test.each([
  ['Georgia', ['Georgia, United States', 'Georgia (country)']],
  ['New York', ['New York City, New York', 'New York (state)']],
  ['remote, Georgia', ['Remote, Georgia, United States', 'Remote, Georgia (country)']],
])('%s is asked about, and each choice is clear', (typed, choices) => {
  expect(readAskedPlace(typed)).toEqual({ kind: 'ask', choices })
  for (const choice of choices) expect(readAskedPlace(choice).kind).toBe('where')
})

test.each(['', 'Qzxv', 'x'.repeat(300)])('%j is no place to look for', (typed) => {
  expect(readAskedPlace(typed)).toMatchObject({ kind: 'unknown' })
})
