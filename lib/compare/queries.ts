import 'server-only'
import { listNationalFigures } from '../figures/queries'
import { getRoles, listRelatedRoles, listTasks, listTechnologies, listTitles } from '../roles/queries'
import { listCurrentReleases } from '../sources/queries'
import { buildComparison, type Comparison } from './comparison'

/** The comparison of two roles, or null when either slug is no role's. */
export async function getComparison(
  slugA: string,
  slugB: string,
): Promise<
  | (Comparison & { related: Awaited<ReturnType<typeof listRelatedRoles>>; families: { name: string; slug: string }[] })
  | null
> {
  const [a, b] = await getRoles([slugA, slugB])
  if (!a || !b) return null
  const occupations = [...new Set([a.occupation.id, b.occupation.id])]
  const all = [...new Set([a.role.id, b.role.id, ...occupations])]
  const [figures, releases, related, technologies, tasks, titles] = await Promise.all([
    listNationalFigures(all),
    listCurrentReleases(),
    listRelatedRoles(occupations),
    listTechnologies(occupations),
    listTasks(occupations),
    listTitles(occupations),
  ])
  const comparison = buildComparison({ roles: [a, b], figures, releases, related, technologies, tasks, titles })
  const families = [a, b].map(({ role }) => ({ name: role.familyName, slug: role.familySlug }))
  return {
    ...comparison,
    related,
    families: families.filter((family, i) => families.findIndex((f) => f.slug === family.slug) === i),
  }
}
