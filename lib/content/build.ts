import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from './check'
import { readHistory } from './history'
import type { FindValue } from './judge'
import type { Problem, ShownProblem, WriteUp } from './types'

const FILE = '.content/write-ups.json'

/** What pages read: published write-ups, and in development what is wrong with the files. */
export type Built = { writeUps: WriteUp[]; problems: ShownProblem[] }

/** What was built last; nothing where that is not there. */
function readBuilt(root: string): Built {
  const file = join(root, FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Built) : { writeUps: [], problems: [] }
}

function put(root: string, name: string, content: unknown): void {
  const file = join(root, name)
  const text = JSON.stringify(content)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(join(root, '.content'), { recursive: true })
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

const isPublished = ({ status }: WriteUp) => status === 'published'

/** Writes what pages read, and apart from it, so that no reader's page can carry it, what only editors may see. */
function writeBuilt(root: string, built: Built, all: readonly WriteUp[], warnings: readonly Problem[]): void {
  put(root, FILE, built)
  put(root, '.content/desk.json', { drafts: all.filter((writeUp) => !isPublished(writeUp)), warnings })
  const guide = join(root, 'docs/editing.md')
  put(root, '.content/guide.json', { markdown: existsSync(guide) ? readFileSync(guide, 'utf8') : '' })
}

/** The write-ups with the days of their last change. */
function withHistory(root: string, writeUps: readonly WriteUp[]): WriteUp[] {
  const history = readHistory(root)
  return writeUps.map((writeUp) => ({ ...writeUp, changed: history[writeUp.slug]?.changed }))
}

/**
 * Makes what pages read of the write-ups. Nothing is written when one of them is wrong.
 * @returns all problems, and how many write-ups are published
 */
export async function buildContent(root: string): Promise<{ problems: Problem[]; published: number }> {
  const checked = await checkContent(root, { texts: true })
  const { problems } = checked
  const writeUps = withHistory(root, checked.writeUps)
  const published = writeUps.filter(isPublished)
  if (!problems.some(({ severity }) => severity === 'error'))
    writeBuilt(root, { writeUps: published, problems: [] }, writeUps, problems)
  return { problems, published: published.length }
}

/**
 * Makes what pages read while editors write: of a file that is wrong the last good version stays, and what is wrong
 * is shown with the line where it stands.
 * @param find where figures are looked up
 */
export async function buildForEditors(
  root: string,
  find: FindValue,
): Promise<{ problems: Problem[]; published: number }> {
  const { files, problems, ...checked } = await checkContent(root, { find, texts: true })
  const writeUps = withHistory(root, checked.writeUps)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const wrong = new Set(errors.map(({ path }) => path))
  const pathOf = ({ slug }: WriteUp) => `content/roles/${slug}.mdx`
  const good = writeUps.filter((writeUp) => isPublished(writeUp) && !wrong.has(pathOf(writeUp)))
  const kept = files === 0 ? [] : readBuilt(root).writeUps.filter((writeUp) => wrong.has(pathOf(writeUp)))
  const published = [...good, ...kept].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  const shown = errors.map((problem) => ({ ...problem, text: lineOf(root, problem) }))
  writeBuilt(root, { writeUps: published, problems: shown }, writeUps, problems)
  return { problems, published: published.length }
}

/** The line in which a problem stands. */
function lineOf(root: string, { path, line }: Problem): string {
  const file = join(root, path)
  return existsSync(file) && path.endsWith('.mdx') ? (readFileSync(file, 'utf8').split(/\r?\n/)[line - 1] ?? '') : ''
}
