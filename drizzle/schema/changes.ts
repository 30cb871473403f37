import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What a writer changed, for the page caches of every running server. */
export const cacheChange = pgTable(
  'cache_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tags: text('tags').array().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('cache_change_at').on(t.at)],
)
