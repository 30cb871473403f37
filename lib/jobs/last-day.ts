import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import * as z from 'zod'
import { company, job, jobVersion } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { formatDay, formatLastDay } from '../format'
import { dayIn, endOfDay } from '../places/day'
import type { Changes } from './changes'
import { MOST_DAYS } from './content'
import { NEAR_DAYS } from './lifecycle'

type Job = typeof job.$inferSelect

/** Where a last day moves to. `from` is the end that its form was told: another one means too late. */
export type LastDay = { from: string; day: string }

/** Tells a form of one end from a form of the next. */
export const endOf = ({ validThrough }: { validThrough: Date | null }): string => validThrough?.toISOString() ?? ''

export const MOVED = { errors: { form: 'Its last day has changed since you opened this page. Look at it again.' } }

/** A moved last day in words: `December 21, 2026 → January 4, 2027`. */
export const saidOf = (was: Date, is: Date, zone: string): string => `${formatDay(was, zone)} → ${formatDay(is, zone)}`

/** Sets the end of a shown posting, and what each of its versions says of it. @param day `2026-12-21` */
export async function setEnd(tx: Tx, found: Job, day: string, end: Date): Promise<Partial<Job>> {
  const said = (column: typeof jobVersion.content | typeof jobVersion.reading) =>
    sql`jsonb_set(${column}, '{validThrough}', to_jsonb(${day}::text))`
  const numbers = [found.shownVersion, found.version, found.lastReadVersion].filter((number) => number !== null)
  await tx
    .update(jobVersion)
    .set({ content: said(jobVersion.content), reading: said(jobVersion.reading) })
    .where(and(eq(jobVersion.jobId, found.id), inArray(jobVersion.number, numbers)))
  const near = sql`${end.toISOString()}::timestamptz <= store_now() + make_interval(days => ${NEAR_DAYS})`
  return { validThrough: end, remindedAt: sql`case when ${near} then ${job.remindedAt} end` as never }
}

/**
 * What changes when a last day is moved: shortened to today or later, or lengthened within the 90 days that a posting
 * may run since it was posted or renewed. After these it is renewed.
 */
export async function moveLastDay(tx: Tx, found: Job, asked: LastDay | undefined): Promise<Changes> {
  if (!asked || asked.from !== endOf(found) || !found.validThrough) return MOVED
  const [row] = await tx
    .select({
      now: sql<Date>`store_now()`.mapWith(job.createdAt),
      zone: sql<string>`coalesce(${job.timeZone}, ${company.timeZone})`,
      since: sql<Date>`greatest(${job.datePosted},
        (select max(e.at) from job_event e where e.job_id = ${job.id} and e.action = 'renew'))`.mapWith(job.createdAt),
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(eq(job.id, found.id))
  if (!row) return MOVED
  const last = new Date(Date.parse(dayIn(row.since, row.zone)) + MOST_DAYS * 86_400_000).toISOString().slice(0, 10)
  const [today, old] = [dayIn(row.now, row.zone), dayIn(found.validThrough, row.zone)]
  const most = last > old ? last : old
  const { day } = asked
  if (!z.iso.date().safeParse(day).success || day < today || day > most)
    return {
      errors: {
        lastDay: `Choose a day from today up to ${formatLastDay(endOfDay(most, row.zone), row.zone)}: a posting runs at most ${MOST_DAYS} days, and can be renewed from ${NEAR_DAYS} days before its end.`,
      },
    }
  const end = endOfDay(day, row.zone)
  return { set: await setEnd(tx, found, day, end), said: saidOf(found.validThrough, end, row.zone) }
}
