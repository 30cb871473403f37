import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { audit, job, report } from '@/drizzle/schema'
import { write } from '../companies/mutations'
import { SHOWN } from '../jobs/queries'
import { log } from '../log'
import { takeTurns } from '../users/limits'
import { networkOf } from '../users/network'
import type { Outcome } from './reasons'
import type { Subject } from './subject'

type Words = { reason: string; note: string }

/** Whether this network has reported as much as it may: today of one thing, or this hour of all. */
async function isTooMuch(subject: string): Promise<boolean> {
  const network = await networkOf()
  const wait = await takeTurns([
    { key: `report:from:${network}`, most: 20, seconds: 3600 },
    { key: `report:of:${subject}:${network}`, most: 3, seconds: 86_400 },
  ])
  if (wait > 0) log.warn({ event: 'reports limited' })
  return wait > 0
}

/** Keeps a report of a job, unless readers cannot see it or too many came. The report names nobody. */
export async function reportJob(slug: string, { reason, note }: Words): Promise<void> {
  if (await isTooMuch(`/jobs/${slug}`)) return
  await write((tx) =>
    tx.execute(sql`
      insert into report (kind, subject, job_id, reason, note)
      select 'job', '/jobs/' || ${job.slug}, ${job.id}, ${reason}, ${note} from ${job} where ${job.slug} = ${slug} and ${SHOWN}`),
  )
}

/** Keeps a report of a page or a figure, unless too many came. */
export async function reportSubject(about: Subject, { reason, note }: Words): Promise<void> {
  if (await isTooMuch(about.subject)) return
  await write((tx) => tx.insert(report).values({ ...about, reason, note }))
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
