import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pastedMarkdown, readLines } from './pasted'

describe('one a line', () => {
  test.each([
    ['- Price risk\n* Explain it\n\n', ['Price risk', 'Explain it']],
    ['·\tLift boxes\n·\tLoad vans', ['Lift boxes', 'Load vans']],
    ['•\tLift\no\tAt night\n§\tWith a truck', ['Lift', 'At night', 'With a truck']],
    ['\uF0B7\tLift\n\uF0A7\tLoad\n\uF0D8 Drive', ['Lift', 'Load', 'Drive']],
    ['1.\tLift\n2)\tLoad\n3. Drive\na.\tPark\niv)\tStop', ['Lift', 'Load', 'Drive', 'Park', 'Stop']],
    ['–\tLift\n– Load\n—\tDrive', ['Lift', 'Load', 'Drive']],
    ['o   Lift\n·        Load', ['Lift', 'Load']],
    ['·\u00A0\u00A0\u00A0Lift', ['Lift']],
    ['ü\tLift\nv\tLoad\nØ\tDrive', ['Lift', 'Load', 'Drive']],
    ['Forklift\tTwo years\nTruck\tNone', ['Forklift | Two years', 'Truck | None']],
    ['·\tForklift\tTwo years', ['Forklift | Two years']],
    ['o-ring work', ['o-ring work']],
    [
      '3 years of work\n401(k) plans\n2.5 tons\n-5 degrees',
      ['3 years of work', '401(k) plans', '2.5 tons', '-5 degrees'],
    ],
    ['I. Newton', ['I. Newton']],
    ['·\t\n\u200B\n  ', []],
    ['“Smart” quotes, it’s', ['“Smart” quotes, it’s']],
  ])('%j', (text, lines) => expect(readLines(text)).toEqual(lines))
})

describe('as Markdown', () => {
  test.each([
    ['You will:\n·\tlift\n·\tload\nAnd more.', 'You will:\n\n- lift\n- load\n\nAnd more.'],
    ['·\tlift\no\tat night\n§\twith a truck\n·\tload', '- lift\n    - at night\n        - with a truck\n- load'],
    ['1.\tlift\n2.\tload', '1. lift\n2. load'],
    ['•\tlift\n• load', '- lift\n- load'],
    ['Truck\tNone\nForklift\tTwo years\n\nText', 'Truck | None\\\nForklift | Two years\n\nText'],
    ['\u0095\tlift', '- lift'],
  ])('%j', (text, markdown) => expect(pastedMarkdown(text)).toBe(markdown))

  test.each([
    'One paragraph.\n\nAnother with **bold**, *italic*.',
    '## Duties\n\n- one\n- two\n  - nested\n- three\n\nAfter',
    '1. one\n2. two\n\n   more of two',
    'first line\\\nsecond line',
    '- a\nlazy text',
    '“Quoted” – and it’s kept',
    'I. Newton',
  ])('Markdown stays: %j', (markdown) => expect(pastedMarkdown(markdown)).toBe(markdown))
})

test('it is done once, and no letter is lost', () => {
  const unit = fc.constantFrom('·', '\t', 'o', ' ', '\n', '1', '.', 'word', '-', '•', '|', '§')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const once = pastedMarkdown(text)
      expect(pastedMarkdown(once)).toBe(once)
      const words = (t: string) => t.match(/word/g)?.length ?? 0
      expect(words(once)).toBe(words(text))
      expect(words(readLines(text).join(' '))).toBe(words(text))
    }),
    { numRuns: 2000 },
  )
})
