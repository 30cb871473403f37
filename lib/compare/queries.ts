import 'server-only'
import { citeWords, loadFigures } from '../content/load'
import { getWriteUp } from '../content/write-ups'
import { listNationalFigures } from '../figures/queries'
import { listJobsOfRole } from '../jobs/queries'
import { getRoles, listFields, listRelatedRoles, listTasks, listTechnologies, listTitles } from '../roles/queries'
import { listCurrentReleases } from '../sources/queries'
import { buildComparison } from './comparison'

/** The comparison of two roles with what editors wrote of them, or null when either slug is no role's. */
export async function getComparison(slugA: string, slugB: string) {
  const [a, b] = await getRoles([slugA, slugB])
  if (!a || !b) return null
  const occupations = [...new Set([a.occupation.id, b.occupation.id])]
  const all = [...new Set([a.role.id, b.role.id, ...occupations])]
  const writeUps = [a, b].map(({ role }) => getWriteUp(role.slug))
  const shown = [a, b].map(({ role }, i) => ({
    role: role.slug,
    nodes: [...(writeUps[i]?.sections[0]?.nodes ?? []), ...(writeUps[i]?.responsibilities.flat() ?? [])],
  }))
  const reading = listNationalFigures(all)
  const [figures, releases, related, technologies, tasks, titles, fields, loaded, jobsA, jobsB] = await Promise.all([
    reading,
    listCurrentReleases(),
    listRelatedRoles(occupations),
    listTechnologies(occupations),
    listTasks(occupations),
    listTitles(occupations),
    listFields(occupations),
    loadFigures(shown, { roles: [a, b], figures: reading }),
    listJobsOfRole([a.role.id]),
    listJobsOfRole([b.role.id]),
  ])
  const comparison = buildComparison({ roles: [a, b], figures, releases, related, technologies, tasks, titles, fields })
  const answers = shown.map((words) => citeWords(words, loaded, comparison.cite))
  const families = [a, b].map(({ role }) => ({ name: role.familyName, slug: role.familySlug }))
  return {
    ...comparison,
    related,
    titles,
    writeUps,
    find: loaded.find,
    answers,
    jobs: [jobsA, jobsB] as const,
    families: families.filter((family, i) => families.findIndex((f) => f.slug === family.slug) === i),
  }
}

export type ComparisonPage = NonNullable<Awaited<ReturnType<typeof getComparison>>>
