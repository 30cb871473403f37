import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cache, hashOf, type Judged, keepWriteUp, readCache, readForms, readKept, writeCache } from './cache'
import { readKnown, readWords } from './dataset'
import { readText } from './file-bytes'
import type { Parsed } from './parse'
import { parseAll } from './parse-all'
import type { ContentFile } from './parse-files'
import type { Problem, WriteUp } from './types'

/** Where write-ups lie. */
export const FOLDER = 'content/roles'

/** A file that was read, as far as it could be. */
export type Read = Judged & { path: string }

type Listed = { files: (ContentFile & { hash: string })[]; unread: Read[] }

/** What lies in the folder beside write-ups, so that nobody waits for a text that no page will show. */
function refuseName(entry: Dirent): Problem {
  const path = `${FOLDER}/${entry.name}`
  const [message, hint] = entry.isDirectory()
    ? ['is a folder, and nothing in it is read', `move its files to ${FOLDER}`]
    : ['has another ending than .mdx and is not read', 'name it <role>.mdx, or move it elsewhere']
  return { path, line: 1, column: 1, code: 'file-name', message: `“${entry.name}” ${message}`, hint, severity: 'error' }
}

function listFiles(root: string): Listed {
  const folder = join(root, FOLDER)
  const listed: Listed = { files: [], unread: [] }
  if (!existsSync(folder)) return listed
  // What begins with a dot belongs to the system or to a program that is open.
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${FOLDER}/${entry.name}`
    const refuse = (problem: Problem) => listed.unread.push({ path, ok: false, problems: [problem] })
    if (entry.isDirectory() || !entry.name.endsWith('.mdx')) {
      refuse(refuseName(entry))
      continue
    }
    const bytes = readFileSync(join(folder, entry.name))
    const read = readText(path, bytes)
    if ('problem' in read) refuse(read.problem)
    else listed.files.push({ path, text: read.text, hash: hashOf(bytes) })
  }
  return listed
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
  const { files, unread } = listFiles(root)
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
  return {
    files: [...all, ...unread],
    read: fresh.length,
    writeUps: files.flatMap(({ path }) => writeUps.get(path) ?? []),
  }
}
