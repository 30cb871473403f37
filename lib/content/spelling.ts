import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { IsWord } from './lint'

const require = createRequire(import.meta.url)

/** Every form of every word of a dictionary, between line ends, by its first two letters. */
export type Forms = Record<string, string>

const startOf = (form: string) => form.slice(0, 2)

/** Reads the forms from the dictionary, which takes longer than to check a write-up: they are kept. */
export async function listForms(): Promise<Forms> {
  const { default: nspell } = await import('nspell')
  const folder = dirname(require.resolve('dictionary-en'))
  const read = (name: string) => readFileSync(join(folder, name))
  const dictionary = nspell({ aff: read('index.aff'), dic: read('index.dic') })
  const forms: Forms = {}
  for (const form of Object.keys(dictionary.data)) {
    if (!dictionary.correct(form)) continue
    const start = startOf(form)
    forms[start] = `${forms[start] ?? '\n'}${form}\n`
  }
  return forms
}

/** A check of a word against forms: a capital letter may stand where the dictionary has a small one. */
export const makeSpeller =
  (forms: Forms): IsWord =>
  (word) =>
    [word, word.toLowerCase()].some((form) => forms[startOf(form)]?.includes(`\n${form}\n`) ?? false)
