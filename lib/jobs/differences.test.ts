import { expect, test } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import type { Values } from '../forms'
import { type Content, parseContent } from './content'
import { differencesOf, isMaterial } from './differences'

const TYPED = typedPosting({ benefits: 'Four weeks of leave', validThrough: '2026-11-30' })
const read = (changes: Values): Content => {
  const { content, errors } = parseContent({ ...TYPED, ...changes }, '2026-11-01')
  if (!content) throw new Error(JSON.stringify(errors))
  return content
}

test('title, role, place, pay and how to apply are material; other words, and another way to write a number, are not', () => {
  const material: Values[] = [
    { title: 'Day actuary' },
    { roleSlug: 'statistician' },
    { workplace: 'remote' },
    { places: 'Denver, CO\nBoulder, CO' },
    { payMin: '97000' },
    { payMax: '125000' },
    { payCurrency: 'CAD' },
    { payUnit: 'MONTH' },
    { commission: 'A tenth' },
    { apply: 'jobs@example.com' },
  ]
  for (const changes of material) expect(isMaterial(read({}), read(changes)), JSON.stringify(changes)).toBe(true)
  const slight: Values[] = [
    { payMin: '98,000', payMax: '$124000' },
    { places: 'Denver, Colorado ' },
    { benefits: 'Five weeks of leave' },
    { description: `${TYPED.description}And more.` },
    { positions: '2' },
    { title: ' Night actuary' },
  ]
  for (const changes of slight) expect(isMaterial(read({}), read(changes)), JSON.stringify(changes)).toBe(false)
})

test('differences are word by word, in the form’s order and in its words', () => {
  const after = { ...TYPED, payUnit: 'MONTH', benefits: 'Five weeks of leave', title: 'Night actuary' }
  expect(differencesOf(TYPED, after)).toEqual([
    {
      name: 'payUnit',
      label: 'Per',
      parts: [
        { text: 'a ', kind: 'same' },
        { text: 'year', kind: 'removed' },
        { text: 'month', kind: 'added' },
      ],
    },
    {
      name: 'benefits',
      label: 'Benefits',
      parts: [
        { text: 'Four', kind: 'removed' },
        { text: 'Five', kind: 'added' },
        { text: ' weeks of leave', kind: 'same' },
      ],
    },
  ])
  expect(differencesOf(TYPED, TYPED)).toEqual([])
})

test('two long texts that share nothing are shown whole in good time', () => {
  const text = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ')
  const since = Date.now()
  const [difference] = differencesOf({ ...TYPED, description: text('a') }, { ...TYPED, description: text('b') })
  const side = (kind: string) => difference?.parts.flatMap((part) => (part.kind === kind ? part.text : [])).join('')
  expect(side('removed')).toContain('a2999')
  expect(side('added')).toContain('b2999')
  expect(Date.now() - since).toBeLessThan(3000)
})
