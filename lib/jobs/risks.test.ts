import { expect, test } from 'vitest'
import { RISKS, risksOf } from './risks'

const about = { firstJob: false, verified: true, mail: 'own', repeated: false, pay: undefined, signs: [] } as const

test('the address a posting was written from says why to look closely', () => {
  expect(risksOf(about)).toEqual([])
  expect(risksOf({ ...about, mail: 'free' })).toEqual(['free-mail'])
  expect(risksOf({ ...about, mail: 'disposable' })).toEqual(['disposable-mail'])
  expect(risksOf({ ...about, verified: false })).toEqual(['unverified'])
})

test('a reviewer reads each risk in words', () => {
  const signs = (['payment', 'messenger', 'papers', 'links', 'brand'] as const).map((risk) => ({ risk, words: 'x' }))
  const all = risksOf({ ...about, firstJob: true, verified: false, mail: 'disposable', repeated: true, signs })
  expect(all).toEqual([
    'new-company',
    'unverified',
    'disposable-mail',
    'links',
    'payment',
    'messenger',
    'papers',
    'brand',
    'repeated',
  ])
  for (const risk of all) expect(RISKS[risk]).toBeTruthy()
})
