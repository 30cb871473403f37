import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { company, job, jobVersion } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { formatDay } from '../format'
import type { Changes } from './changes'
import { MOST_DAYS } from './content'
import { NEAR_DAYS } from './lifecycle'

/** How long a posting goes on. `from` is the end it is reckoned from, as its form was told: another one means too late. */
export type Renewal = { from: string; days: number }

/** Tells a form of one end from a form of the next. */
export const endOf = ({ validThrough }: { validThrough: Date | null }): string => validThrough?.toISOString() ?? ''

/**
 * What changes with a renewal: the last day moves on from the old one, and with it what each version says. The day it
 * was posted stays.
 */
export async function renewal(tx: Tx, found: typeof job.$inferSelect, asked: Renewal | undefined): Promise<Changes> {
  if (!asked || asked.from !== endOf(found))
    return { errors: { form: 'Its last day has changed since you opened this page. Look at it again.' } }
  const zone = sql`coalesce(${job.timeZone}, ${company.timeZone})`
  const today = sql`(store_now() at time zone ${zone})::date`
  const last = sql`(${job.validThrough} at time zone ${zone})::date + ${asked.days}::int`
  const [at] = await tx
    .select({
      day: sql<string>`to_char(${last}, 'YYYY-MM-DD')`,
      most: sql<string>`to_char(${today} + ${MOST_DAYS}::int, 'YYYY-MM-DD')`,
      end: sql<Date>`((${last} + 1)::timestamp at time zone ${zone}) - interval '1 second'`.mapWith(job.validThrough),
      near: sql<boolean>`${job.validThrough} <= store_now() + make_interval(days => ${NEAR_DAYS})`,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(eq(job.id, found.id))
  if (!at?.near) return { errors: { form: `A posting may be renewed from ${NEAR_DAYS} days before its end.` } }
  if (at.day > at.most) {
    const most = formatDay(new Date(`${at.most}T12:00:00Z`))
    return { errors: { days: `At most ${MOST_DAYS} days from today: up to ${most}.` } }
  }
  await tx
    .update(jobVersion)
    .set({
      content: sql`jsonb_set(${jobVersion.content}, '{validThrough}', to_jsonb(${at.day}::text))`,
      reading: sql`jsonb_set(${jobVersion.reading}, '{validThrough}', to_jsonb(${at.day}::text))`,
    })
    .where(and(eq(jobVersion.jobId, found.id), inArray(jobVersion.number, [found.shownVersion ?? 0, found.version])))
  const stillNear = sql`${at.end.toISOString()}::timestamptz <= store_now() + make_interval(days => ${NEAR_DAYS})`
  return {
    set: { validThrough: at.end, remindedAt: sql`case when ${stillNear} then ${job.remindedAt} end` as never },
  }
}
