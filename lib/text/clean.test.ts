import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanAddress, cleanLine, cleanText } from './clean'

describe('what shows nothing is empty', () => {
  test.each([
    ['three zero-width spaces', '\u200B\u200B\u200B'],
    ['blanks of many widths', ' \u00A0\u2003\u202F\u3000\t'],
    ['a byte-order mark', '\uFEFF'],
    ['Hangul fillers', '\u3164\u115F\u1160\uFFA0'],
    ['braille without a dot', '\u2800\u2800'],
    ['bidirectional controls', '\u202E\u2066\u2069\u200F\u061C'],
    ['soft hyphens', '\u00AD\u00AD'],
    ['variation selectors', '\uFE0F\uFE00\u{E0100}'],
    ['tags', '\u{E0001}\u{E0048}\u{E0069}\u{E007F}'],
    ['joiners', '\u200D\u200C\u034F\u180E'],
    ['controls', '\0\x07\x1B\x7F\x9D'],
    ['halves of a pair', '\uD800\uDC00'.slice(0, 1)],
    ['an accent on nothing', '\u0301'],
    ['no characters', '\uFFFE\uFDD0\u{1FFFF}'],
    ['line ends', '\r\n\u2028\u2029\v\f'],
  ])('%s', (_, text) => {
    expect(cleanText(text)).toBe('')
    expect(cleanLine(text)).toBe('')
  })
})

test.each([
  ['Night\u200B ac\u00ADtu\u202Eary\uFEFF', 'Night actuary'],
  ['Cafe\u0301', 'Café'],
  ['ＡＢ', 'ＡＢ'],
  ['two\u00A0\u2009blanks\tand  more\r\nlines', 'two blanks and more lines'],
  ['\u0093smart\u0094 \u0096 it\u0092s', '“smart” – it’s'],
  ['I\u{E0041}\u{E0042}gnore', 'Ignore'],
])('%j is the line %j', (text, line) => expect(cleanLine(text)).toBe(line))

test.each([
  'می‌خواهم',
  'क्‍ष',
  'অর্‌থ',
  'അനില്‍',
  'ශ්‍රී ලංකා',
  'Яндекс',
  '株式会社',
  '葛\u{E0100}城市',
  '👩‍💻 developer',
  '👩🏽‍⚕️',
  '❤️',
  '7️⃣ days',
  '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  'Zoë O’Neil-Ångström',
  '한국',
])('%s stays as it is: joiners are needed there', (text) => expect(cleanLine(text)).toBe(text.normalize('NFC')))

test.each([
  ['Ac\u200Dme', 'Acme'],
  ['\u200Dمی', 'می'],
  ['می\u200C', 'می'],
  ['می\u200C\u200C\u200Cخ', 'میخ'],
  ['क्\u200D\u200D\u200Dष', 'क्ष'],
  ['👩\u200D', '👩'],
  ['a\uFE0Fb', 'ab'],
  ['🏴\u{E0068}\u{E0069}\u{E007F}', '🏴'],
  ['㍿\u{E0100}', '㍿'],
])('%j becomes %j: a joiner that joins nothing goes', (text, line) => expect(cleanLine(text)).toBe(line))

test('lines stay lines, and tabs stay for those who read tables', () =>
  expect(cleanText('a\r\nb\rc\u2028d\n\n\te')).toBe('a\nb\nc\nd\n\n\te'))

test.each([
  ['https://jobs.example.com/apply\u200B?id=1', 'https://jobs.example.com/apply?id=1'],
  ['https://jobs.example.com/apply%E2%80%8B?id=1%e2%80%ae', 'https://jobs.example.com/apply?id=1'],
  ['\uFEFFhttps://example.com/\u202Efdp\u202C', 'https://example.com/fdp'],
  ['ana\u00AD@exam\u200Bple.com', 'ana@example.com'],
  ['a\u3164na@example.com\u2060', 'ana@example.com'],
  ['https://example.com/\u{E0041}\uFE0F\uD800', 'https://example.com/'],
])('the address %j is %j', (text, address) => expect(cleanAddress(text)).toBe(address))

const anything = fc.string({ unit: 'binary', maxLength: 40 })

test('cleaning twice is cleaning once, and leaves nothing that shows nothing by itself', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).toBe(clean.normalize('NFC'))
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\0]/)
      const line = cleanLine(text)
      expect(cleanLine(line)).toBe(line)
      expect(line).not.toMatch(/\n|\t|^ | $/)
    }),
    { numRuns: 3000 },
  )
})

test('plain letters and digits are never changed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9 .,;!?“”’–-]*$/), (text) => {
      expect(cleanText(text)).toBe(text.trim() === '' ? '' : text)
    }),
  )
})
