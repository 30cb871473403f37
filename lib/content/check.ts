import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAcross } from './across'
import { openFigures } from './dataset'
import { readText } from './file-bytes'
import type { FindValue } from './judge'
import type { Known } from './known'
import type { Parsed } from './parse'
import { FOLDER, readContent } from './read'
import type { Problem, WriteUp } from './types'

export type Checked = { writeUps: WriteUp[]; problems: Problem[]; files: number; read: number }

type Options = {
  /** The day by which reviews are due; today unless given. */
  today?: string
  /** Whether results of an earlier check are used and kept; so unless `false`. */
  cache?: boolean
  /** Where figures are looked up; the project's dataset unless given. */
  find?: FindValue
  /** Whether what pages show is given too. */
  texts?: boolean
}

const byPlace = (a: Problem, b: Problem) =>
  a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1

/**
 * Checks every write-up of the project.
 * @returns problems in the order of files and lines; a folder without a file is a problem itself
 */
export async function checkContent(root: string, options: Options = {}): Promise<Checked> {
  const { today = new Date().toISOString().slice(0, 10), cache = true, texts = false, find } = options
  const { files, read, writeUps } = await readContent(root, { cache, texts })
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
  const own = files.flatMap(({ problems }) => problems)
  const across = await checkAcross(root, files, figures, today)
  return { writeUps, problems: [...own, ...across].sort(byPlace), files: files.length, read }
}

/** Reads one write-up of any status by its slug; undefined where there is no such file. */
export async function readWriteUp(root: string, slug: string, known?: Known): Promise<Parsed | undefined> {
  const path = `${FOLDER}/${slug}.mdx`
  if (!/^[a-z0-9-]+$/.test(slug) || !existsSync(join(root, path))) return undefined
  const { parseWriteUp } = await import('./parse')
  const read = readText(path, readFileSync(join(root, path)))
  return 'problem' in read ? { ok: false, problems: [read.problem] } : parseWriteUp(path, read.text, known)
}
