import 'server-only'
import { readSql } from './db'
import { log } from './log'
import { reasonOf } from './log/reason.mjs'
import { listTrouble } from './queue/trouble'
import { getSlugIndex, refreshSlugIndex } from './roles/slug-index'
import { listCurrentReleases } from './sources/queries'

/** Why pages cannot be made, in words that say nothing of the inside. */
const WORDS: Record<string, string> = {
  '42501': 'the web role may not read what pages show',
  '42P01': 'the store has not been migrated',
  '42703': 'the store has not been migrated',
  '42883': 'the store has not been migrated',
}
const SILENT = 'the store does not answer'

/** A table that no page of this minute may ask for is found too, before somebody asks. */
const UNREADABLE = `
  select relname::text as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not has_table_privilege(oid, 'select')
  order by 1`

/**
 * Whether pages can be made now: reads what they read, as the web role, through the same pool.
 * @returns work of the queue that has failed and waits, by kind; or the reason why there are no pages
 */
export async function readReadiness(): Promise<{ queue: Record<string, number> } | { reason: string }> {
  try {
    const [trouble, releases, unreadable] = await Promise.all([
      listTrouble(),
      listCurrentReleases(),
      readSql<{ name: string }>(UNREADABLE, []),
      refreshSlugIndex(),
    ])
    const refuse = (reason: string, about: Record<string, string> = {}) => {
      log.warn({ event: 'not ready', reason, ...about })
      return { reason }
    }
    if (unreadable.length > 0)
      return refuse(WORDS['42501'] ?? SILENT, { tables: unreadable.map(({ name }) => name).join(', ') })
    if (releases.length === 0 || (await getSlugIndex()).roles.size === 0) return refuse('the store is empty')
    return { queue: Object.fromEntries(trouble.map(({ task, waiting }) => [task, waiting])) }
  } catch (error) {
    const told = reasonOf(error)
    log.warn({ event: 'not ready', ...told })
    return { reason: WORDS[told.code ?? ''] ?? SILENT }
  }
}
