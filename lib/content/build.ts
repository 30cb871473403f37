import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from './check'
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

function writeBuilt(root: string, built: Built): void {
  const file = join(root, FILE)
  const text = JSON.stringify(built)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(join(root, '.content'), { recursive: true })
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

const isPublished = ({ status }: WriteUp) => status === 'published'

/**
 * Makes what pages read of the write-ups. Nothing is written when one of them is wrong.
 * @returns all problems, and how many write-ups are published
 */
export async function buildContent(root: string): Promise<{ problems: Problem[]; published: number }> {
  const { writeUps, problems } = await checkContent(root)
  const published = writeUps.filter(isPublished)
  if (!problems.some(({ severity }) => severity === 'error')) writeBuilt(root, { writeUps: published, problems: [] })
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
  const { writeUps, problems, files } = await checkContent(root, { find })
  const errors = problems.filter(({ severity }) => severity === 'error')
  const wrong = new Set(errors.map(({ path }) => path))
  const pathOf = ({ slug }: WriteUp) => `content/roles/${slug}.mdx`
  const good = writeUps.filter((writeUp) => isPublished(writeUp) && !wrong.has(pathOf(writeUp)))
  const kept = files === 0 ? [] : readBuilt(root).writeUps.filter((writeUp) => wrong.has(pathOf(writeUp)))
  const published = [...good, ...kept].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  writeBuilt(root, {
    writeUps: published,
    problems: errors.map((problem) => ({ ...problem, text: lineOf(root, problem) })),
  })
  return { problems, published: published.length }
}

/** The line in which a problem stands. */
function lineOf(root: string, { path, line }: Problem): string {
  const file = join(root, path)
  return existsSync(file) && path.endsWith('.mdx') ? (readFileSync(file, 'utf8').split(/\r?\n/)[line - 1] ?? '') : ''
}
