import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'
import type { IsWord } from './lint'

const require = createRequire(import.meta.url)

/** The dictionary's own check of a word. */
function openDictionary(): IsWord {
  const folder = dirname(require.resolve('dictionary-en'))
  const read = (name: string) => readFileSync(join(folder, name))
  const spell = nspell({ aff: read('index.aff'), dic: read('index.dic') })
  return (word) => spell.correct(word)
}

/** Words that the dictionary was asked for, and whether it has them. */
export type Asked = Map<string, boolean>

/**
 * A speller that opens the dictionary, which takes long, only for a word that it was never asked for.
 * @param asked what the same dictionary answered before; it grows
 */
export function makeSpeller(asked: Asked = new Map()): IsWord {
  let dictionary: IsWord | undefined
  return (word) => {
    const before = asked.get(word)
    if (before !== undefined) return before
    dictionary ??= openDictionary()
    const isThere = dictionary(word)
    asked.set(word, isThere)
    return isThere
  }
}
