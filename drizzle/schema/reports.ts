import { sql } from 'drizzle-orm'
import { bigserial, check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { job } from './jobs'
import { user } from './users'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What a reader says is wrong with a job, a page or a figure. */
export const report = pgTable(
  'report',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull().default(sql`store_now()`),
    kind: text('kind', { enum: ['job', 'page', 'figure'] }).notNull(),
    /** The page's path, or the figure's public id. */
    subject: text('subject').notNull(),
    jobId: uuid('job_id').references(() => job.id, { onDelete: 'cascade' }),
    reason: text('reason').notNull(),
    note: text('note').notNull().default(''),
    handledAt: at('handled_at'),
    handledBy: uuid('handled_by').references(() => user.id, { onDelete: 'set null' }),
    outcome: text('outcome'),
  },
  (t) => [
    index('report_open').on(t.kind, t.at).where(sql`${t.handledAt} is null`),
    index('report_job').on(t.jobId),
    check(
      'report_lengths',
      sql`length(${t.subject}) <= 300 and length(${t.note}) <= 10000 and length(${t.reason}) <= 200`,
    ),
    check(
      'report_kind',
      sql`${t.kind} in ('job', 'page', 'figure') and (${t.kind} = 'job') = (${t.jobId} is not null)`,
    ),
  ],
)
