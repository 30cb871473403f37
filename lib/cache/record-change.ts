import { type SQL, sql } from 'drizzle-orm'
import type { TransactionSql } from 'postgres'

/**
 * Tells every running server what changed, when the transaction commits.
 * @param tags as given to `tagPage`
 */
export async function recordChange(tx: TransactionSql, tags: readonly string[]): Promise<void> {
  await tx`select record_change(${tx.array([...tags])}::text[])`
}

type Change = { tags: readonly string[]; paths?: readonly string[]; expire?: boolean }

const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

/**
 * The same as a query, for a transaction of the query builder.
 * @param change `paths` are asked for at once, so that the next reader finds them fresh; `expire` forbids showing what
 *   is kept even once more
 */
export const changeQuery = ({ tags, paths = [], expire = false }: Change): SQL =>
  sql`select record_change(${textArray(tags)}, ${textArray(paths)}, ${expire})`
