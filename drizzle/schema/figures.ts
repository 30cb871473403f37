import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  numeric,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
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
 * One row is one fact with its papers; its natural key is its public id. Read through `ledger`.
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
    /** What a superlative stands beside: the nation's value of the same statistic and period. */
    reference: doublePrecision('reference'),
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
    check(
      'figure_derived_from',
      sql`case ${t.state} when 'derived' then ${t.derivedFrom} is not null when 'top-coded' then true else ${t.derivedFrom} is null end`,
    ),
  ],
)

/**
 * Pay and jobs by place or by industry, one row a role, release, place and industry. A cell's state is a letter of
 * `states` (`lib/figures/breakdown.ts`); a top-coded cell holds its lower bound. `ledger` reads each cell as a figure.
 */
export const payBreakdown = pgTable(
  'pay_breakdown',
  {
    roleId: integer('role_id')
      .notNull()
      .references(() => role.id),
    releaseId: integer('release_id')
      .notNull()
      .references(() => release.id),
    employment: integer('employment'),
    annualMean: integer('annual_mean'),
    annualP10: integer('annual_p10'),
    annualP25: integer('annual_p25'),
    annualMedian: integer('annual_median'),
    annualP75: integer('annual_p75'),
    annualP90: integer('annual_p90'),
    placeCode: text('place_code')
      .notNull()
      .default('US')
      .references(() => place.code),
    industryCode: text('industry_code').notNull().default(''),
    states: text('states').notNull(),
    /** Relative standard errors, in percent of the value; one for both means. */
    employmentRse: numeric('employment_rse'),
    meanRse: numeric('mean_rse'),
    jobsPer1000: numeric('jobs_per_1000'),
    locationQuotient: numeric('location_quotient'),
    hourlyMean: numeric('hourly_mean'),
    hourlyP10: numeric('hourly_p10'),
    hourlyP25: numeric('hourly_p25'),
    hourlyMedian: numeric('hourly_median'),
    hourlyP75: numeric('hourly_p75'),
    hourlyP90: numeric('hourly_p90'),
  },
  (t) => {
    const cells = sql.join(
      [
        ...[t.employment, t.jobsPer1000, t.locationQuotient],
        ...[t.hourlyMean, t.hourlyP10, t.hourlyP25, t.hourlyMedian, t.hourlyP75, t.hourlyP90],
        ...[t.annualMean, t.annualP10, t.annualP25, t.annualMedian, t.annualP75, t.annualP90],
      ].map((column) => sql`${column}`),
      sql.raw(', '),
    )
    return [
      primaryKey({ columns: [t.roleId, t.releaseId, t.placeCode, t.industryCode] }),
      index('pay_breakdown_place').on(t.releaseId, t.placeCode, t.industryCode),
      check('pay_breakdown_states', sql`${t.states} ~ '^[ptna-]{15}$'`),
      check(
        'pay_breakdown_cells',
        sql`num_nonnulls(${cells}) between length(translate(${t.states}, 'tna-', '')) and length(translate(${t.states}, 'na-', ''))`,
      ),
    ]
  },
)

/** Every figure of the store in one shape, from `figure` and from each cell of `pay_breakdown`. Everything reads this. */
export const ledger = pgView('ledger', {
  roleId: integer('role_id').notNull(),
  releaseId: integer('release_id').notNull(),
  measure: text('measure').notNull(),
  item: text('item').notNull(),
  specialty: text('specialty').notNull(),
  placeCode: text('place_code').notNull(),
  industryCode: text('industry_code').notNull(),
  state: figureState('state').notNull(),
  value: doublePrecision('value'),
  text: text('text'),
  rse: doublePrecision('rse'),
  se: doublePrecision('se'),
  lower: doublePrecision('lower'),
  upper: doublePrecision('upper'),
  n: integer('n'),
  note: text('note'),
  surveyGroup: text('survey_group'),
  groupSize: integer('group_size'),
  derivedFrom: text('derived_from').array(),
  reference: doublePrecision('reference'),
}).existing()
