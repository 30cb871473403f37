import { expect, test } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
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

const typedPlace = (places: string) => parseContent({ ...TYPED, places }, TODAY)

test('each place is kept with street and postal code, and what is unclear is asked with its line', () => {
  const { content } = typedPlace('1600 Broadway, Denver, CO 80202\nToronto, ON')
  expect(content?.places).toEqual([
    { country: 'US', region: 'CO', town: 'Denver', street: '1600 Broadway', postalCode: '80202' },
    { country: 'CA', region: 'ON', town: 'Toronto' },
  ])
  expect(typedPlace('Denver, CO\nGeorgia').errors?.places).toBe(
    'Line 2: Which “Georgia” is it? Write “Georgia, United States” or “Georgia (country)”.',
  )
  expect(typedPlace('Toronto, CA').errors?.places).toContain('Which “Toronto, CA” is it?')
})

test.each([
  [{ payMin: '60-80k', payMax: '' }, '$60,000 – $80,000 a year'],
  [{ payMin: '$60k', payMax: '$80k' }, '$60,000 – $80,000 a year'],
  [{ payMin: '60,000–80,000', payMax: '60,000–80,000' }, '$60,000 – $80,000 a year'],
  [{ payMin: '31,50', payMax: '31,50', payCurrency: 'EUR', payUnit: 'HOUR' }, '€31.50 an hour'],
  [{ payMin: '45 000', payMax: '52\u00A0500' }, '$45,000 – $52,500 a year'],
  [{ payMin: '1,00,000', payMax: '12,00,000', payCurrency: 'INR' }, '₹100,000 – ₹1,200,000 a year'],
])('%j is read as %s', (changes, pay) => {
  const { content } = parseContent({ ...TYPED, ...changes }, TODAY)
  expect(content && formatPay(content)).toBe(pay)
})

test.each([
  [{ payMin: '45.000' }, { payMin: '“45.000”: forty-five thousand, or forty-five? Write 45000 or 45.' }],
  [
    { payMax: '€104,000' },
    { payMax: '“€” is not USD, which is chosen below. Choose the currency there, and give the amount.' },
  ],
  [{ payMin: '60-80k', payMax: '90k' }, { payMin: 'Give the lower end here and the upper end below.' }],
  [{ payMin: '-5' }, { payMin: 'Give the amount without a sign. Pay is more than zero.' }],
])('%j is asked: %j', (changes, errors) => expect(errorsOf(changes)).toEqual(errors))

test('digits of other scripts are digits', () => {
  const { content } = parseContent({ ...TYPED, positions: '１２', payMin: '٨٨٠٠٠', payMax: '１０４，０００' }, TODAY)
  expect(content).toMatchObject({ positions: 12, payMin: 88_000, payMax: 104_000 })
})

test('all that is wrong with pay, place and text is told at once', () => {
  expect(
    errorsOf({ title: '\u200B\u200B\u200B', payMin: '45.000', places: 'Georgia', apply: 'x', roleSlug: '' }),
  ).toEqual({
    title: 'Give the job’s title.',
    role: expect.any(String),
    places: expect.any(String),
    payMin: expect.any(String),
    apply: expect.any(String),
  })
})

test('what shows nothing is not kept, in lines, text and addresses', () => {
  const { content } = parseContent(
    {
      ...TYPED,
      title: 'Night\u200B act\u00ADuary\u202E',
      needed: '·\tLift boxes\n\u200B\no\tAt night\nForklift\tTwo years',
      description: `You will:\n·\tlift\n·\tload\n\n${TYPED.description}\u200B`,
      apply: 'https://jobs.example.com/apply\u200B?id=1',
      benefits: '\u2800\u3164',
    },
    TODAY,
  )
  expect(content).toMatchObject({
    title: 'Night actuary',
    needed: ['Lift boxes', 'At night', 'Forklift | Two years'],
    apply: { kind: 'web', to: 'https://jobs.example.com/apply?id=1' },
    benefits: '',
  })
  expect(content?.description).toMatch(/^You will:\n\n- lift\n- load\n\nWe move/)
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
    jobLocation: {
      '@type': 'Place',
      address: { addressCountry: 'US', addressRegion: 'CO', addressLocality: 'Denver' },
    },
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
    applicantLocationRequirements: { '@type': 'Country', name: 'United States' },
  })
  expect(data).not.toHaveProperty('jobLocation')
})

const placesOf = (places: string, workplace = 'on-site') => {
  const { content } = parseContent({ ...TYPED, places, workplace }, TODAY)
  const data = content && jobPosting({ content, ...ABOUT })
  return data?.jobLocation ?? data?.applicantLocationRequirements
}

test('street and postal code are fields of the address; several places are a list', () => {
  expect(placesOf('1600 Broadway, Denver, CO 80202\nParis, France')).toEqual([
    {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'US',
        addressRegion: 'CO',
        addressLocality: 'Denver',
        streetAddress: '1600 Broadway',
        postalCode: '80202',
      },
    },
    {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressCountry: 'FR', addressLocality: 'Paris' },
    },
  ])
})

test.each([
  ['Colorado', { '@type': 'State', name: 'Colorado, United States' }],
  ['Ontario, Canada', { '@type': 'State', name: 'Ontario, Canada' }],
  ['Denver, CO', { '@type': 'City', name: 'Denver, Colorado, United States' }],
  ['England', { '@type': 'AdministrativeArea', name: 'England, United Kingdom' }],
  ['Guam', { '@type': 'AdministrativeArea', name: 'Guam' }],
  ['Hong Kong', { '@type': 'Country', name: 'Hong Kong' }],
])('those who may apply from %s are from %j', (places, area) => {
  expect(placesOf(places, 'remote')).toEqual(area)
})

test('offsets follow summer time', () => {
  expect(isoWithOffset(new Date('2026-07-01T00:00:00Z'), 'America/New_York')).toBe('2026-06-30T20:00:00-04:00')
  expect(isoWithOffset(new Date('2026-07-01T00:00:00Z'), 'UTC')).toBe('2026-07-01T00:00:00+00:00')
})

test('all gaps are told at once: fields, place and pay, dates and the role', () => {
  const errors = errorsOf({
    title: '',
    description: 'short',
    roleSlug: '',
    employmentType: [],
    workplace: '',
    places: '',
    payMin: '',
    payMax: '',
    apply: 'nowhere',
    validThrough: '2020-01-01',
    positions: 'many',
  })
  expect(Object.keys(errors ?? {}).toSorted()).toEqual(
    [
      'apply',
      'description',
      'employmentType',
      'payMin',
      'places',
      'positions',
      'role',
      'title',
      'validThrough',
      'workplace',
    ].toSorted(),
  )
  expect(errorsOf({ payMin: '5', payMax: 'lots', title: '' })).toEqual({
    title: 'Give the job’s title.',
    payMax: expect.any(String),
  })
})

test('voluntary work may be unpaid, and says so', () => {
  const unpaid = { ...TYPED, payMin: '', payMax: '', commission: '' }
  expect(parseContent(unpaid, TODAY).errors).toEqual({ payMin: 'Say what the job pays.' })
  const { content } = parseContent({ ...unpaid, employmentType: ['VOLUNTEER', 'PART_TIME'] }, TODAY)
  expect(content && formatPay(content)).toBe('Unpaid')
})

test('a title is one line, and no address', () => {
  for (const title of ['Nurse\nBcc: x', 'Nurse at win.example', 'Nurse, see www.win']) {
    expect(Object.keys(errorsOf({ title }) ?? {}), title).toEqual(['title'])
  }
})
