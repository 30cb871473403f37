import { expect, it } from 'vitest'
import { curlQuotes } from './curl-quotes'

it.each([
  ['"hot" and "in demand"', '“hot” and “in demand”'],
  ["the day's jobs, workers' pay", 'the day’s jobs, workers’ pay'],
  ["Associate's degree", 'Associate’s degree'],
  ['("so")', '(“so”)'],
  ['"\'Yes,\' she said"', '“‘Yes,’ she said”'],
  ["since the '90s, \"rock 'n' roll\"", 'since the ’90s, “rock ‘n’ roll”'],
  ['already “curly”, it’s', 'already “curly”, it’s'],
  ['a dash—"so"', 'a dash—“so”'],
])('curls the quotes of %s', (typed, printed) => {
  expect(curlQuotes(typed)).toBe(printed)
  expect(curlQuotes(printed)).toBe(printed)
})

it('closes a quote that goes on after a number', () => {
  expect(curlQuotes('" they say', false)).toBe('” they say')
})
