import { expect, it } from 'vitest'
import type { Known } from './known'
import { parseMarkdown } from './markdown'
import { findAlike, packRuns, shinglesOf, unpackRuns } from './shingles'

const none = {
  roles: new Set<string>(),
  families: new Set<string>(),
  places: new Set<string>(),
  words: new Set<string>(),
}
const known: Known = { ...none, names: new Set(['paralegal', 'dental hygienist', 'dental hygienists']) }
const runs = (text: string) => unpackRuns(shinglesOf(parseMarkdown(text).children ?? [], known))
const alike = (...files: number[][]) => findAlike(files.map(packRuns))

it('counts runs of five words, each once, without headings and the names of roles', () => {
  expect(runs('## One two three four five six\n\nan one two three four')).toHaveLength(1)
  expect(runs('one two three four five one two three four five')).toHaveLength(5)
  expect(runs('a paralegal has one big red file')).toEqual(runs('a dental hygienist has one big red file'))
})

it('gives the share of common runs among all, for pairs above the limit only', () => {
  expect(alike([1, 2, 3], [4, 5], [1, 2, 9], [1, 8, 7])).toEqual([{ a: 0, b: 2, alike: 0.5 }])
  expect(alike([2147483647, -2147483648, 0], [0, -2147483648, 2147483647])).toEqual([{ a: 0, b: 1, alike: 1 }])
  expect(alike([1, 2, 3], [1, 2, 3], [1, 2, 3])).toHaveLength(3)
  expect(alike([], [])).toEqual([])
})
