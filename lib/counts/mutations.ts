import 'server-only'
import { sql } from 'drizzle-orm'
import { getDb } from '../db'
import { withDeadline } from '../db-options'
import { SHOWN } from '../jobs/queries'

export type Count = { kind: 'job-view' | 'job-apply' | 'role-view'; slug: string; n: number }

/**
 * Adds to the sums of the store's day, in one statement. What readers cannot see, or is unknown, is left out. Rows are
 * taken in one order, so that several processes wait for each other instead of locking each other out.
 */
export async function addCounts(counts: readonly Count[]): Promise<void> {
  const query = getDb().execute(sql`
    with b as (select * from json_to_recordset(${JSON.stringify(counts)}::text::json) as r (kind text, slug text, n bigint))
    insert into count_daily as c (subject, kind, day, n)
    select s.subject, s.kind, (store_now() at time zone 'UTC')::date, s.n
    from (
      select job.id::text as subject, b.kind, b.n from b join job on job.slug = b.slug
        where b.kind <> 'role-view' and ${SHOWN}
      union all
      select role.slug, b.kind, b.n from b join role on role.slug = b.slug where b.kind = 'role-view') s
    order by s.subject, s.kind
    on conflict (subject, kind, day) do update set n = c.n + excluded.n`)
  await withDeadline(query, 2000)
}
