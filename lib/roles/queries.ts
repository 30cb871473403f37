import 'server-only'
import { aliasedTable, count, eq, sql } from 'drizzle-orm'
import { family, fieldOfStudy, relatedRole, release, role, roleAlias, task, technology } from '@/drizzle/schema'
import { compareNames, sortByName } from '../collate'
import { curlQuotes } from '../curl-quotes'
import { prepareRead } from '../db'
import type { FieldRow } from './fields'
import { mayShow } from './unshown'

const columns = {
  id: role.id,
  code: role.code,
  slug: role.slug,
  kind: role.kind,
  name: role.name,
  singular: role.singular,
  plural: role.plural,
  article: role.article,
  familyCode: role.familyCode,
  familyName: family.name,
  familySlug: family.slug,
  occupationId: role.occupationId,
  matchGrade: role.matchGrade,
  matchNote: role.matchNote,
  alternatives: role.alternatives,
}

const selected = (db: Parameters<Parameters<typeof prepareRead>[0]>[0]) =>
  db.select(columns).from(role).innerJoin(family, eq(family.code, role.familyCode))

const occupation = aliasedTable(role, 'occupation')

const readBySlugs = prepareRead((db) =>
  selected(db)
    .where(
      sql`${role.slug} = any(${sql.placeholder('slugs')}::text[]) or ${role.id} in (select ${occupation.occupationId} from ${role} ${sql.raw('occupation')} where occupation.slug = any(${sql.placeholder('slugs')}::text[]))`,
    )
    .prepare('roles_by_slugs'),
)

export type Role = Awaited<ReturnType<typeof readBySlugs>>[number]
/** A role with the occupation whose official figures speak for it: itself, unless it is a title. */
export type RoleWithOccupation = { role: Role; occupation: Role }

const asArray = (values: readonly (string | number)[]) =>
  `{${values.map((value) => JSON.stringify(String(value))).join(',')}}`

/** The roles of these slugs, in this order; null for a slug that no role has. */
export async function getRoles(slugs: readonly string[]): Promise<(RoleWithOccupation | null)[]> {
  const rows = await readBySlugs({ slugs: asArray(slugs) })
  return slugs.map((slug) => {
    const found = rows.find((row) => row.slug === slug)
    if (!found) return null
    const occupation = found.occupationId === null ? found : rows.find((row) => row.id === found.occupationId)
    return occupation ? { role: found, occupation } : null
  })
}

/** One role, or null. */
export async function getRole(slug: string): Promise<RoleWithOccupation | null> {
  const [found] = await getRoles([slug])
  return found ?? null
}

const readAll = prepareRead((db) => selected(db).prepare('all_roles'))

/** Every role, by its everyday name. */
export const listRoles = async (): Promise<Role[]> => sortByName(await readAll({}), ({ singular }) => singular)

const readFamilies = prepareRead((db) =>
  db
    .select({ code: family.code, slug: family.slug, name: family.name, roles: count(role.id) })
    .from(family)
    .innerJoin(role, eq(role.familyCode, family.code))
    .groupBy(family.code)
    .prepare('families'),
)

/** The SOC major groups with the number of their roles, by name. */
export const listFamilies = async () => sortByName(await readFamilies({}), ({ name }) => name)
export type Family = Awaited<ReturnType<typeof readFamilies>>[number]

const readRelated = prepareRead((db) =>
  db
    .select({ ...columns, rank: relatedRole.rank, of: relatedRole.roleId })
    .from(relatedRole)
    .innerJoin(release, sql`${release.id} = ${relatedRole.releaseId} and ${release.status} = 'current'`)
    .innerJoin(role, eq(role.id, relatedRole.relatedRoleId))
    .innerJoin(family, eq(family.code, role.familyCode))
    .where(sql`${relatedRole.roleId} = any(${sql.placeholder('ids')}::int[])`)
    .prepare('related_roles'),
)

