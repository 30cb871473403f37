import { parse } from 'yaml'
import * as z from 'zod'
import { compareVersions, parseVersion } from './versions'

const rulesSchema = z.object({
  floors: z.record(z.string(), z.object({ version: z.string(), why: z.string() })),
  licences: z.array(z.string()),
  told: z.record(z.string(), z.string()),
})

type Locked = { version?: string; license?: string; dev?: boolean; resolved?: string; integrity?: string }

const REGISTRY = 'https://registry.npmjs.org/'

/**
 * Locked packages that the project refuses, one sentence each: older than a known hole, from elsewhere than the
 * registry, without a checksum, or with a licence that is not on the list (those that only develop and test aside).
 * @param lock text of package-lock.json
 * @param rules text of packages.yaml
 */
export function findRefusedPackages(lock: string, rules: string): string[] {
  const { floors, licences, told } = rulesSchema.parse(parse(rules))
  const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> }
  const allowed = new Set(licences)
  return Object.entries(packages).flatMap(([path, { version = '', license, dev, resolved, integrity }]) => {
    if (path === '') return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const wrong: string[] = []
    const floor = floors[name]
    if (floor && compareVersions(parseVersion(version), parseVersion(floor.version)) < 0)
      wrong.push(`${path} ${version} is older than ${floor.version}: ${floor.why}`)
    if (!integrity || (resolved && !resolved.startsWith(REGISTRY)))
      wrong.push(`${path} is not locked to a checksum on ${REGISTRY}`)
    const words = (license ?? told[name] ?? 'none').split(/ AND /)
    if (!dev && !words.every((word) => allowed.has(word))) wrong.push(`${path} has the license ${words.join(' AND ')}`)
    return wrong
  })
}
