import type { Known } from './known'
import { type Parsed, parseWriteUp } from './parse'
import { type Forms, makeSpeller } from './spelling'

/** A file to be read: its path inside the project and what it says. */
export type ContentFile = { path: string; text: string }

/**
 * Reads files one after the other.
 * @param forms what the dictionary has; without it spelling is not checked
 */
export function parseFiles(files: readonly ContentFile[], known: Known, forms?: Forms): Parsed[] {
  const isWord = forms && makeSpeller(forms)
  return files.map(({ path, text }) => parseWriteUp(path, text, known, isWord))
}
