import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { getDb } from '../db'
import { withDeadline } from '../db-options'

/** How often something may happen within some seconds. */
export type Rate = { most: number; seconds: number }
export type Turn = Rate & { key: string }
/** Something that runs a query: the pool, or a transaction. */
export type Runner = { execute(query: SQL): PromiseLike<unknown> }

/**
 * Counts one more of something, in the store, so that every server process agrees.
 * @param on a transaction counts only what it stores: of fifty at once, as many succeed as may
 * @returns seconds to wait when it was one too many, else 0
 */
export async function takeTurn({ key, most, seconds }: Turn, on?: Runner): Promise<number> {
  const window = sql`make_interval(secs => ${seconds})`
  const query = sql`
    insert into rate_limit as r (key, since, count) values (${key}, store_now(), 1)
    on conflict (key) do update set
      count = case when r.since + ${window} <= store_now() then 1 else r.count + 1 end,
      since = case when r.since + ${window} <= store_now() then store_now() else r.since end
    returning count, greatest(1, ceil(extract(epoch from since + ${window} - store_now())))::int as wait`
  // A transaction has its own time limit, and waits here for those that count the same.
  const rows = on ? await on.execute(query) : await withDeadline(getDb().execute(query), 3000)
  const [row] = rows as unknown as { count: number; wait: number }[]
  return row && row.count > most ? row.wait : 0
}
