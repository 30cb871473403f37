import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { job } from '@/drizzle/schema'
import { mailKind } from '../companies/domain'
import type { Tx } from '../companies/mutations'
import { roleContext } from './page'
import type { Posting } from './posting'
import { risksOf } from './risks'

/** Why a reviewer should look closely at what a posting says. */
export async function findRisks(tx: Tx, found: typeof job.$inferSelect, content: Posting): Promise<string[]> {
  const about = sql`
    select not exists (select from job o where o.company_id = ${found.companyId} and o.shown_version is not null) as first,
      (select verified_domain is not null from company where id = ${found.companyId}) as verified,
      (select email from "user" where id = ${found.createdBy}) as email,
      exists (select from job_version v where v.job_id <> ${found.id} and md5(v.content->>'description') = md5(${content.description})) as repeated`
  type Row = { first: boolean; verified: boolean; email: string | null; repeated: boolean }
  const [row] = await tx.execute<Row>(about satisfies SQL)
  const context = await roleContext(content)
  return risksOf(content, {
    firstJob: row?.first ?? true,
    verified: row?.verified ?? false,
    mail: row?.email ? mailKind(row.email) : 'own',
    repeated: row?.repeated ?? false,
    pay: context?.pay,
  })
}
