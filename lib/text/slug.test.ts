import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugBase, slugify } from './slug'

test.each([
  ['Example Freight', 'example-freight'],
  ['Яндекс', 'yandeks'],
  ['Чайка & Ёлка', 'chayka-yolka'],
  ['Київ', 'kiiv'],
  ['Ελληνικά', 'ellinika'],
  ['Straße', 'strasse'],
  ['Ørsted Łódź', 'orsted-lodz'],
  ['株式会社 Acme', 'acme'],
  ['株式会社', ''],
  ['X', 'x'],
  ['ＡＣＭＥ', 'acme'],
  ['İstanbul', 'istanbul'],
  ['Registered nurses', 'registered-nurses'],
])('%s is at %s', (name, slug) => expect(slugify(name)).toBe(slug))

test('a name of no Latin letters has a word of its own, and a long one is cut', () => {
  expect(slugBase('株式会社', 'company')).toBe('company')
  expect(slugBase(`${'a'.repeat(59)} b`, 'company')).toBe('a'.repeat(59))
})

test('whatever the name, the slug can stand in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(slugBase(name, 'company')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }),
  )
})
