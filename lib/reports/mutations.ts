import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { audit, job, report } from '@/drizzle/schema'
import { type Tx, write } from '../companies/mutations'
import { SHOWN } from '../jobs/queries'
import { allow } from '../limits/allow'
import { takeTurn } from '../limits/turns'
import { hashToken } from '../secret'
import { networkOf } from '../users/network'
import type { Outcome } from './reasons'
import type { Subject } from './subject'

/** What a report says. `form` tells one opened form from another. */
type Words = { reason: string; note: string; form: string }

/**
 * Counts a report of something.
 * @returns false for one that has come already: the same words from the same network today, or the same form without words
 * @throws Refused when this network has reported as much as it may
 */
async function isNew(tx: Tx, subject: string, { reason, note, form }: Words): Promise<boolean> {
  const words = JSON.stringify([await networkOf(), subject, reason, note.trim() || form])
  const again = { key: `report:same:${hashToken(words)}`, most: 1, seconds: 86_400 }
  if ((await takeTurn(again, tx)) > 0) return false
  await allow(tx, { way: 'report', to: subject })
  return true
}

/** Keeps a report of a job, unless readers cannot see it. The report names nobody. @returns false when it has come already */
export function reportJob(slug: string, words: Words): Promise<boolean> {
  const { reason, note } = words
  return write(async (tx) => {
    if (!(await isNew(tx, `/jobs/${slug}`, words))) return false
    await tx.execute(sql`
      insert into report (kind, subject, job_id, reason, note)
      select 'job', '/jobs/' || ${job.slug}, ${job.id}, ${reason}, ${note} from ${job} where ${job.slug} = ${slug} and ${SHOWN}`)
    return true
  })
}

/** Keeps a report of a page or a figure. @returns false when it has come already */
export function reportSubject(about: Subject, words: Words): Promise<boolean> {
  return write(async (tx) => {
    if (!(await isNew(tx, about.subject, words))) return false
    await tx.insert(report).values({ ...about, reason: words.reason, note: words.note })
    return true
  })
}

/**
 * Closes a report of a job. The audit names the job and not its company: reports are none of the employer's.
 * @returns whether it was open: of two reviewers at once the first closes it
 */
export function closeJobReport(id: number, jobId: string, outcome: Outcome, userId: string): Promise<boolean> {
  return write(async (tx) => {
    const closed = await tx
      .update(report)
      .set({ handledAt: sql`store_now()` as never, handledBy: userId, outcome })
      .where(and(eq(report.id, id), eq(report.jobId, jobId), isNull(report.handledAt)))
      .returning({ id: report.id })
    if (closed.length === 0) return false
    await tx.insert(audit).values({ userId, jobId, action: `report ${outcome}`, detail: String(id) })
    return true
  })
}

/** Closes a report of a page or a figure. Of two editors at once the first closes it. */
export function closeSubjectReport(id: number, userId: string): Promise<void> {
  return write(async (tx) => {
    const closed = await tx
      .update(report)
      .set({ handledAt: sql`store_now()` as never, handledBy: userId, outcome: 'handled' })
      .where(and(eq(report.id, id), isNull(report.jobId), isNull(report.handledAt)))
      .returning({ id: report.id })
    if (closed.length > 0) await tx.insert(audit).values({ userId, action: 'report handled', detail: String(id) })
  })
}
