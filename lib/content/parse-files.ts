import type { Known } from './known'
import { type Parsed, parseWriteUp } from './parse'
import { type Asked, makeSpeller } from './spelling'

/** A file to be read: its path inside the project and what it says. */
export type ContentFile = { path: string; text: string }

let speller: { asked: Asked; isWord: ReturnType<typeof makeSpeller> } | undefined

/**
 * Reads files one after the other.
 * @param asked what the dictionary answered before; it grows; without it spelling is not checked
 */
export function parseFiles(files: readonly ContentFile[], known: Known, asked?: Asked): Parsed[] {
  if (!asked) return files.map(({ path, text }) => parseWriteUp(path, text, known))
  if (speller?.asked !== asked) speller = { asked, isWord: makeSpeller(asked) }
  const { isWord } = speller
  return files.map(({ path, text }) => parseWriteUp(path, text, known, isWord))
}
