import 'server-only'
import { compareNames } from '../collate'
import { readSql } from '../db'
import { MOST_LETTERS, normaliseName } from './normalise'
import { numberForms } from './number-forms'
import { printTitle } from './official-title'
import { mayShow } from './unshown'

/** A role found, with the name by which it was found. */
export type Found = {
  slug: string
  singular: string
  name: string
  code: string
  kind: 'occupation' | 'title'
  /** What else it is called, by which it was found; empty for its own names, and for one that nobody should have to read. */
  matched: string
  /** `own`: it is the role's own name, its slug, its official title or its code. */
  how: 'own' | 'exact' | 'prefix' | 'alike'
  /** How good this name is among those found in the same way; 0 is best. */
  rank: number
}

type Row = Omit<Found, 'how'> & { own: boolean }

const LIMIT = 20
/** Names of the role itself come before those that others have given it. */
const BEST_KIND = `case a.kind when 'name' then 0 when 'slug' then 1 when 'official' then 2 when 'reported' then 3 else 4 end`
const OWN = `a.kind in ('name', 'slug', 'official')`

const found = (matching: string, order: string) => `
  select distinct on (r.id) r.slug, r.singular, r.name, r.code, r.kind, a.name as matched, ${OWN} as own, ${order} as rank
  from role_alias a join role r on r.id = a.role_id where ${matching}
  order by r.id, rank`

const EXACT = found(`a.norm = any(string_to_array($1, '|'))`, `${BEST_KIND} * 2 + (a.norm <> $2)::int`)
const PREFIX = found(`a.norm like $1 || '%'`, `${BEST_KIND} * 100 + length(a.norm)`)
const ALIKE = `
  with near as (
    select norm, 1 - similarity(norm, $1) as distance from search_term where norm % $1 order by 2 limit 40
  ) select distinct on (r.id) r.slug, r.singular, r.name, r.code, r.kind, a.name as matched, ${OWN} as own, near.distance * 10 + ${BEST_KIND} * 0.001 as rank
    from near join role_alias a on a.norm = near.norm join role r on r.id = a.role_id
    order by r.id, near.distance, rank`
// A code of O*NET's, or one that the official files have merged with others, leads to its occupation by the crosswalk.
const BY_CODE = `
  select slug, singular, name, code, kind, code as matched, true as own, 0 as rank from role
  where code = $1 or (not exists (select from role where code = $1) and code in (
    select c.to_code from crosswalk c join release l on l.id = c.release_id and l.status = 'current'
    where c.kind = 'onet' and c.from_code in ($1 || $2, $1 || '.00')))`
const CODE = /^\s*(\d\d)\s*[-‐‑–—]\s*(\d{4})(\.\d\d)?(?!\d)|^\s*(\d\d)(\d{4})(\.\d\d)?\s*$/

/**
 * Roles by any name they are known by: their own names first, then names that others give them, then names that begin
 * with it, then names like it. Singular and plural are one. A name that leads to several occupations gives them all.
 * @param query what a reader typed; letters beyond `MOST_LETTERS` are ignored
 */
export async function searchRoles(query: string): Promise<Found[]> {
  const text = query.slice(0, MOST_LETTERS).replaceAll('\0', ' ')
  const byCode = await findByCode(text)
  if (byCode.length > 0) return byCode
  const norm = normaliseName(text)
  if (norm === '') return []
  const exact = await findExact(norm)
  const prefix = norm.length < 2 ? [] : listed(await readSql<Row>(PREFIX, [norm]), 'prefix')
  const sure = merge(exact, prefix)
  if (sure.length >= 5 || norm.length < 3) return sure
  return merge(sure, listed(await readSql<Row>(ALIKE, [norm]), 'alike'))
}

/**
 * The one role that a name stands for beyond doubt, or undefined: a role's own name, in singular or plural, its slug,
 * its official title or its code, whatever else goes by it; else a name that nothing but this role goes by.
 * @param query what a reader typed
 */
export async function chooseRole(query: string): Promise<Found | undefined> {
  const text = query.slice(0, MOST_LETTERS).replaceAll('\0', ' ')
  const byCode = await findByCode(text)
  return chosenOf(byCode.length > 0 ? byCode : await findExact(normaliseName(text)))
}

/** The one that a search has found beyond doubt, as in `chooseRole`. */
export function chosenOf(found: readonly Found[]): Found | undefined {
  const sure = found.filter(({ how }) => how === 'own' || how === 'exact')
  const [first, second] = sure
  const own = first?.how === 'own' && !(second?.how === 'own' && second.rank === first.rank)
  return own || sure.length === 1 ? first : undefined
}

async function findByCode(text: string): Promise<Found[]> {
  const [, a, b, part, c, d, other] = CODE.exec(text) ?? []
  const code = a ? `${a}-${b}` : c ? `${c}-${d}` : undefined
  return code ? listed(await readSql<Row>(BY_CODE, [code, part ?? other ?? '.00']), 'exact') : []
}

async function findExact(norm: string): Promise<Found[]> {
  return norm === '' ? [] : listed(await readSql<Row>(EXACT, [numberForms(norm).join('|'), norm]), 'exact')
}

const listed = (rows: readonly Row[], how: Found['how']): Found[] =>
  rows
    .toSorted((a, b) => a.rank - b.rank || a.matched.length - b.matched.length || compareNames(a.singular, b.singular))
    .slice(0, LIMIT)
    .map(({ own, ...row }) => ({
      ...row,
      matched: own || !mayShow(row.matched) ? '' : printTitle(row.matched),
      how: own && how === 'exact' ? 'own' : how,
    }))

const merge = (first: Found[], then: Found[]): Found[] =>
  [...first, ...then.filter((row) => !first.some((had) => had.slug === row.slug))].slice(0, LIMIT)
