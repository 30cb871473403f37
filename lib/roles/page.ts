import 'server-only'
import { Citations, type CitedRelease } from '../compare/cite'
import { projectionYears } from '../compare/comparison'
import { describeRole } from '../compare/describe'
import type { Side } from '../compare/side'
import { topSkills } from '../compare/skills'
import { citeWords, loadFigures, nodesOf } from '../content/load'
import type { WriteUp } from '../content/types'
import { getWriteUp } from '../content/write-ups'
import { FigureSet } from '../figures/figure'
import { listNationalFigures } from '../figures/queries'
import { listJobsOfRole } from '../jobs/queries'
import { listCurrentReleases } from '../sources/queries'
import { fieldsOf } from './fields'
import { figureGroups } from './figure-groups'
import { getRole, listFields, listRelatedRoles, listTasks, listTechnologies, listTitles } from './queries'

/**
 * Everything a role's page shows, with its sources numbered as cited; null for a slug that no role has.
 * @param draft stands in for the published write-up, for a preview
 */
export async function getRolePage(slug: string, draft?: WriteUp) {
  const found = await getRole(slug)
  if (!found) return null
  const { role, occupation } = found
  const ids = [occupation.id]
  const writeUp = draft?.role === role.slug ? draft : getWriteUp(role.slug)
  const shown = { role: role.slug, nodes: writeUp ? nodesOf(writeUp) : [] }
  const reading = listNationalFigures([...new Set([role.id, occupation.id])])
  const [figures, releases, related, technologies, tasks, titles, fieldRows, loaded, jobs] = await Promise.all([
    reading,
    listCurrentReleases(),
    listRelatedRoles(ids),
    listTechnologies(ids),
    listTasks(ids),
    listTitles(ids),
    listFields(ids),
    loadFigures([shown], { roles: [found], figures: reading }),
    listJobsOfRole([role.id]),
  ])
  const of = (id: number) => new FigureSet(figures.filter((figure) => figure.roleId === id))
  const official = of(occupation.id)
  const own = role.kind === 'title' ? of(role.id) : undefined
  const side: Side = { key: 'a', role, occupation, official, ...(own && own.figures.length > 0 ? { own } : {}) }
  const cite = new Citations<CitedRelease>(new Map(releases.map((release) => [release.key, release])))
  const years = projectionYears(releases)
  const about = describeRole(
    side,
    occupation.familyName,
    titles.slice(0, 4).map((title) => title.name),
    { names: technologies.slice(0, 4).map((technology) => technology.name) },
    cite,
  )
  const ownGroups = own ? figureGroups(own, years, cite) : []
  const groups = figureGroups(official, years, cite)
  const fields = fieldsOf(fieldRows, occupation)
  const fieldsSource = fields && cite.number(fields.release)
  const skills = topSkills(official, 'skill.importance', 8)
  const answers = citeWords(shown, loaded, cite)
  for (const technology of technologies.slice(0, 1)) cite.number(technology.release)
  return {
    side,
    role,
    occupation,
    years,
    about,
    ownGroups,
    groups,
    fields: [{ plural: occupation.plural, fields, source: fieldsSource }],
    skills,
    technologies,
    related,
    tasks,
    titles,
    cite,
    writeUp,
    find: loaded.find,
    answers,
    jobs,
  }
}

export type RolePage = NonNullable<Awaited<ReturnType<typeof getRolePage>>>
