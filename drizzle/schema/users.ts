import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A person who signs in. The columns next-auth knows, and when the account was made. */
export const user = pgTable(
  'user',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name'),
    email: text('email').notNull().unique(),
    emailVerified: at('email_verified'),
    image: text('image'),
    createdAt: at('created_at').notNull().default(sql`store_now()`),
  },
  (t) => [
    check('user_lengths', sql`length(${t.email}) <= 254 and length(${t.name}) <= 200 and length(${t.image}) <= 2000`),
    check('user_email_form', sql`${t.email} = lower(${t.email}) and ${t.email} ~ '^[!-?A-~]+@[!-?A-~]+$'`),
  ],
)

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

/** A sign-in with another site that belongs to a person. */
export const account = pgTable(
  'account',
  {
    userId: userId(),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index('account_user').on(t.userId)],
)

/** Where somebody is signed in. The token is stored hashed. */
export const session = pgTable(
  'session',
  {
    sessionToken: text('session_token').primaryKey(),
    userId: userId(),
    expires: at('expires').notNull(),
    createdAt: at('created_at').notNull().default(sql`store_now()`),
    /** What the browser calls itself, for the owner's list. */
    agent: text('agent'),
  },
  (t) => [
    index('session_user').on(t.userId),
    index('session_expires').on(t.expires),
    check('session_lengths', sql`length(${t.agent}) <= 200`),
  ],
)

/** A sign-in link that has not been used; next-auth hashes the token. */
export const verificationToken = pgTable(
  'verification_token',
  { identifier: text('identifier').notNull(), token: text('token').notNull(), expires: at('expires').notNull() },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
)

/** Who may review postings, named by the operator. */
export const reviewer = pgTable('reviewer', {
  email: text('email').primaryKey(),
  since: at('since').notNull().default(sql`store_now()`),
})

/** What each reviewer has been told of: a digest goes out only for what is not in it. */
export const reviewNotice = pgTable('review_notice', {
  email: text('email').primaryKey(),
  toldAt: at('told_at').notNull(),
  /** Names of all that waited then. */
  told: text('told').array().notNull(),
})

/** Who may see drafts and what needs an editor, named by the operator. */
export const editor = pgTable('editor', {
  email: text('email').primaryKey(),
  since: at('since').notNull().default(sql`store_now()`),
})

/** How often something was asked for in the current window: by address, by network. Counted here so that all servers agree. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text('key').primaryKey(),
    since: at('since').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [index('rate_limit_since').on(t.since)],
)
