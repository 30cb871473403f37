import 'server-only'
import { sql } from 'drizzle-orm'
import { getDb } from '../db'
import { withDeadline } from '../db-options'

export type Limit = { key: string; most: number; seconds: number }

/**
 * Counts one more of something, in the store, so that every server process agrees.
 * @returns seconds to wait when it was one too many, else 0
 */
export async function takeTurn({ key, most, seconds }: Limit): Promise<number> {
  const window = sql`make_interval(secs => ${seconds})`
  const rows = await withDeadline(
    getDb().execute<{ count: number; wait: number }>(sql`
      insert into rate_limit as r (key, since, count) values (${key}, store_now(), 1)
      on conflict (key) do update set
        count = case when r.since + ${window} <= store_now() then 1 else r.count + 1 end,
        since = case when r.since + ${window} <= store_now() then store_now() else r.since end
      returning count, greatest(1, ceil(extract(epoch from since + ${window} - store_now())))::int as wait`),
    3000,
  )
  const [row] = rows
  return row && row.count > most ? row.wait : 0
}

/** The longest wait of several limits, 0 when all let it pass. Each is counted. */
export async function takeTurns(limits: readonly Limit[]): Promise<number> {
  const waits = await Promise.all(limits.map(takeTurn))
  return Math.max(0, ...waits)
}
