import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAcross, type Read } from './across'
import { type Cache, hashOf, readCache, writeCache } from './cache'
import { openFigures, readKnown } from './dataset'
import type { FindValue } from './judge'
import type { Known } from './known'
import type { Parsed } from './parse'
import { parseAll } from './parse-all'
import type { Problem, WriteUp } from './types'

const FOLDER = 'content/roles'

export type Checked = { writeUps: WriteUp[]; problems: Problem[]; files: number; read: number }

type Options = {
  /** The day by which reviews are due; today unless given. */
  today?: string
  /** Whether results of an earlier check are used and kept; so unless `false`. */
  cache?: boolean
  /** Where figures are looked up; the project's dataset unless given. */
  find?: FindValue
}

const listFiles = (root: string): string[] => {
  const folder = join(root, FOLDER)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => `${FOLDER}/${name}`)
}

const byPlace = (a: Problem, b: Problem) =>
  a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1

/**
 * Reads every write-up; what an earlier check read of the very same text is taken from there.
 * @param spelling whether the words are checked too; without it, nothing is kept for the next check
 */
export async function readContent(
  root: string,
  { cache: useCache = true, spelling = true } = {},
): Promise<{ files: Read[]; read: number }> {
  const cache: Cache = useCache ? readCache(root) : { checker: '', results: {}, words: [] }
  const asked = spelling ? new Map(cache.words) : undefined
  const files = listFiles(root).map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, hash: hashOf(text) }
  })
  const kept = (path: string, hash: string) => {
    const result = Object.hasOwn(cache.results, path) ? cache.results[path] : undefined
    return result?.hash === hash ? result.parsed : undefined
  }
  const fresh = files.filter(({ path, hash }) => !kept(path, hash))
  const parsed = fresh.length > 0 ? await parseAll(fresh, await readKnown(root), asked) : []
  const byPath = new Map(fresh.map(({ path }, i) => [path, parsed[i]]))
  const all = files.map(({ path, hash }) => ({ path, hash, parsed: (byPath.get(path) ?? kept(path, hash)) as Parsed }))
  if (useCache && asked && (fresh.length > 0 || Object.keys(cache.results).length !== files.length)) {
    const results = Object.fromEntries(all.map(({ path, hash, parsed }) => [path, { hash, parsed }]))
    writeCache(root, { checker: cache.checker, results, words: [...asked] })
  }
  return { files: all.map(({ path, parsed }) => ({ path, parsed })), read: fresh.length }
}

/**
 * Checks every write-up of the project.
 * @returns problems in the order of files and lines; a folder without a file is a problem itself
 */
export async function checkContent(root: string, options: Options = {}): Promise<Checked> {
  const { today = new Date().toISOString().slice(0, 10), cache = true, find } = options
  const { files, read } = await readContent(root, { cache })
  if (files.length === 0) {
    const problem: Problem = {
      path: FOLDER,
      line: 1,
      column: 1,
      code: 'content-empty',
      message: 'there is nothing to check',
      severity: 'error',
    }
    return { writeUps: [], problems: [problem], files: 0, read }
  }
  const figures = find ?? (await openFigures(join(root, 'data')))
  const own = files.flatMap(({ parsed }) => (parsed.ok ? parsed.warnings : parsed.problems))
  const across = await checkAcross(root, files, figures, today)
  return {
    writeUps: files.flatMap(({ parsed }) => (parsed.ok ? [parsed.writeUp] : [])),
    problems: [...own, ...across].sort(byPlace),
    files: files.length,
    read,
  }
}

/** Reads one write-up of any status by its slug; undefined where there is no such file. */
export async function readWriteUp(root: string, slug: string, known?: Known): Promise<Parsed | undefined> {
  const path = `${FOLDER}/${slug}.mdx`
  if (!/^[a-z0-9-]+$/.test(slug) || !existsSync(join(root, path))) return undefined
  const { parseWriteUp } = await import('./parse')
  return parseWriteUp(path, readFileSync(join(root, path), 'utf8'), known)
}
