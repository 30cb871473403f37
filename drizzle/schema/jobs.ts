import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { company } from './companies'
import { role } from './roles'
import { user } from './users'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const jobState = pgEnum('job_state', [
  'draft',
  'submitted',
  'changes-requested',
  'refused',
  'approved',
  'live',
  'paused',
  'filled',
  'expired',
  'withdrawn',
  'removed',
  'archived',
])

/** A posting: where it stands, and what lists need of its shown version. */
export const job = pgTable(
  'job',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => company.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull().unique(),
    state: jobState('state').notNull().default('draft'),
    /** What is being written: the number of the newest version. */
    version: integer('version').notNull().default(1),
    /** The version readers see; null until it is live for the first time. */
    shownVersion: integer('shown_version'),
    /** The version a reviewer is asked about, while a live job goes on showing another. */
    reviewVersion: integer('review_version'),
    /** The version that a reviewer read last, while readers see a newer one that nobody has; null once that is read. */
    lastReadVersion: integer('last_read_version'),
    title: text('title').notNull().default(''),
    roleId: integer('role_id').references(() => role.id),
    workplace: text('workplace'),
    payText: text('pay_text'),
    placeText: text('place_text'),
    /** IANA name: where the last day ends. */
    timeZone: text('time_zone'),
    /** First published, in the store's time. */
    datePosted: at('date_posted'),
    /** The end of the last day, once published. */
    validThrough: at('valid_through'),
    endedAt: at('ended_at'),
    submittedAt: at('submitted_at'),
    remindedAt: at('reminded_at'),
    /** Reasons to look closely, for the reviewers' queue. */
    risks: text('risks').array().notNull().default([]),
    demo: boolean('demo').notNull().default(false),
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: at('created_at').notNull().default(sql`store_now()`),
    changedAt: at('changed_at').notNull().default(sql`store_now()`),
  },
  (t) => [
    index('job_company').on(t.companyId, t.state),
    index('job_live').on(t.datePosted.desc(), t.id.desc()).where(sql`${t.state} = 'live'`),
    index('job_live_role').on(t.roleId, t.datePosted.desc(), t.id.desc()).where(sql`${t.state} = 'live'`),
    index('job_over')
      .on(sql`coalesce(${t.endedAt}, ${t.validThrough})`)
      .where(sql`${t.state} in ('filled', 'expired')`),
    index('job_ends').on(t.validThrough).where(sql`${t.state} in ('live', 'paused')`),
    index('job_review')
      .on(t.submittedAt)
      .where(sql`${t.state} = 'submitted' or ${t.reviewVersion} is not null or ${t.lastReadVersion} is not null`),
    check(
      'job_lengths',
      sql`length(${t.title}) <= 200 and length(${t.slug}) <= 100 and length(${t.payText}) <= 2000 and length(${t.placeText}) <= 2000`,
    ),
    check(
      'job_live_whole',
      sql`${t.state} not in ('live', 'paused') or (${t.shownVersion} is not null and ${t.roleId} is not null
        and ${t.title} <> '' and ${t.placeText} is not null and ${t.datePosted} is not null and ${t.validThrough} is not null)`,
    ),
  ],
)

const jobId = () =>
  uuid('job_id')
    .notNull()
    .references(() => job.id, { onDelete: 'cascade' })

/** Each version of a posting, whole. */
export const jobVersion = pgTable(
  'job_version',
  {
    jobId: jobId(),
    number: integer('number').notNull(),
    /** As typed. */
    content: jsonb('content').notNull(),
    /** The same as it was read when it passed the check; null where it has changed since, and for the first shape. */
    reading: jsonb('reading'),
    /** Grows with each save of this version: what an editor's copy must match. */
    edition: integer('edition').notNull().default(1),
    savedBy: uuid('saved_by').references(() => user.id, { onDelete: 'set null' }),
    savedAt: at('saved_at').notNull().default(sql`store_now()`),
  },
  (t) => [
    check('job_version_lengths', sql`length(${t.content}::text) <= 120000`),
    primaryKey({ columns: [t.jobId, t.number] }),
    index('job_version_description').on(sql`md5(${t.content}->>'description')`),
  ],
)

/** What a save has replaced knowingly: kept so that nothing typed is lost. */
export const jobReplaced = pgTable(
  'job_replaced',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    jobId: jobId(),
    content: jsonb('content').notNull(),
    savedBy: uuid('saved_by').references(() => user.id, { onDelete: 'set null' }),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [
    check('job_replaced_lengths', sql`length(${t.content}::text) <= 120000`),
    index('job_replaced_job').on(t.jobId),
  ],
)

/** Where the shown version's work is done, or may be done from. */
export const jobPlace = pgTable(
  'job_place',
  {
    jobId: jobId(),
    n: integer('n').notNull(),
    country: text('country').notNull(),
    region: text('region'),
    town: text('town'),
    street: text('street'),
    postalCode: text('postal_code'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.n] }),
    index('job_place_region').on(t.region, t.country),
    index('job_place_country').on(t.country),
  ],
)

/** Every transition: who, when, why. Rows are only ever added. */
export const jobEvent = pgTable(
  'job_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    jobId: jobId(),
    at: at('at').notNull().default(sql`store_now()`),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'set null' }),
    action: text('action').notNull(),
    from: jobState('from_state'),
    to: jobState('to_state').notNull(),
    reason: text('reason'),
    note: text('note'),
    version: integer('version'),
  },
  (t) => [
    index('job_event_job').on(t.jobId, t.at),
    check('job_event_lengths', sql`length(${t.note}) <= 10000 and length(${t.reason}) <= 200`),
  ],
)

/** What reviewer and employer say to each other about a posting. */
export const jobMessage = pgTable(
  'job_message',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    jobId: jobId(),
    at: at('at').notNull().default(sql`store_now()`),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'set null' }),
    side: text('side', { enum: ['employer', 'reviewer'] }).notNull(),
    text: text('text').notNull(),
    /** When a reviewer answered what an employer wrote, or saw that there is nothing to answer. */
    answeredAt: at('answered_at'),
  },
  (t) => [
    index('job_message_job').on(t.jobId, t.at),
    index('job_message_waiting').on(t.at).where(sql`${t.side} = 'employer' and ${t.answeredAt} is null`),
    check('job_message_lengths', sql`length(${t.text}) <= 10000`),
    check('job_message_side', sql`${t.side} in ('employer', 'reviewer')`),
  ],
)
