import { sql } from 'drizzle-orm'
import { bigint, check, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** How often something was seen or done on a day (UTC): no person, no address, only the sum. */
export const countDaily = pgTable(
  'count_daily',
  {
    /** A job's id, or a role's slug. */
    subject: text('subject').notNull(),
    kind: text('kind', { enum: ['job-view', 'job-apply', 'role-view'] }).notNull(),
    day: date('day').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.kind, t.day] }),
    index('count_daily_day').on(t.kind, t.day),
    check('count_daily_kind', sql`${t.kind} in ('job-view', 'job-apply', 'role-view')`),
  ],
)
