import { expect, test } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import type { Values } from '../forms'
import { parseContent } from './content'
import { differencesOf, isMaterial } from './differences'
import type { Posting } from './posting'

const TYPED = typedPosting({ benefits: 'Four weeks of leave', validThrough: '2026-11-30' })
const read = (changes: Values): Posting => {
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
  const streets = { places: '1600 Broadway, Denver, CO 80202' }
  expect(isMaterial(read({}), read(streets))).toBe(true)
  expect(differencesOf(read({}), read(streets))).toMatchObject([
    { was: 'Denver, Colorado', is: '1600 Broadway, Denver, Colorado 80202, United States' },
  ])
  // As the first release kept it.
  const toronto = read({ places: 'Toronto, Ontario, Canada' })
  const kept = { ...toronto, places: [{ country: 'CA', region: 'Ontario', town: 'Toronto' }] }
  expect(isMaterial(kept, toronto)).toBe(false)
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

const change = (changes: Values, from: Values = {}) => differencesOf(read(from), read(changes))

test('differences are as readers see them, in the form’s order: words by words, values from old to new', () => {
  expect(change({ benefits: 'Five weeks of leave', payMin: '99,500', places: 'Denver, CO\nBoulder, CO' })).toEqual([
    { name: 'places', label: 'Places', was: 'Denver, Colorado', is: 'Denver, Colorado; Boulder, Colorado' },
    { name: 'payMin', label: 'Lowest pay', was: '$98,000', is: '$99,500', by: '+$1,500' },
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
  expect(change({})).toEqual([])
  expect(change({ payMin: '$98,000 ', places: 'Denver, Colorado', title: ' Night actuary ' })).toEqual([])
})

test('pay: one amount, both ends, another unit, commission; a last day; options and lists', () => {
  const one = { payMin: '78000', payMax: '78000' }
  expect(change({ payMin: '81000', payMax: '81000' }, one)).toEqual([
    { name: 'pay', label: 'Pay', was: '$78,000', is: '$81,000', by: '+$3,000' },
  ])
  expect(
    change({ payMin: '90000', payMax: '120000.50' }).map(({ label, ...rest }) => ({ label, ...rest })),
  ).toMatchObject([
    { label: 'Lowest pay', is: '$90,000', by: '−$8,000' },
    { label: 'Highest pay', was: '$124,000', is: '$120,000.50' },
  ])
  expect(change({ payMin: '47', payMax: '60', payUnit: 'HOUR' })).toMatchObject([
    { label: 'Pay', was: '$98,000 – $124,000 a year', is: '$47 – $60 an hour' },
  ])
  expect(change({ payMin: '', payMax: '', commission: 'A tenth.' })).toMatchObject([
    { label: 'Pay', is: 'Commission' },
    { name: 'commission', parts: [{ text: 'A tenth.', kind: 'added' }] },
  ])
  expect(change({ validThrough: '2026-12-05' })).toMatchObject([{ was: 'November 30, 2026', is: 'December 5, 2026' }])
  expect(change({ employmentType: ['FULL_TIME', 'PART_TIME'], vacancy: 'open', needed: '- One\n- Two' })).toMatchObject(
    [
      { name: 'needed', parts: [{ text: 'One\nTwo', kind: 'added' }] },
      { label: 'Employment', was: 'Full time', is: 'Full time, Part time' },
      { was: 'Not said', is: 'This is an existing vacancy' },
    ],
  )
})

test('two long texts that share nothing are shown whole', () => {
  const text = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ')
  const [difference] = differencesOf({ ...read({}), description: text('a') }, { ...read({}), description: text('b') })
  const side = (kind: string) => difference?.parts?.flatMap((part) => (part.kind === kind ? part.text : [])).join('')
  expect(side('removed')).toContain('a2999')
  expect(side('added')).toContain('b2999')
})
