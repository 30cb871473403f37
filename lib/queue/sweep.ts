import 'server-only'
import { sql } from 'drizzle-orm'
import { write } from '../companies/mutations'
import { getDb } from '../db'
import { formatLastDay } from '../format'
import { KEPT_DAYS, NEAR_DAYS } from '../jobs/lifecycle'
import { mailCompany } from '../jobs/mails'
import { moveJob } from '../jobs/mutations'
import { oneLine } from '../mail/message'
import { sendDigests } from './digest'

/** What is kept no longer than it is needed. */
async function forget(): Promise<void> {
  const db = getDb()
  await db.execute(
    sql`delete from session where expires < store_now() or created_at < store_now() - interval '60 days'`,
  )
  await db.execute(sql`delete from verification_token where expires < store_now()`)
  await db.execute(sql`delete from review_notice where email not in (select email from reviewer)`)
  await db.execute(sql`delete from rate_limit where since < store_now() - interval '1 day'`)
}

/** Ends what has reached its last day; another sweep at the same time ends the others. */
async function expireJobs(): Promise<void> {
  const due = await getDb().execute<{ id: string }>(sql`
    select id from job where state in ('live', 'paused') and valid_through <= store_now() order by valid_through limit 500`)
  for (const { id } of due) await moveJob({ id, action: 'expire', by: 'clock' })
}

/** Takes down pages of postings that ended 30 days ago: tells the caches, which go by no clock of ours. */
async function takeDownJobs(): Promise<void> {
  const due = await getDb().execute<{ id: string }>(sql`
    select id from job where state in ('filled', 'expired')
      and coalesce(ended_at, valid_through) <= store_now() - make_interval(days => ${KEPT_DAYS}) limit 500`)
  for (const { id } of due) await moveJob({ id, action: 'take-down', by: 'clock' })
}

/** Reminds once, seven days before the last day; once more after a renewal. Whoever marks a posting first is the one who writes. */
async function remind(): Promise<void> {
  await write(async (tx) => {
    const due = await tx.execute<{
      id: string
      title: string
      companyId: string
      createdBy: string | null
      until: string
      zone: string
    }>(sql`
      update job j set reminded_at = store_now() from company c
      where c.id = j.company_id and j.state = 'live' and j.reminded_at is null
        and j.valid_through between store_now() and store_now() + make_interval(days => ${NEAR_DAYS})
        and j.date_posted < store_now() - interval '1 day'
      returning j.id, j.title, j.company_id as "companyId", j.created_by as "createdBy", j.valid_through as until,
        coalesce(j.time_zone, c.time_zone) as zone`)
    for (const { until, zone, ...about } of due) {
      await mailCompany(tx, about, 'The last day of your posting is near', [
        `“${oneLine(about.title)}”: its last day is near. It ends by itself after ${formatLastDay(new Date(until), zone)}. Renew it, or mark it filled if somebody is found.`,
      ])
    }
  })
}

/** Does what time has made due. Safe to run twice, and on two machines at once. */
export async function sweep(): Promise<void> {
  await expireJobs()
  await takeDownJobs()
  await remind()
  await sendDigests()
  await forget()
}
