import 'server-only'
import { sql } from 'drizzle-orm'
import { family, role, roleAlias } from '@/drizzle/schema'
import { prepareRead } from '../db'

/** Every address that leads to a role or family, held in memory so that an unknown one costs no render. */
export type SlugIndex = {
  /** Slug to everyday name. */
  roles: ReadonlyMap<string, string>
  /** Other names as slugs, to the role's slug. */
  aliases: ReadonlyMap<string, string>
  families: ReadonlySet<string>
}

const readRoles = prepareRead((db) =>
  db.select({ slug: role.slug, name: role.singular }).from(role).prepare('slug_roles'),
)
const readFamilies = prepareRead((db) => db.select({ slug: family.slug }).from(family).prepare('slug_families'))
const readAliases = prepareRead((db) =>
  db
    .select({ norm: roleAlias.norm, slug: sql<string>`min(${role.slug})` })
    .from(roleAlias)
    .innerJoin(role, sql`${role.id} = ${roleAlias.roleId}`)
    .where(sql`${roleAlias.kind} in ('name', 'official', 'slug')`)
    .groupBy(roleAlias.norm)
    .having(sql`count(distinct ${role.id}) = 1`)
    .prepare('slug_aliases'),
)

const kept = globalThis as { rolebookSlugs?: { index: SlugIndex; at: number }; rolebookSlugsLoading?: Promise<void> }
const FRESH_FOR = 60_000

/** Reads the index again; the old one stays in force when the store does not answer. */
export async function refreshSlugIndex(): Promise<void> {
  const [roles, families, aliases] = await Promise.all([readRoles({}), readFamilies({}), readAliases({})])
  kept.rolebookSlugs = {
    at: Date.now(),
    index: {
      roles: new Map(roles.map(({ slug, name }) => [slug, name])),
      families: new Set(families.map(({ slug }) => slug)),
      aliases: new Map(aliases.map(({ norm, slug }) => [norm.replaceAll(' ', '-'), slug])),
    },
  }
}

/**
 * The index, read at first use and again in the background each minute.
 * @throws when it was never read and the store is down
 */
export async function getSlugIndex(): Promise<SlugIndex> {
  const current = kept.rolebookSlugs
  if (!current || Date.now() - current.at > FRESH_FOR) {
    kept.rolebookSlugsLoading ??= refreshSlugIndex().finally(() => {
      kept.rolebookSlugsLoading = undefined
    })
    if (!current) await kept.rolebookSlugsLoading
    else kept.rolebookSlugsLoading.catch(() => {})
  }
  if (!kept.rolebookSlugs) throw new Error('No role has been read from the store yet.')
  return kept.rolebookSlugs.index
}
