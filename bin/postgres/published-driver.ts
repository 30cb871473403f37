import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EDITS } from '../driver-guard.mjs'

export const project = fileURLToPath(new URL('../..', import.meta.url))
export const BUILDS = ['src', 'cjs/src', 'cf/src']

/** Gives the folder `root` a copy of this project's guarded driver, made as published again; for tests. */
export function copyPublishedDriver(root: string): string {
  const folder = join(root, 'node_modules/postgres')
  mkdirSync(dirname(folder), { recursive: true })
  cpSync(join(project, 'node_modules/postgres'), folder, { recursive: true })
  for (const path of BUILDS.flatMap((build) =>
    ['connection.js', 'index.js'].map((file) => join(folder, build, file)),
  )) {
    const edits = EDITS[basename(path) as keyof typeof EDITS] as [string, string][]
    const text = edits.reduce((guarded, [from, to]) => guarded.replaceAll(to, from), readFileSync(path, 'utf8'))
    writeFileSync(path, text)
  }
  return folder
}
