import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'
import { expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { listForms, makeSpeller } from './spelling'

const isWord = makeSpeller(await listForms())

it('says of every word of the write-ups, right and mistyped, what the dictionary says', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'))
  const read = (name: string) => readFileSync(join(folder, name))
  const dictionary = nspell({ aff: read('index.aff'), dic: read('index.dic') })
  const roles = join(root, 'content/roles')
  const all = readdirSync(roles).flatMap((name) => readFileSync(join(roles, name), 'utf8').match(/[\p{L}']+/gu) ?? [])
  // Words in capitals are names, which nobody asks for.
  const words = new Set(all.filter((word) => word !== word.toUpperCase()))
  const wrong: string[] = []
  for (const word of words) {
    const mistyped = [`${word}${word.at(-1)}`, word.slice(1), `${word}'`, `${word[0]?.toUpperCase()}${word.slice(1)}`]
    for (const one of [word, ...mistyped])
      if (one && isWord(one) !== (dictionary.correct(one) || dictionary.correct(one.toLowerCase()))) wrong.push(one)
  }
  expect(words.size).toBeGreaterThan(4000)
  expect(wrong).toEqual([])
})

it('takes nothing for a word that only stands between others', () => {
  expect(['teh', 'a\n', 'aba\nabaci', '', '__proto__'].filter(isWord)).toEqual([])
  expect(isWord('constructors')).toBe(true)
})
