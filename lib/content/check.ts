import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre'
import { slugify } from '../roles/normalise'
import { parseWriteUp } from './parse'
import type { Problem, WriteUp } from './types'

const FOLDER = 'content/roles'

/** Slugs of all roles that the dataset knows. */
export function readKnownSlugs(root: string): ReadonlySet<string> {
  const column = (file: string, index: number) =>
    (parseCsv(readFileSync(join(root, 'data', file), 'utf8')) as string[][]).slice(1).flatMap((row) => row[index] ?? [])
  return new Set([...column('role-names.csv', 2).map(slugify), ...column('titles.csv', 0)])
}

/**
 * Checks every write-up of the project.
 * @returns problems in the order of files and lines; a folder without a file is a problem itself
 */
export function checkContent(root: string): { writeUps: WriteUp[]; problems: Problem[]; files: number } {
  const folder = join(root, FOLDER)
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.mdx'))
        .sort()
    : []
  if (names.length === 0) {
    const problem: Problem = {
      path: FOLDER,
      line: 1,
      column: 1,
      code: 'content-empty',
      message: 'there is nothing to check',
      severity: 'error',
    }
    return { writeUps: [], problems: [problem], files: 0 }
  }
  const known = readKnownSlugs(root)
  const results = names.map((name) =>
    parseWriteUp(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8'), known),
  )
  return {
    writeUps: results.flatMap((result) => (result.ok ? [result.writeUp] : [])),
    problems: results.flatMap((result) => (result.ok ? result.warnings : result.problems)),
    files: names.length,
  }
}
