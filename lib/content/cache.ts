import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Forms, listForms } from './spelling'
import type { Found, Problem, WriteUp } from './types'

/** The project whose code this is, wherever a bundle of it may lie. */
function findProject(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findProject(dirname(folder))
}

const PROJECT = findProject(dirname(fileURLToPath(import.meta.url)))
const CODE = join(PROJECT, 'lib/content')
/** Code outside that folder that decides what a file alone may say. */
const CODE_ELSEWHERE = ['lib/figures/measures.ts', 'lib/roles/names.ts', 'lib/roles/normalise.ts', 'package-lock.json']
/** What `readKnown` reads, but for the project's words. */
const NAMES = ['data/role-names.csv', 'data/occupations.csv', 'data/titles.csv', 'data/families.csv', 'data/places.csv']

const FILE = '.content/check.json'
const FOLDER = '.content/kept'
const FORMS = '.content/forms.json'

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
    ...CODE_ELSEWHERE.map((name) => join(PROJECT, name)),
    ...NAMES.map((name) => join(root, name)),
  ])
    hash
      .update(file.replace(root, ''))
      .update('\0')
      .update(existsSync(file) ? readFileSync(file) : '')
      .update('\0')
  return hash.digest('hex')
}

/** What a check tells of one file, without the text that pages show. */
export type Judged = { ok: boolean; problems: Problem[]; found?: Found }

/** What is kept from one check to the next: results by the hash of the file, and the project's words at that time. */
export type Cache = { checker: string; words: string[]; results: Record<string, Judged & { hash: string }> }

/** The results of the last check, as far as the same checker made them. */
export function readCache(root: string): Cache {
  const checker = hashChecker(root)
  const cache = readJson<Cache>(join(root, FILE))
  return cache?.checker === checker ? cache : { checker, words: [], results: {} }
}

/** Keeps results for the next check, whole or not at all. */
export const writeCache = (root: string, cache: Cache): void => writeJson(join(root, FILE), cache)

/** What the dictionary has, as an earlier check with the same packages and code read it. */
export async function readForms(root: string): Promise<Forms> {
  const file = join(root, FORMS)
  const sources = ['package-lock.json', 'lib/content/spelling.ts'].map((name) => readFileSync(join(PROJECT, name)))
  const maker = hashOf(Buffer.concat(sources))
  const kept = readJson<{ maker: string; forms: Forms }>(file)
  if (kept?.maker === maker) return kept.forms
  const forms = await listForms()
  writeJson(file, { maker, forms })
  return forms
}

type KeptWriteUp = { checker: string; hash: string; writeUp: WriteUp }

const fileOf = (root: string, path: string) => join(root, FOLDER, `${basename(path, '.mdx')}.json`)

/** What the last check read of a file; undefined where the checker or the file was another. */
export function readKept(root: string, path: string, checker: string, hash: string): WriteUp | undefined {
  const kept = readJson<KeptWriteUp>(fileOf(root, path))
  return kept?.checker === checker && kept.hash === hash ? kept.writeUp : undefined
}

/** Keeps what was read of a file apart from the results: only a build needs it, and to read all takes longest. */
export const keepWriteUp = (root: string, path: string, kept: KeptWriteUp): void => writeJson(fileOf(root, path), kept)

/** A file's content; undefined where there is none or it was cut off. */
function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}

function writeJson(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(content))
  renameSync(`${file}.${process.pid}`, file)
}
