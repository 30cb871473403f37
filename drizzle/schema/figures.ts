import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { role } from './roles'
import { release } from './sources'

/** The nation, a state or a metro. */
export const place = pgTable('place', {
  code: text('code').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  parentCode: text('parent_code'),
})

/** A NAICS sector, as OEWS groups jobs. */
export const industry = pgTable('industry', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
})

/** An O*NET skill or knowledge, or a specialty of an occupation: what a figure's item stands for. */
export const item = pgTable('item', {
  code: text('code').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
})

export const figureState = pgEnum('figure_state', [
  'published',
  'derived',
  'top-coded',
  'not-published',
  'suppressed',
  'not-applicable',
  'not-collected',
  'not-in-our-copy',
])

/**
 * The ledger. One row is one fact with its papers; its natural key is its public id.
 * `item`, `specialty` and `industry` are '' where a measure has none.
 */
export const figure = pgTable(
  'figure',
  {
    roleId: integer('role_id')
      .notNull()
      .references(() => role.id),
    releaseId: integer('release_id')
      .notNull()
      .references(() => release.id),
    measure: text('measure').notNull(),
    item: text('item').notNull().default(''),
    /** The 8-digit O*NET code where a figure is for one specialty of the occupation only. */
    specialty: text('specialty').notNull().default(''),
    placeCode: text('place_code')
      .notNull()
      .default('US')
      .references(() => place.code),
    industryCode: text('industry_code').notNull().default(''),
    state: figureState('state').notNull(),
    value: doublePrecision('value'),
    text: text('text'),
    /** Relative standard error, in percent of the value. */
    rse: doublePrecision('rse'),
    se: doublePrecision('se'),
    lower: doublePrecision('lower'),
    upper: doublePrecision('upper'),
    n: integer('n'),
    /** Who was asked, or how it was made, where that differs from the release's own words. */
    note: text('note'),
    /** The survey's own name of the group that the figure is for, where it is wider than the occupation. */
    surveyGroup: text('survey_group'),
    /** How many occupations of ours the group's figures stand for. */
    groupSize: integer('group_size'),
    derivedFrom: text('derived_from').array(),
  },
  (t) => [
    primaryKey({
      columns: [t.roleId, t.releaseId, t.measure, t.item, t.specialty, t.placeCode, t.industryCode],
    }),
    index('figure_release_measure').on(t.releaseId, t.measure),
    check(
      'figure_has_value',
      sql`(${t.state} in ('published', 'derived')) = (${t.value} is not null or ${t.text} is not null) or ${t.state} = 'top-coded'`,
    ),
    check('figure_derived_from', sql`(${t.state} = 'derived') = (${t.derivedFrom} is not null)`),
  ],
)
