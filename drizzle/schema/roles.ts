import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { release } from './sources'

/** A SOC major group. */
export const family = pgTable('family', {
  code: text('code').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
})

export const roleKind = pgEnum('role_kind', ['occupation', 'title'])
export const matchGrade = pgEnum('match_grade', ['exact', 'close', 'chosen'])

/** An occupation (SOC-coded) or a title matched to one. */
export const role = pgTable(
  'role',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    /** The SOC code of an occupation, the slug of a title: the role's part of a figure's id. */
    code: text('code').notNull().unique(),
    slug: text('slug').notNull().unique(),
    kind: roleKind('kind').notNull(),
    /** The publisher's own title. */
    name: text('name').notNull(),
    singular: text('singular').notNull(),
    plural: text('plural').notNull(),
    article: text('article').notNull(),
    familyCode: text('family_code')
      .notNull()
      .references(() => family.code),
    occupationId: integer('occupation_id').references((): AnyPgColumn => role.id),
    matchGrade: matchGrade('match_grade'),
    matchNote: text('match_note'),
    /** Codes of other occupations a title could be matched to. */
    alternatives: text('alternatives').array(),
  },
  (t) => [
    index('role_family').on(t.familyCode),
    check('role_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and ${t.slug} !~ '(^|-)vs(-|$)'`),
    check('role_slug_reserved', sql`${t.slug} not in ('in', 'compare', 'new', 'search', 'index', 'feed', 'sitemap')`),
    check('role_article', sql`${t.article} in ('a', 'an')`),
    check('role_title_matched', sql`(${t.kind} = 'title') = (${t.occupationId} is not null)`),
  ],
)

/** A name a role is known by, as published. `norm` is what the search compares. */
export const roleAlias = pgTable(
  'role_alias',
  {
    roleId: integer('role_id')
      .notNull()
      .references(() => role.id),
    norm: text('norm').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    releaseId: integer('release_id').references(() => release.id),
    /** How usual a title is among those that workers report, from 1; null for a name that is only looked up. */
    rank: smallint('rank'),
  },
  (t) => [
    primaryKey({ columns: [t.norm, t.roleId, t.kind] }),
    index('role_alias_role').on(t.roleId),
    index('role_alias_release').on(t.releaseId),
    check('role_alias_kind', sql`${t.kind} in ('name', 'official', 'alternate', 'reported', 'slug')`),
  ],
)

/** Each distinct word sequence of aliases once, for search by similarity. */
export const searchTerm = pgTable('search_term', { norm: text('norm').primaryKey() }, (t) => [
  index('search_term_trgm').using('gin', t.norm.op('gin_trgm_ops')),
])
