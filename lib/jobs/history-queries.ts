import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { job, jobEvent, jobMessage, jobReplaced, jobVersion, user } from '@/drizzle/schema'
import { prepareRead } from '../db'

const readEvents = prepareRead((db) =>
  db
    .select({
      id: jobEvent.id,
      at: jobEvent.at,
      action: jobEvent.action,
      to: jobEvent.to,
      reason: jobEvent.reason,
      note: jobEvent.note,
      email: user.email,
    })
    .from(jobEvent)
    .leftJoin(user, eq(user.id, jobEvent.userId))
    .where(eq(jobEvent.jobId, sql.placeholder('id')))
    .orderBy(desc(jobEvent.id))
    .limit(100)
    .prepare('job_events'),
)

/** What has happened to a posting, newest first. */
export const listEvents = (id: string) => readEvents({ id })

const readMessages = prepareRead((db) =>
  db
    .select({
      id: jobMessage.id,
      at: jobMessage.at,
      side: jobMessage.side,
      text: jobMessage.text,
      answeredAt: jobMessage.answeredAt,
    })
    .from(jobMessage)
    .where(eq(jobMessage.jobId, sql.placeholder('id')))
    .orderBy(jobMessage.id)
    .limit(200)
    .prepare('job_messages'),
)

/** What reviewer and employer have said, oldest first. */
export const listMessages = (id: string) => readMessages({ id })

/** Versions that are neither being written nor shown, and what a save has replaced. */
const readEarlier = prepareRead((db) => {
  const of = sql`${sql.placeholder('id')}::uuid`
  return db
    .select({
      key: sql<string>`'version ' || ${jobVersion.number}`,
      at: jobVersion.savedAt,
      content: jobVersion.content,
      email: user.email,
    })
    .from(jobVersion)
    .innerJoin(job, eq(job.id, jobVersion.jobId))
    .leftJoin(user, eq(user.id, jobVersion.savedBy))
    .where(
      sql`${jobVersion.jobId} = ${of} and ${jobVersion.number} not in (${job.version}, coalesce(${job.shownVersion}, 0))`,
    )
    .unionAll(
      db
        .select({
          key: sql<string>`'replaced ' || ${jobReplaced.id}`,
          at: jobReplaced.savedAt,
          content: jobReplaced.content,
          email: user.email,
        })
        .from(jobReplaced)
        .leftJoin(user, eq(user.id, jobReplaced.savedBy))
        .where(sql`${jobReplaced.jobId} = ${of}`),
    )
    .orderBy(sql`2 desc`)
    .limit(20)
    .prepare('earlier_versions')
})

/** What was written of a posting before: shown once, discarded, refused, or knowingly replaced; newest first. */
export const listEarlier = (id: string) => readEarlier({ id })