/** Roles that O*NET lists as related to these occupations, nearest first. */
export async function listRelatedRoles(ids: readonly number[]): Promise<RelatedRole[]> {
  const rows = await readRelated({ ids: asArray(ids) })
  return rows.toSorted((a, b) => a.rank - b.rank || compareNames(a.singular, b.singular))
}
export type RelatedRole = Awaited<ReturnType<typeof readRelated>>[number]

const readTechnologies = prepareRead((db) =>
  db
    .select({
      roleId: technology.roleId,
      name: technology.name,
      release: release.key,
    })
    .from(technology)
    .innerJoin(release, sql`${release.id} = ${technology.releaseId} and ${release.status} = 'current'`)
    .where(sql`${technology.roleId} = any(${sql.placeholder('ids')}::int[]) and ${technology.inDemand}`)
    .prepare('technologies'),
)

/**
 * Technologies in demand for these occupations, by name: those that employers' postings for the occupation itself often
 * include. O*NET's other flag, "hot", is for postings of all occupations together and says nothing of one
 * (https://www.onetcenter.org/reports/Hot_Technologies_Demand.html).
 */
export const listTechnologies = async (ids: readonly number[]) =>
  sortByName(
    (await readTechnologies({ ids: asArray(ids) })).map((row) => ({ ...row, name: curlQuotes(row.name) })),
    ({ name }) => name,
  )
export type Technology = Awaited<ReturnType<typeof readTechnologies>>[number]

const readFields = prepareRead((db) =>
  db
    .select({ roleId: fieldOfStudy.roleId, cip: fieldOfStudy.cip, title: fieldOfStudy.title, release: release.key })
    .from(fieldOfStudy)
    .innerJoin(release, sql`${release.id} = ${fieldOfStudy.releaseId} and ${release.status} = 'current'`)
    .where(sql`${fieldOfStudy.roleId} = any(${sql.placeholder('ids')}::int[])`)
    .prepare('fields_of_study'),
)

/** Fields of study that are judged to lead to these occupations; `fieldsOf` arranges those of one. */
export const listFields = (ids: readonly number[]): Promise<FieldRow[]> => readFields({ ids: asArray(ids) })

const readTasks = prepareRead((db) =>
  db
    .select({
      roleId: task.roleId,
      taskId: task.taskId,
      text: task.text,
      core: task.core,
      specialty: task.specialty,
      release: release.key,
    })
    .from(task)
    .innerJoin(release, sql`${release.id} = ${task.releaseId} and ${release.status} = 'current'`)
    .where(sql`${task.roleId} = any(${sql.placeholder('ids')}::int[])`)
    .orderBy(sql`${task.core} desc nulls last, ${task.taskId}`)
    .prepare('tasks'),
)

/** Task statements of these occupations, where the operator has imported them. */
export const listTasks = (ids: readonly number[]) => readTasks({ ids: asArray(ids) })
export type Task = Awaited<ReturnType<typeof readTasks>>[number]

const readTitles = prepareRead((db) =>
  db
    .select({ roleId: roleAlias.roleId, name: roleAlias.name, rank: roleAlias.rank })
    .from(roleAlias)
    .where(
      sql`${roleAlias.roleId} = any(${sql.placeholder('ids')}::int[]) and ${roleAlias.rank} is not null and ${roleAlias.name} !~ '[(),/]'
        and not exists (select from role_alias own where own.role_id = ${roleAlias.roleId} and own.norm = ${roleAlias.norm} and own.kind in ('name', 'official'))`,
    )
    .prepare('reported_titles'),
)

/** Job titles that people in these occupations report, most usual first; none that is outdated or offending. */
export async function listTitles(ids: readonly number[]): Promise<{ roleId: number; name: string }[]> {
  const rows = (await readTitles({ ids: asArray(ids) })).filter(({ name }) => mayShow(name))
  return rows
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareNames(a.name, b.name))
    .map(({ roleId, name }) => ({ roleId, name: curlQuotes(name) }))
}
