import type { TransactionSql } from 'postgres'
import { ImportError } from './errors'
import type { Context } from './types'

const CROSSWALK_FILES: Record<string, string> = {
  onet: 'nem-onet-to-soc-crosswalk.xlsx',
  acs: 'nem-occcode-acs-crosswalk.xlsx',
}

type Crossing = Awaited<ReturnType<Context['crosswalk']>>[number]

/** What a reader of `kind` may ask of the store, inside the import's transaction. */
export function makeContext(sql: TransactionSql, kind: string): Context {
  return {
    async occupations() {
      const rows = await sql<{ code: string; name: string }[]>`select code, name from role where kind = 'occupation'`
      if (rows.length === 0)
        throw new ImportError(`Import the national OEWS file before ${kind}: the store knows no occupation yet.`)
      return new Map(rows.map(({ code, name }) => [code, name]))
    },
    async addresses() {
      const rows = await sql<{ slug: string; code: string }[]>`select slug, code from role`
      return new Map(rows.map(({ slug, code }) => [slug, code]))
    },
    async crosswalk(name) {
      const rows = await sql<Crossing[]>`
        select c.from_code as "fromCode", c.from_title as "fromTitle", c.to_code as "toCode", c.to_title as "toTitle"
        from crosswalk c join release r on r.id = c.release_id and r.status = 'current'
        where c.kind = ${name} order by c.from_code, c.to_code`
      if (rows.length === 0)
        throw new ImportError(
          `Import ${CROSSWALK_FILES[name] ?? name} before ${kind}: it says how the codes belong together.`,
        )
      return [...rows]
    },
  }
}
