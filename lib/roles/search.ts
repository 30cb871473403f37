import 'server-only'
import { readSql } from '../db'
import { normaliseName } from './normalise'

/** A role found, with the name by which it was found. */
export type Found = {
  slug: string
  singular: string
  name: string
  code: string
  kind: 'occupation' | 'title'
  matched: string
  how: 'exact' | 'prefix' | 'alike'
}

const LIMIT = 20

const BEST_KIND = `case a.kind when 'name' then 0 when 'slug' then 1 when 'official' then 2 when 'reported' then 3 else 4 end`

const found = (matching: string, order: string) => `
  select slug, singular, name, code, kind, matched from (
    select distinct on (r.id) r.slug, r.singular, r.name, r.code, r.kind, a.name as matched, ${order} as rank
    from role_alias a join role r on r.id = a.role_id where ${matching}
    order by r.id, rank
  ) found order by rank, length(matched), singular limit ${LIMIT}`

const EXACT = found('a.norm = $1', BEST_KIND)
const PREFIX = found(`a.norm like $1 || '%'`, `${BEST_KIND} * 100 + length(a.norm)`)
const ALIKE = `
  with near as (
    select norm, 1 - similarity(norm, $1) as distance from search_term where norm % $1 order by 2 limit 40
  ) select slug, singular, name, code, kind, matched from (
    select distinct on (r.id) r.slug, r.singular, r.name, r.code, r.kind, a.name as matched, near.distance, ${BEST_KIND} as rank
    from near join role_alias a on a.norm = near.norm join role r on r.id = a.role_id
    order by r.id, near.distance, rank
  ) found order by distance, rank, singular limit ${LIMIT}`
const BY_CODE = `select slug, singular, name, code, kind, code as matched from role where code = $1`

/**
 * Roles by any name they are known by: the name itself first, then names that begin with it, then names like it.
 * A name that leads to several occupations gives them all.
 * @param query what a reader typed; letters beyond 100 are ignored
 */
export async function searchRoles(query: string): Promise<Found[]> {
  const text = query.slice(0, 100).replaceAll('\0', ' ')
  const code = /^\s*(\d\d-\d{4})/.exec(text)?.[1]
  if (code) return as('exact', await readSql(BY_CODE, [code]))
  const norm = normaliseName(text)
  if (norm === '') return []
  const exact = as('exact', await readSql(EXACT, [norm]))
  const prefix = norm.length < 2 ? [] : as('prefix', await readSql(PREFIX, [norm]))
  const sure = merge(exact, prefix)
  if (sure.length >= 5 || norm.length < 3) return sure
  return merge(sure, as('alike', await readSql(ALIKE, [norm])))
}

const as = (how: Found['how'], rows: Omit<Found, 'how'>[]): Found[] => rows.map((row) => ({ ...row, how }))

const merge = (first: Found[], then: Found[]): Found[] =>
  [...first, ...then.filter((row) => !first.some((had) => had.slug === row.slug))].slice(0, LIMIT)
