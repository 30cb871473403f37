import { compareVersions, parseVersion } from './versions'

/** The oldest Node that the project runs on. */
const FLOOR = '20.19.0'

type Lock = { packages: Record<string, { engines?: { node?: string } | string[]; optional?: boolean }> }

function allows(comparator: string): boolean {
  const [, operator = '', version = ''] = /^(>=|<=|>|<|\^|~|=)?\s*v?([\dx*.]+)/.exec(comparator) ?? []
  if (version === '' || /^[x*]/.test(version)) return true
  const [floor, wanted] = [parseVersion(FLOOR), parseVersion(version)]
  const order = compareVersions(floor, wanted)
  if (operator === '>=') return order >= 0
  if (operator === '>') return order > 0
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return floor[0] === wanted[0] && order >= 0
}

/**
 * Locked packages whose `engines.node` shut out Node 20.19, one sentence each.
 * @param lock text of package-lock.json
 */
export function findRefusedEngines(lock: string): string[] {
  const { packages } = JSON.parse(lock) as Lock
  return Object.entries(packages).flatMap(([path, { engines }]) => {
    const range = Array.isArray(engines) ? undefined : engines?.node
    if (!range) return []
    const allowed = range
      .split('||')
      .some((part) => (part.trim().match(/(?:>=|<=|>|<|\^|~|=)?\s*v?[\dx*.]+/g) ?? ['*']).every(allows))
    return allowed ? [] : [`${path} asks for Node ${range}, which shuts out ${FLOOR}`]
  })
}
