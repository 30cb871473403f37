import { parsePair } from '../compare/pair'
import type { SlugIndex } from './slug-index'

/** What an address leads to: itself, another one, or nothing. */
export type Resolved = { kind: 'ok' } | { kind: 'moved'; to: string } | { kind: 'unknown'; slugs: string[] }

type Names = ReadonlyMap<string, string>

const slugOf = (text: string, index: SlugIndex, found: Names): string | undefined =>
  index.roles.has(text) ? text : (index.aliases.get(text) ?? found.get(text))

const at = (path: string, wanted: string): Resolved =>
  path === wanted ? { kind: 'ok' } : { kind: 'moved', to: wanted }

/**
 * Resolves the address of a role, a family or a pair. There is one address for each: lower case, the role's own slug,
 * a pair in code-point order, a role with itself at the role.
 * @param path decoded pathname without a trailing slash
 * @param found slugs of names that the index does not hold, looked up before
 * @returns undefined for an address of another kind
 */
export function resolvePath(path: string, index: SlugIndex, found: Names = new Map()): Resolved | undefined {
  const [, section, last, ...rest] = path.split('/')
  if (last === undefined || rest.length > 0) return undefined
  const lower = last.toLowerCase()
  if (section === 'families') {
    return index.families.has(lower) ? at(path, `/families/${lower}`) : { kind: 'unknown', slugs: [] }
  }
  if (section === 'roles') {
    const slug = slugOf(lower, index, found)
    return slug === undefined ? { kind: 'unknown', slugs: [lower] } : at(path, `/roles/${slug}`)
  }
  if (section !== 'compare') return undefined
  const pair = parsePair(lower)
  if (!pair) return { kind: 'unknown', slugs: [lower] }
  const slugs = pair.map((part) => slugOf(part, index, found))
  const unknown = pair.filter((_, i) => slugs[i] === undefined)
  const [a, b] = slugs
  if (a === undefined || b === undefined) return { kind: 'unknown', slugs: unknown }
  if (a === b) return { kind: 'moved', to: `/roles/${a}` }
  return at(path, a < b ? `/compare/${a}-vs-${b}` : `/compare/${b}-vs-${a}`)
}
