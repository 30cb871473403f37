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

/**
 * A speller that opens the dictionary, which takes long, only for a word that was never right before.
 * @param right words that the same dictionary has; it grows by those that are asked for
 */
export function makeSpeller(right: Set<string>): IsWord {
  const wrong = new Set<string>()
  let dictionary: IsWord | undefined
  return (word) => {
    if (right.has(word)) return true
    if (wrong.has(word)) return false
    dictionary ??= openDictionary()
    const known = dictionary(word)
    ;(known ? right : wrong).add(word)
    return known
  }
}
