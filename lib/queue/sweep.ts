import 'server-only'
import { sql } from 'drizzle-orm'
import { getDb } from '../db'
import { moveJob } from '../jobs/mutations'

/** What is kept no longer than it is needed. */
async function forget(): Promise<void> {
  const db = getDb()
  await db.execute(
    sql`delete from session where expires < store_now() or created_at < store_now() - interval '60 days'`,
  )
  await db.execute(sql`delete from verification_token where expires < store_now()`)
  await db.execute(sql`delete from rate_limit where since < store_now() - interval '1 day'`)
}

/** Ends what has reached its last day; another sweep at the same time ends the others. */
async function expireJobs(): Promise<void> {
  const due = await getDb().execute<{ id: string }>(sql`
    select id from job where state in ('live', 'paused') and valid_through <= store_now() order by valid_through limit 500`)
  for (const { id } of due) await moveJob({ id, action: 'expire', by: 'clock' })
}

/** Does what time has made due. Safe to run twice, and on two machines at once. */
export async function sweep(): Promise<void> {
  await expireJobs()
  await forget()
}
