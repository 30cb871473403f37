import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { normaliseName } from './normalise'

let kept: { at: number; words: readonly string[] } | undefined

/**
 * The outdated and offending words of `data/unshown-names.csv`, as the search compares names; read again when the file
 * has changed.
 */
function loadWords(): readonly string[] {
  const file = join(process.cwd(), 'data/unshown-names.csv')
  const at = statSync(file).mtimeMs
  if (kept?.at !== at) {
    const [, ...rows] = parseCsv(readFileSync(file, 'utf8')) as string[][]
    kept = { at, words: rows.map(([words = '']) => normaliseName(words)).filter(Boolean) }
  }
  return kept.words
}

/**
 * Whether a name that others have given to an occupation may be printed. One that may not is still found by the
 * search. A role's own names are not asked about: they are reviewed one by one.
 */
export function mayShow(name: string): boolean {
  const norm = ` ${normaliseName(name)} `
  return !loadWords().some((words) => norm.includes(` ${words} `))
}
