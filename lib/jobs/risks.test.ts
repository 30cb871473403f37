import { expect, test } from 'vitest'
import type { Posting } from './posting'
import { RISKS, risksOf } from './risks'

const content = { description: 'We move freight at night.', benefits: '' } as Posting
const about = { firstJob: false, verified: true, mail: 'own', repeated: false, pay: undefined } as const

test('the address a posting was written from says why to look closely', () => {
  expect(risksOf(content, about)).toEqual([])
  expect(risksOf(content, { ...about, mail: 'free' })).toEqual(['free-mail'])
  expect(risksOf(content, { ...about, mail: 'disposable' })).toEqual(['disposable-mail'])
  expect(risksOf(content, { ...about, verified: false })).toEqual(['unverified'])
})

test('a reviewer reads each risk in words', () => {
  const all = risksOf(
    { ...content, benefits: 'See www.example.com' },
    { firstJob: true, verified: false, mail: 'disposable', repeated: true, pay: undefined },
  )
  expect(all).toEqual(['new-company', 'unverified', 'disposable-mail', 'links', 'repeated'])
  for (const risk of all) expect(RISKS[risk]).toBeTruthy()
})
