import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
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
    /** Whether readers see words of it that no reviewer has read yet. */
    unread: boolean('unread').notNull().default(false),
    /** Grows with each change of what readers see of it: what a reviewer has read must match. */
    edition: integer('edition').notNull().default(1),
    demo: boolean('demo').notNull().default(false),
    createdAt: at('created_at').notNull().default(sql`store_now()`),
  },
  (t) => [
    check('company_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('company_verified', sql`(${t.verifiedDomain} is null) = (${t.verifiedAt} is null)`),
    check('company_verified_by', sql`${t.verifiedBy} in ('email', 'dns', 'reviewer')`),
    // Here as in the other tables: a last bound, wider than what forms take (lib/limits, lib/companies/profile.ts).
    check(
      'company_lengths',
      sql`length(${t.slug}) <= 100 and length(${t.name}) <= 200 and length(${t.site}) <= 500 and length(${t.about}) <= 20000
        and length(${t.industry}) <= 200 and length(${t.size}) <= 40 and cardinality(${t.places}) <= 200
        and length(array_to_string(${t.places}, '')) <= 20000`,
    ),
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

/** Changes to what readers see of a company, for a reviewer to decide on: at most one open row a company. */
export const companyChange = pgTable(
  'company_change',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    companyId: companyId(),
    /** The profile as it would be, and as a reviewer has read it. */
    profile: jsonb('profile').notNull(),
    before: jsonb('before').notNull(),
    /** What becomes of the logo: nothing, another one, or none from then on. */
    logoChange: text('logo_change', { enum: ['keep', 'replace', 'remove'] })
      .notNull()
      .default('keep'),
    logoHash: text('logo_hash'),
    logoImage: bytes('logo_image'),
    logoWidth: integer('logo_width'),
    logoHeight: integer('logo_height'),
    /** The domain of the new site that has been proved already, and how. */
    verifiedDomain: text('verified_domain'),
    verifiedBy: text('verified_by'),
    risks: text('risks').array().notNull().default([]),
    /** Grows with each save: what a reviewer has read must match. */
    edition: integer('edition').notNull().default(1),
    savedBy: uuid('saved_by').references(() => user.id, { onDelete: 'set null' }),
    savedAt: at('saved_at').notNull().default(sql`store_now()`),
    outcome: text('outcome', { enum: ['approved', 'refused', 'withdrawn'] }),
    reason: text('reason'),
    note: text('note'),
    decidedBy: uuid('decided_by').references(() => user.id, { onDelete: 'set null' }),
    decidedAt: at('decided_at'),
  },
  (t) => [
    uniqueIndex('company_change_open').on(t.companyId).where(sql`${t.outcome} is null`),
    index('company_change_company').on(t.companyId, t.decidedAt),
    check(
      'company_change_lengths',
      sql`length(${t.profile}::text) <= 60000 and length(${t.before}::text) <= 60000 and length(${t.note}) <= 10000`,
    ),
    check('company_change_outcome', sql`${t.outcome} in ('approved', 'refused', 'withdrawn')`),
    check('company_change_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
    check(
      'company_change_logo',
      sql`${t.logoChange} in ('keep', 'replace', 'remove') and (${t.outcome} is not null or (${t.logoChange} = 'replace') = (${t.logoImage} is not null))`,
    ),
  ],
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
    check('invitation_lengths', sql`length(${t.email}) <= 254`),
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
  (t) => [
    index('audit_company').on(t.companyId, t.at),
    index('audit_made').on(t.userId).where(sql`${t.action} = 'company made'`),
  ],
)
