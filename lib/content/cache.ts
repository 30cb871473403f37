import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Parsed } from './parse'

const CODE = dirname(fileURLToPath(import.meta.url))
/** Code outside this folder that decides what a file alone may say. */
const CODE_ELSEWHERE = [
  '../figures/measures.ts',
  '../roles/names.ts',
  '../roles/normalise.ts',
  '../../package-lock.json',
]
/** What `readKnown` reads. */
const NAMES = [
  ...['data/role-names.csv', 'data/occupations.csv', 'data/titles.csv', 'data/families.csv', 'data/places.csv'],
  'content/words.txt',
]

const FILE = '.content/check.json'

export const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** Hash of the checker itself and of all that it lets write-ups name: results of another one are worth nothing. */
function hashChecker(root: string): string {
  const own = readdirSync(CODE)
    .filter((name) => /(?<!\.test)\.(ts|mjs)$/.test(name))
    .sort()
    .map((name) => join(CODE, name))
  const hash = createHash('sha256').update(process.version)
  for (const file of [
    ...own,
    ...CODE_ELSEWHERE.map((name) => join(CODE, name)),
    ...NAMES.map((name) => join(root, name)),
  ])
    hash
      .update(file.replace(root, ''))
      .update('\0')
      .update(existsSync(file) ? readFileSync(file) : '')
      .update('\0')
  return hash.digest('hex')
}

/** What is kept from one check to the next: results by the hash of the file, and what the dictionary said. */
export type Cache = {
  checker: string
  results: Record<string, { hash: string; parsed: Parsed }>
  words: [string, boolean][]
}

/** The results of the last check, as far as the same checker made them. */
export function readCache(root: string): Cache {
  const checker = hashChecker(root)
  try {
    const cache = JSON.parse(readFileSync(join(root, FILE), 'utf8')) as Cache
    if (cache.checker === checker) return cache
  } catch {
    // There is none, or it was cut off: everything is checked.
  }
  return { checker, results: {}, words: [] }
}

/** Keeps results for the next check, whole or not at all. */
export function writeCache(root: string, cache: Cache): void {
  const file = join(root, FILE)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(cache))
  renameSync(`${file}.${process.pid}`, file)
}
