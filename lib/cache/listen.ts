import 'server-only'
import postgres from 'postgres'
import { connectionOptions } from '../db-options'
import { env } from '../env'
import { forgetCompanies } from '../jobs/known'
import { refreshSlugIndex } from '../roles/slug-index'

/** How often a server asks for changes it was not told of, in milliseconds. */
const EVERY = 2000

type Handler = { rolebookMarkStale?: (tags: string[]) => void; rolebookExpire?: (tags: string[]) => void }
type Change = { id: string; tags: string[]; paths: string[]; expire: boolean }

/** Asks this very server for pages, twice: the first visit of a stale page gets what was kept, and makes it anew. */
async function visit(paths: readonly string[]): Promise<void> {
  for (const path of [...paths, ...paths]) {
    await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}${path}`, {
      headers: { 'User-Agent': 'rolebook-refresh bot' },
      signal: AbortSignal.timeout(10_000),
    }).then(
      (answer) => answer.arrayBuffer(),
      () => {},
    )
  }
}

function markStale(changes: readonly Change[]): void {
  const unique = (list: string[]) => [...new Set(list)]
  const tags = unique(changes.filter(({ expire }) => !expire).flatMap((change) => change.tags))
  const gone = unique(changes.filter(({ expire }) => expire).flatMap((change) => change.tags))
  const paths = unique(changes.flatMap((change) => change.paths)).slice(0, 50)
  const mark = () => {
    const handler = globalThis as Handler
    if (tags.length > 0) handler.rolebookMarkStale?.(tags)
    if (gone.length > 0) handler.rolebookExpire?.(gone)
    void visit(paths)
  }
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
      const rows = await sql<Change[]>`
        select id, tags, paths, expire from cache_change where id > ${last} order by id`
      if (rows.length === 0) return
      last = Number(rows.at(-1)?.id)
      if (rows.some((row) => row.tags.includes('roles'))) await refreshSlugIndex()
      if (rows.some((row) => row.tags.includes('companies'))) forgetCompanies()
      markStale(rows)
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
