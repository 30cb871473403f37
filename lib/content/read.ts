import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cache, hashOf, type Judged, keepWriteUp, readCache, readForms, readKept, writeCache } from './cache'
import { readKnown, readWords } from './dataset'
import type { Parsed } from './parse'
import { parseAll } from './parse-all'
import type { ContentFile } from './parse-files'
import type { WriteUp } from './types'

/** Where write-ups lie. */
export const FOLDER = 'content/roles'

/** A file that was read, as far as it could be. */
export type Read = Judged & { path: string }

function listFiles(root: string): (ContentFile & { hash: string })[] {
  const folder = join(root, FOLDER)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.mdx'))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { path: `${FOLDER}/${name}`, text, hash: hashOf(text) }
  })
}

/** What one of two lists has and the other has not. */
const differenceOf = (a: readonly string[], b: readonly string[]): Set<string> =>
  new Set([...a.filter((word) => !b.includes(word)), ...b.filter((word) => !a.includes(word))])

/** What a check tells of a file that was read. */
export const toJudged = (parsed: Parsed): Judged =>
  parsed.ok ? { ok: true, problems: parsed.warnings, found: parsed.found } : parsed

/**
 * Reads every write-up; what an earlier check read of the very same text is taken from there.
 * @param spelling whether the words are checked too; without it, nothing is kept for the next check
 * @param texts whether what pages show is given too, of the files without an error
 */
export async function readContent(
  root: string,
  { cache: useCache = true, spelling = true, texts = false } = {},
): Promise<{ files: Read[]; read: number; writeUps: WriteUp[] }> {
  const cache: Cache = useCache ? readCache(root) : { checker: '', words: [], results: {} }
  const files = listFiles(root)
  const results = new Map<string, Judged>()
  const writeUps = new Map<string, WriteUp>()
  const words = readWords(root)
  const changed = differenceOf(words, cache.words)
  const stands = ({ found }: Judged) => changed.size === 0 || found?.foreign.every((word) => !changed.has(word))
  for (const { path, hash } of files) {
    const result = Object.hasOwn(cache.results, path) ? cache.results[path] : undefined
    if (result?.hash !== hash || !stands(result)) continue
    const writeUp = texts && result.ok ? readKept(root, path, cache.checker, hash) : undefined
    if (texts && result.ok && !writeUp) continue
    results.set(path, result)
    if (writeUp) writeUps.set(path, writeUp)
  }
  const fresh = files.filter(({ path }) => !results.has(path))
  const read = async () => parseAll(fresh, await readKnown(root), spelling ? await readForms(root) : undefined)
  const parsed = fresh.length > 0 ? await read() : []
  for (const [i, { path, hash }] of fresh.entries()) {
    const one = parsed[i] as Parsed
    results.set(path, toJudged(one))
    if (!one.ok) continue
    writeUps.set(path, one.writeUp)
    if (useCache && spelling) keepWriteUp(root, path, { checker: cache.checker, hash, writeUp: one.writeUp })
  }
  const all = files.map(({ path, hash }) => ({ path, hash, ...(results.get(path) as Judged) }))
  if (
    useCache &&
    spelling &&
    (fresh.length > 0 || changed.size > 0 || Object.keys(cache.results).length !== files.length)
  )
    writeCache(root, {
      checker: cache.checker,
      words,
      results: Object.fromEntries(all.map(({ path, ...result }) => [path, result])),
    })
  return { files: all, read: fresh.length, writeUps: files.flatMap(({ path }) => writeUps.get(path) ?? []) }
}
