import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The days on which a write-up was first kept and last changed, `2026-11-24`. */
export type History = Record<string, { first: string; changed: string }>

const FILE = 'content/history.json'

/** What the committed history says, by slug; nothing where there is no file. */
export function readHistory(root: string): History {
  const path = join(root, FILE)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as History) : {}
}

/**
 * Writes the history anew from git, so that a build needs no git.
 * @returns how many write-ups it names
 * @throws Error in a shallow clone, whose log would make every page of today
 */
export function writeHistory(root: string): number {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (git('rev-parse', '--is-shallow-repository').trim() !== 'false')
    throw new Error(
      'This is a shallow clone: its log does not tell when a write-up was changed. Run git fetch --unshallow.',
    )
  const history: History = {}
  let day = ''
  for (const line of git('log', '--format=:%ad', '--date=short', '--name-only', '--', 'content/roles').split('\n')) {
    if (line.startsWith(':')) day = line.slice(1)
    const slug = /^content\/roles\/([a-z0-9-]+)\.mdx$/.exec(line)?.[1]
    if (!slug || !existsSync(join(root, line))) continue
    history[slug] = { first: day, changed: history[slug]?.changed ?? day }
  }
  const sorted = Object.fromEntries(Object.entries(history).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`)
  return Object.keys(sorted).length
}
