import { bigint, boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What a writer changed, for the page caches of every running server. */
export const cacheChange = pgTable(
  'cache_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tags: text('tags').array().notNull(),
    /** Pages to ask for at once, so that the next reader finds them fresh. */
    paths: text('paths').array().notNull().default([]),
    /** Whether what is kept may not be shown again, not even once. */
    expire: boolean('expire').notNull().default(false),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('cache_change_at').on(t.at)],
)
