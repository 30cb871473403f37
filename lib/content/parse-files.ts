import type { Known } from './known'
import { type Parsed, parseWriteUp } from './parse'
import { makeSpeller } from './spelling'

/** A file to be read: its path inside the project and what it says. */
export type ContentFile = { path: string; text: string }

let speller: { right: Set<string>; isWord: ReturnType<typeof makeSpeller> } | undefined

/**
 * Reads files one after the other.
 * @param right words known to be spelled right; it grows; without it spelling is not checked
 */
export function parseFiles(files: readonly ContentFile[], known: Known, right?: Set<string>): Parsed[] {
  if (!right) return files.map(({ path, text }) => parseWriteUp(path, text, known))
  if (speller?.right !== right) speller = { right, isWord: makeSpeller(right) }
  const { isWord } = speller
  return files.map(({ path, text }) => parseWriteUp(path, text, known, isWord))
}
