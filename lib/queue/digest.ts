import 'server-only'
import { sql } from 'drizzle-orm'
import { job } from '@/drizzle/schema'
import { write } from '../companies/mutations'
import { env } from '../env'
import { WAITS } from '../jobs/review-queries'
import { enqueueMail } from '../mail/enqueue'

/** Minutes between two digests to one reviewer. */
export const DIGEST_MINUTES = 15

/** All that waits for a reviewer, each under a name that changes when it is sent again. */
const WAITING = sql`
  select 'posting' as kind, ${job.id} || '@' || extract(epoch from ${job.submittedAt}) as name from ${job} where ${WAITS}
  union all select 'company', id || '@' || edition from company_change where outcome is null
  union all select 'message', id::text from job_message where side = 'employer' and answered_at is null
  union all select 'report', id::text from report where kind = 'job' and handled_at is null`

const some = (n: number, one: string, more = `${one}s`) => (n === 0 ? [] : [n === 1 ? `1 ${one}` : `${n} ${more}`])

/** Mails the reviewers what waits, where something is new to them, and not more often than every 15 minutes. */
export async function sendDigests(): Promise<void> {
  await write(async (tx) => {
    // One statement: of two sweeps at once the second sees what the first has told.
    const due = await tx.execute<{
      email: string
      posting: number
      company: number
      message: number
      report: number
    }>(sql`
      with waiting as (${WAITING}), all_of as (
        select array_agg(kind || ' ' || name) as names, (count(*) filter (where kind = 'posting'))::int as posting,
          (count(*) filter (where kind = 'company'))::int as company,
          (count(*) filter (where kind = 'message'))::int as message, (count(*) filter (where kind = 'report'))::int as report
        from waiting having count(*) > 0),
      told as (
        insert into review_notice (email, told_at, told) select email, store_now(), names from reviewer, all_of order by email
        on conflict (email) do update set told_at = excluded.told_at, told = excluded.told
          where review_notice.told_at <= store_now() - make_interval(mins => ${DIGEST_MINUTES})
            and not excluded.told <@ review_notice.told
        returning email)
      select told.email, posting, company, message, report from told, all_of`)
    for (const { email, posting, company, message, report } of due) {
      const all = [
        ...some(posting, 'posting'),
        ...some(company, 'company’s page', 'companies’ pages'),
        ...some(message, 'message'),
        ...some(report, 'report'),
      ].join(', ')
      const mail = {
        to: email,
        subject: 'New for review on Rolebook',
        paragraphs: [
          `Waiting for a reviewer: ${all}. Something of it is new since the last mail. The next one comes in ${DIGEST_MINUTES} minutes at the earliest.`,
        ],
        link: { label: 'See what waits', href: new URL('/review', env.SITE_URL).href },
      }
      await enqueueMail(tx, mail, 'record')
    }
  })
}
