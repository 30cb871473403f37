import { expect, test } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import { parsePlace } from '../places/place'
import { parseContent } from './content'
import { isoWithOffset, jobPosting } from './json-ld'
import { formatPay, formatWhere } from './words'

const TYPED = typedPosting({
  responsibilities: '- Price risk\n* Explain it\n\n',
  payMin: '$88,000',
  payMax: '104000',
  benefits: '',
  apply: 'https://jobs.example.com/',
  validThrough: '2026-12-21',
})
const TODAY = '2026-11-24'
const errorsOf = (changes: Record<string, string | string[]>) => parseContent({ ...TYPED, ...changes }, TODAY).errors

test('a whole posting is read', () => {
  const { content } = parseContent(TYPED, TODAY)
  expect(content?.responsibilities).toEqual(['Price risk', 'Explain it'])
  expect(content && formatPay(content)).toBe('$88,000 – $104,000 a year')
  expect(content && formatWhere(content)).toBe('Denver, Colorado · hybrid')
})

test.each([
  [{ title: 'x' }, 'title'],
  [{ roleSlug: '' }, 'role'],
  [{ description: 'short' }, 'description'],
  [{ employmentType: [] }, 'employmentType'],
  [{ workplace: '' }, 'workplace'],
  [{ places: '' }, 'places'],
  [{ places: 'Denver, CO\nNowhere' }, 'places'],
  [{ payMin: '', payMax: '' }, 'payMin'],
  [{ payMin: '5', payMax: '' }, 'payMax'],
  [{ payMin: '9', payMax: '5' }, 'payMax'],
  [{ payMin: 'lots' }, 'payMin'],
  [{ payMin: '-5' }, 'payMin'],
  [{ payCurrency: 'XXX' }, 'payCurrency'],
  [{ apply: 'javascript:pwned()' }, 'apply'],
  [{ apply: 'https://user:word@evil.example' }, 'apply'],
  [{ apply: 'java\tscript:pwned()' }, 'apply'],
  [{ apply: '//evil.example' }, 'apply'],
  [{ validThrough: '2026-11-24' }, 'validThrough'],
  [{ validThrough: '2027-02-23' }, 'validThrough'],
  [{ validThrough: 'soon' }, 'validThrough'],
  [{ positions: '0' }, 'positions'],
])('%j is refused at its field (31)', (changes, field) => {
  expect(Object.keys(errorsOf(changes as Record<string, string>) ?? {})).toContain(field)
})

test('ninety days are allowed, and commission instead of a range', () => {
  expect(errorsOf({ validThrough: '2027-02-22' })).toBeUndefined()
  expect(errorsOf({ payMin: '', payMax: '', commission: 'Ten percent of each sale.' })).toBeUndefined()
})

test('fields that are not the form’s are dropped (6)', () => {
  const { content } = parseContent({ ...TYPED, state: 'live', demo: 'false', companyId: 'x' }, TODAY)
  expect(Object.keys(content ?? {}).filter((key) => ['state', 'demo', 'companyId'].includes(key))).toEqual([])
})

test.each([
  ['Denver, CO', { country: 'US', region: 'CO', town: 'Denver' }],
  ['washington, d.c.', { country: 'US', region: 'DC', town: 'washington' }],
  ['Colorado', { country: 'US', region: 'CO' }],
  ['Georgia', { country: 'GE' }],
  ['Atlanta, Georgia', { country: 'US', region: 'GA', town: 'Atlanta' }],
  ['United States', { country: 'US' }],
  ['Toronto, Ontario, Canada', { country: 'CA', region: 'Ontario', town: 'Toronto' }],
  ['Ontario, Canada', { country: 'CA', region: 'Ontario' }],
  ['Toronto, Canada', { country: 'CA', town: 'Toronto' }],
  ['Germany', { country: 'DE' }],
  ['Nowhere', undefined],
  ['Denver, CO, Canada', { country: 'CA', region: 'CO', town: 'Denver' }],
  ['Springfield, United States', undefined],
])('%s as a place', (line, place) => {
  expect(parsePlace(line)).toEqual(place)
})

const ABOUT = {
  site: 'https://rolebook.example',
  job: {
    id: 'j1',
    slug: 'night-actuary-1',
    title: 'Night actuary',
    datePosted: new Date('2026-11-24T16:00:00Z'),
    validThrough: new Date('2026-12-22T06:59:59Z'),
    timeZone: 'America/Denver',
  },
  company: { name: 'Example Freight', site: null },
  role: { slug: 'actuary', code: '15-2011', name: 'Actuaries' },
}

test('JobPosting has what search engines require, and the offset of the place', () => {
  const { content } = parseContent(TYPED, TODAY)
  const data = content && jobPosting({ content, ...ABOUT })
  expect(data).toMatchObject({
    '@type': 'JobPosting',
    title: 'Night actuary',
    validThrough: '2026-12-21T23:59:59-07:00',
    datePosted: '2026-11-24T09:00:00-07:00',
    hiringOrganization: { name: 'Example Freight' },
    jobLocation: [{ address: { addressCountry: 'US', addressRegion: 'CO', addressLocality: 'Denver' } }],
    baseSalary: { currency: 'USD', value: { minValue: 88000, maxValue: 104000, unitText: 'YEAR' } },
    directApply: false,
    relevantOccupation: { '@id': 'https://rolebook.example/roles/actuary' },
  })
  expect(data).not.toHaveProperty('jobLocationType')
})

test('remote work says from where, and never where', () => {
  const { content } = parseContent({ ...TYPED, workplace: 'remote', places: 'United States' }, TODAY)
  const data = content && jobPosting({ content, ...ABOUT })
  expect(data).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: [{ '@type': 'Country', name: 'United States' }],
  })
  expect(data).not.toHaveProperty('jobLocation')
})

test('offsets follow summer time', () => {
  expect(isoWithOffset(new Date('2026-07-01T00:00:00Z'), 'America/New_York')).toBe('2026-06-30T20:00:00-04:00')
  expect(isoWithOffset(new Date('2026-07-01T00:00:00Z'), 'UTC')).toBe('2026-07-01T00:00:00+00:00')
})
