import type { TransactionSql } from 'postgres'

/**
 * Tells every running server what changed, when the transaction commits. One writer at a time: a change with a lower
 * number can then never appear after one with a higher.
 * @param tags as given to `tagPage`
 */
export async function recordChange(sql: TransactionSql, tags: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('rolebook:change'))`
  await sql`delete from cache_change where at < now() - interval '7 days'`
  const [row] = await sql<
    { id: string }[]
  >`insert into cache_change (tags) values (${sql.array([...tags])}) returning id`
  await sql`select pg_notify('rolebook_change', ${row?.id ?? ''})`
}
