import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from './mutations'

/**
 * Who of a company gets mail on its postings: its owners and recruiters. Whoever has left gets none.
 * @param maker who made the posting: told where the company has nobody
 * @returns addresses, each once
 */
export async function listAddressees(tx: Tx, companyId: string, maker: string | null): Promise<string[]> {
  const rows = await tx.execute<{ email: string }>(sql`
    with people as (
      select u.email from member m join "user" u on u.id = m.user_id
      where m.company_id = ${companyId} and m.role in ('owner', 'recruiter'))
    select email from people
    union select email from "user" where id = ${maker} and not exists (select from people)
    order by email`)
  return rows.map(({ email }) => email)
}
