import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { user } from './users'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** An employer. */
export const company = pgTable(
  'company',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    site: text('site'),
    about: text('about').notNull().default(''),
    industry: text('industry'),
    size: text('size'),
    places: text('places').array().notNull().default([]),
    /** IANA name; ends remote jobs' last day. */
    timeZone: text('time_zone').notNull(),
    /** The domain that somebody has proved to speak for, and how. */
    verifiedDomain: text('verified_domain'),
    verifiedBy: text('verified_by'),
    verifiedAt: at('verified_at'),
    /** What the domain's TXT record must hold to be verified by it. */
    dnsToken: text('dns_token').notNull().default(sql`md5(gen_random_uuid()::text || gen_random_uuid()::text)`),
    /** Names the stored picture; null without one. */
    logo: text('logo'),
    demo: boolean('demo').notNull().default(false),
    createdAt: at('created_at').notNull().default(sql`store_now()`),
  },
  (t) => [
    check('company_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('company_verified', sql`(${t.verifiedDomain} is null) = (${t.verifiedAt} is null)`),
    check('company_verified_by', sql`${t.verifiedBy} in ('email', 'dns', 'reviewer')`),
  ],
)

const companyId = () =>
  uuid('company_id')
    .notNull()
    .references(() => company.id, { onDelete: 'cascade' })

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A company's logo, made anew from what was uploaded; named by its hash. */
export const logo = pgTable(
  'logo',
  {
    companyId: companyId().primaryKey(),
    hash: text('hash').notNull(),
    image: bytes('image').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    at: at('at').notNull().default(sql`store_now()`),
  },
  (t) => [index('logo_hash').on(t.hash)],
)

/** An address a company had before. */
export const companySlug = pgTable('company_slug', { slug: text('slug').primaryKey(), companyId: companyId() })

export const ROLES = ['owner', 'recruiter', 'viewer'] as const

/** Who works for a company here, and what they may do. */
export const member = pgTable(
  'member',
  {
    companyId: companyId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ROLES }).notNull(),
    since: at('since').notNull().default(sql`store_now()`),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index('member_user').on(t.userId),
    check('member_role', sql`${t.role} in ('owner', 'recruiter', 'viewer')`),
  ],
)

/** An expiring link that makes somebody a member. The token is stored hashed. */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    companyId: companyId(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: uuid('invited_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: at('created_at').notNull().default(sql`store_now()`),
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
  },
  (t) => [
    index('invitation_company').on(t.companyId),
    check('invitation_role', sql`${t.role} in ('owner', 'recruiter', 'viewer')`),
  ],
)

/** Who did what to a company or to the site's rights. Rows are only ever added. */
export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: at('at').notNull().default(sql`store_now()`),
    userId: uuid('user_id'),
    companyId: uuid('company_id'),
    jobId: uuid('job_id'),
    action: text('action').notNull(),
    detail: text('detail'),
  },
  (t) => [index('audit_company').on(t.companyId, t.at)],
)
