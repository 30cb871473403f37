import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { cutWords } from './fit'

/** Two short names and what stands between them fit in a title. */
export const MOST_SHORT = 28

let kept: { at: number; names: ReadonlyMap<string, string> } | undefined

function loadNames(): ReadonlyMap<string, string> {
  const file = join(process.cwd(), 'data/short-names.csv')
  const at = statSync(file).mtimeMs
  if (kept?.at !== at) {
    const [, ...rows] = parseCsv(readFileSync(file, 'utf8')) as string[][]
    kept = { at, names: new Map(rows.map(([code = '', short = '']) => [code, short])) }
  }
  return kept.names
}

/**
 * A role's name for the title of a page that has two: its own where that is short, else the reviewed one of
 * `data/short-names.csv`, else its own cut after a whole word.
 */
export function shortName({ code, singular }: { code: string; singular: string }): string {
  if (singular.length <= MOST_SHORT) return singular
  return loadNames().get(code) ?? cutWords(singular, MOST_SHORT)
}
