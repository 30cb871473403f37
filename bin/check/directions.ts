import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** What each folder may import of ours: drizzle ← lib ← app, components ← app. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  drizzle: ['drizzle'],
  lib: ['lib', 'drizzle', '.content'],
  components: ['components', 'lib'],
  app: ['app', 'components', 'lib'],
  e2e: ['e2e', 'drizzle', 'bin', 'lib'],
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm
const MARK = "import 'server-only'"
const TOUCHES_STORE = /\bfrom '(?:@\/lib\/|\.\.?\/)(?:.*\/)?(?:db|env)'/

function* sources(folder: string): Generator<string> {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

function resolveImport(root: string, file: string, name: string): string | undefined {
  if (name.startsWith('@/')) return name.slice(2)
  if (name.startsWith('.')) return relative(root, join(dirname(file), name))
  return undefined
}

const readModule = (root: string, path: string): string => {
  const file = ['', '.ts', '.tsx', '.mjs']
    .map((end) => join(root, path + end))
    .find((name) => /\.\w+$/.test(name) && existsSync(name))
  return file ? readFileSync(file, 'utf8') : ''
}

/**
 * Imports that run against the directions of the house, and modules of `lib` that touch store or environment
 * without `server-only` on top.
 * @param root the project's folder
 * @returns one sentence for each
 */
export function findForbiddenImports(root: string): string[] {
  const problems: string[] = []
  for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
    for (const file of sources(join(root, folder))) {
      const text = readFileSync(file, 'utf8')
      const where = relative(root, file).replaceAll(sep, '/')
      if (folder === 'lib' && TOUCHES_STORE.test(text) && !text.includes(MARK)) problems.push(`${where} lacks ${MARK}`)
      for (const [, isType, statement, dynamic] of text.matchAll(IMPORT)) {
        const target = resolveImport(root, file, statement ?? dynamic ?? '')
        const top = target?.split(/[\\/]/)[0] ?? folder
        if (target && !allowed.includes(top)) problems.push(`${where} may not import ${target}`)
        if (folder === 'components' && top === 'lib' && !isType && target && readModule(root, target).includes(MARK)) {
          problems.push(`${where} may take only types from ${target}: it is for the server alone`)
        }
      }
    }
  }
  return problems
}
