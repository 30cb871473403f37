import 'server-only'
import postgres from 'postgres'
import { connectionOptions } from '../db-options'
import { env } from '../env'
import { refreshSlugIndex } from '../roles/slug-index'

/** How often a server asks for changes it was not told of, in milliseconds. */
const EVERY = 2000

type Handler = { rolebookMarkStale?: (tags: string[]) => void }

function markStale(tags: string[]): void {
  const mark = () => (globalThis as Handler).rolebookMarkStale?.(tags)
  mark()
  // A page that was being made when the change came may be kept after the mark, with what it had read before.
  setTimeout(mark, EVERY).unref()
}

/**
 * Keeps this process's pages fresh: marks as stale whatever any writer has recorded. Told by NOTIFY at once; asks
 * every two seconds too, so that nothing is missed while the connection was away.
 */
export async function listenForChanges(): Promise<void> {
  if (!env.DATABASE_URL) return
  const sql = postgres(env.DATABASE_URL, { ...connectionOptions('listener'), max: 1, idle_timeout: 0 })
  let last: number | undefined
  let asking = false

  async function catchUp(): Promise<void> {
    if (asking) return
    asking = true
    try {
      if (last === undefined) {
        const [row] = await sql<{ id: string | null }[]>`select max(id) as id from cache_change`
        last = Number(row?.id ?? 0)
        return
      }
      const rows = await sql<{ id: string; tags: string[] }[]>`
        select id, tags from cache_change where id > ${last} order by id`
      if (rows.length === 0) return
      last = Number(rows.at(-1)?.id)
      const tags = [...new Set(rows.flatMap((row) => row.tags))]
      if (tags.includes('roles')) await refreshSlugIndex()
      markStale(tags)
    } catch {
      // The store is away; the next round asks again.
    } finally {
      asking = false
    }
  }

  await catchUp()
  setInterval(catchUp, EVERY).unref()
  await sql.listen('rolebook_change', catchUp, catchUp).catch(() => {})
}
