import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '../companies/mutations'
import { quotas } from './numbers'
import { Refused } from './refused'

/** Waits for whoever else counts the same, to the end of the transaction: of fifty at once as many succeed as may. */
export const lockCount = (tx: Tx, what: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`quota:${what}`}))`)

async function count(tx: Tx, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(query)
  return row?.n ?? 0
}

const DAY_AGO = sql`store_now() - interval '24 hours'`

/** @throws Refused when the company has made as many drafts in 24 hours as it may */
export async function countDraft(tx: Tx, companyId: string): Promise<void> {
  await lockCount(tx, `drafts:${companyId}`)
  const query = sql`select count(*)::int as n from job where company_id = ${companyId} and created_at > ${DAY_AGO}`
  if ((await count(tx, query)) >= quotas.drafts)
    throw new Refused(
      `This is not saved: a company begins at most ${quotas.drafts} postings in 24 hours. Go on with one that you have, or try again tomorrow.`,
    )
}

/** @throws Refused when the company has sent as much to review in 24 hours as it may */
export async function countSubmission(tx: Tx, companyId: string): Promise<void> {
  await lockCount(tx, `submissions:${companyId}`)
  const query = sql`
    select count(*)::int as n from job_event e join job j on j.id = e.job_id
    where j.company_id = ${companyId} and e.action in ('submit', 'submit-revision') and e.at > ${DAY_AGO}`
  if ((await count(tx, query)) >= quotas.submissions)
    throw new Refused(
      `It is saved, but not sent: a company sends at most ${quotas.submissions} postings to review in 24 hours. Send it tomorrow.`,
    )
}

/** @throws Refused when the person has made as many companies as may be unverified */
export async function countCompany(tx: Tx, userId: string): Promise<void> {
  await lockCount(tx, `companies:${userId}`)
  const most = quotas['unverified-companies']
  const query = sql`
    select count(*)::int as n from audit a join company c on c.id = a.company_id
    where a.action = 'company made' and a.user_id = ${userId} and c.verified_domain is null`
  if ((await count(tx, query)) >= most)
    throw new Refused(
      `You have made ${most} companies whose domain is not verified. Verify one of them on its profile, then add another.`,
    )
}
