import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, job } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { formatDay } from '../format'
import type { Changes } from './changes'
import { MOST_DAYS } from './content'
import { endOf, MOVED, saidOf, setEnd } from './last-day'
import { NEAR_DAYS } from './lifecycle'

/** How long a posting goes on. `from` is the end it is reckoned from, as its form was told: another one means too late. */
export type Renewal = { from: string; days: number }

/**
 * What changes with a renewal: the last day moves on from the old one, and with it what each version says. The day it
 * was posted stays.
 */
export async function renewal(tx: Tx, found: typeof job.$inferSelect, asked: Renewal | undefined): Promise<Changes> {
  if (!asked || asked.from !== endOf(found)) return MOVED
  const zone = sql`coalesce(${job.timeZone}, ${company.timeZone})`
  const today = sql`(store_now() at time zone ${zone})::date`
  const last = sql`(${job.validThrough} at time zone ${zone})::date + ${asked.days}::int`
  const [at] = await tx
    .select({
      day: sql<string>`to_char(${last}, 'YYYY-MM-DD')`,
      zone: sql<string>`${zone}`,
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
  const said = found.validThrough ? { said: saidOf(found.validThrough, at.end, at.zone) } : {}
  return { set: await setEnd(tx, found, at.day, at.end), ...said }
}
