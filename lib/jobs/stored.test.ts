import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import { parseContent } from './content'
import stored from './fixtures/stored.json'
import { jobPosting } from './json-ld'
import { asReading, readStored } from './stored'
import { formatPay, formatWhere } from './words'

const whole = typedPosting({ validThrough: '2026-12-21' })

test.each(stored)('a stored posting is read as it was: $shape', ({ content, reading, read }) => {
  expect(readStored({ content, reading })).toMatchObject(read)
})

test('what was checked is read back just as it was understood then', () => {
  const { content } = parseContent(whole, '2026-11-24')
  if (!content) throw new Error('not whole')
  const reading = JSON.parse(JSON.stringify(asReading(content)))
  expect(readStored({ content: { title: 'Another form by now' }, reading })).toEqual(content)
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

test('options that nothing offers any more and words that name no place are shown as they stand, and left out for machines', () => {
  const gone = { employmentType: ['ZERO_HOURS'], workplace: 'on-ship', payUnit: 'SHIFT', payCurrency: 'shells' }
  const posting = readStored({ content: { ...whole, ...gone, places: 'Atlantis' }, reading: null })
  expect(formatPay(posting)).toBe('98000 shells – 124000 shells Shift')
  expect(formatWhere(posting)).toBe('Atlantis · on-ship')
  const data = jobPosting({ content: posting, ...ABOUT })
  expect(data).toMatchObject({ jobLocation: { '@type': 'Place', address: 'Atlantis' } })
  expect(data).not.toHaveProperty('employmentType')
  expect(data).not.toHaveProperty('baseSalary')
})

test('only a web or mail address that is safe to follow is ever a link', () => {
  const way = (apply: string, reading: unknown = null) =>
    readStored({ content: { ...whole, apply }, reading }).apply.kind
  expect(way('https://jobs.example.com')).toBe('web')
  expect(way('jobs@example.com')).toBe('email')
  for (const bad of ['javascript:pwned()', 'java\tscript:pwned()', 'data:text/html,x', '//evil.example', 'a@b.c,d@e.f'])
    for (const reading of [null, { shape: 2, apply: { kind: 'web', to: bad } }])
      expect(way(bad, reading), bad).toBe('text')
  expect(way('https://user:word@evil.example')).toBe('text')
})

test('nothing that may lie in the store stops the reader', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(whole)), fc.jsonValue()),
      (a, b, c) => {
        for (const version of [
          { content: a, reading: b },
          { content: c, reading: null },
          { content: a, reading: c },
        ]) {
          const posting = readStored(version)
          expect(typeof formatPay(posting) + typeof formatWhere(posting)).toBe('stringstring')
          jobPosting({ content: posting, ...ABOUT })
        }
      },
    ),
  )
})
