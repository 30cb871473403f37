import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './cache'
import { checkContent } from './check'
import { readHistory } from './history'
import type { FindValue } from './judge'
import type { Problem, ShownProblem, WriteUp } from './types'

const FILE = '.content/write-ups.json'
/** What pages import. */
const MODULE = '.content/write-ups.ts'
const STILL = "import content from './write-ups.json'\n\nexport default content as unknown\n"
/**
 * While editors write, the file is read by itself: to compile it anew takes longer than all else. The hash makes it
 * another module, which the development server notices.
 */
const live = (root: string, hash: string) =>
  `import { readFileSync } from 'node:fs'\n\nexport const hash = '${hash}'\nexport default JSON.parse(readFileSync(${JSON.stringify(join(root, FILE))}, 'utf8')) as unknown\n`

/** What pages read: published write-ups, and in development what is wrong with the files. */
export type Built = { writeUps: WriteUp[]; problems: ShownProblem[] }

/** What was built last; nothing where that is not there. */
function readBuilt(root: string): Built {
  const file = join(root, FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Built) : { writeUps: [], problems: [] }
}

function put(root: string, name: string, text: string): void {
  const file = join(root, name)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(join(root, '.content'), { recursive: true })
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

const isPublished = ({ status }: WriteUp) => status === 'published'

/** Writes what pages read, and apart from it, so that no reader's page can carry it, what only editors may see. */
function writeBuilt(
  root: string,
  built: Built,
  all: readonly WriteUp[],
  warnings: readonly Problem[],
  isLive: boolean,
) {
  const text = JSON.stringify(built)
  put(root, FILE, text)
  put(root, MODULE, isLive ? live(root, hashOf(text)) : STILL)
  const drafts = all.filter((writeUp) => !isPublished(writeUp))
  put(root, '.content/desk.json', JSON.stringify({ drafts, warnings }))
  const guide = join(root, 'docs/editing.md')
  const markdown = existsSync(guide) ? readFileSync(guide, 'utf8') : ''
  put(root, '.content/guide.json', JSON.stringify({ markdown }))
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
    writeBuilt(root, { writeUps: published, problems: [] }, writeUps, problems, false)
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
  writeBuilt(root, { writeUps: published, problems: shown }, writeUps, problems, true)
  return { problems, published: published.length }
}

/** The line in which a problem stands. */
function lineOf(root: string, { path, line }: Problem): string {
  const file = join(root, path)
  return existsSync(file) && path.endsWith('.mdx') ? (readFileSync(file, 'utf8').split(/\r?\n/)[line - 1] ?? '') : ''
}
