import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'drizzle/migrations'
/** In the form of `sha256sum`, which can check it too. */
const LIST = `${FOLDER}/SHA256SUMS`

const listFiles = (root: string) => readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.sql'))
const hashOf = (root: string, name: string) =>
  createHash('sha256')
    .update(readFileSync(join(root, FOLDER, name)))
    .digest('hex')

/** Hashes by file name. */
function readHashes(root: string): Map<string, string> {
  const path = join(root, LIST)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  return new Map(
    lines.flatMap((line) => {
      const [, hash, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
      return hash && name ? [[name, hash]] : []
    }),
  )
}

/**
 * Migrations that were edited, removed or left out of the lists, one sentence each: a store that has run one never
 * runs it again, so it would differ from every new store.
 * @param root the project's folder
 */
export function findEditedMigrations(root: string): string[] {
  const hashes = readHashes(root)
  const files = new Set(listFiles(root))
  const { entries } = JSON.parse(readFileSync(join(root, FOLDER, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[]
  }
  const listed = new Set(entries.map(({ tag }) => `${tag}.sql`))
  const problems: string[] = []
  for (const name of [...hashes.keys()].filter((name) => !files.has(name)))
    problems.push(`${FOLDER}/${name} has landed and is not there any more: put it back.`)
  for (const name of files) {
    const hash = hashes.get(name)
    if (!listed.has(name)) problems.push(`${FOLDER}/${name} is not in meta/_journal.json: no store would run it.`)
    if (!hash) problems.push(`${FOLDER}/${name} has no hash yet: npm run db:generate writes it into SHA256SUMS.`)
    else if (hash !== hashOf(root, name))
      problems.push(
        `${FOLDER}/${name} was edited, and a migration that has landed is never edited: put its text back and write another one. (As long as nobody else has it, take its line out of SHA256SUMS and run npm run db:generate.)`,
      )
  }
  entries.forEach(({ tag, when }, at) => {
    if (when <= (entries[at - 1]?.when ?? 0))
      problems.push(`${FOLDER}/${tag}.sql is dated before the one that it follows, and stores would leave it out.`)
  })
  return problems
}

/** Notes the hashes of migrations that have none yet. @returns their names */
export function addHashes(root: string): string[] {
  const hashes = readHashes(root)
  const added = listFiles(root).filter((name) => !hashes.has(name))
  for (const name of added) hashes.set(name, hashOf(root, name))
  const lines = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hash]) => `${hash}  ${name}\n`)
  writeFileSync(join(root, LIST), lines.join(''))
  return added
}
