import type { TransactionSql } from 'postgres'
import { isRoleSlug } from '@/lib/roles/role-slug'
import { ImportError } from './errors'

type Named = { code: string; name: string; slug: string }

const MEND = 'give one of them a name of its own in data/role-names.csv'

/** The first of `rows` whose address another has already, of them or of those that are there. */
function findClash(rows: readonly Named[], there: readonly Named[]): [Named, Named] | undefined {
  const seen = new Map(there.map((row) => [row.slug, row]))
  for (const row of rows) {
    const other = seen.get(row.slug)
    if (other && other.code !== row.code) return [other, row]
    seen.set(row.slug, row)
  }
  return undefined
}

const told = ({ code, name }: Named) => (code === name ? code : `${code} ${name}`)

/**
 * Whether new occupations can have the addresses that their everyday names make, and have a group to stand in.
 * @throws ImportError saying which cannot, and what to do
 */
export async function checkRoles(
  sql: TransactionSql,
  rows: readonly (Named & { family_code: string })[],
): Promise<void> {
  const odd = rows.find(({ slug }) => !isRoleSlug(slug))
  if (odd)
    throw new ImportError(
      `${told(odd)} would have the address "${odd.slug}", which cannot be one: give it another name in data/role-names.csv.`,
    )
  const clash = findClash(rows, await sql<Named[]>`select code, name, slug from role`)
  if (clash)
    throw new ImportError(
      `${told(clash[0])} and ${told(clash[1])} would have one address, "${clash[1].slug}": ${MEND}.`,
    )
  const families = await sql<{ code: string }[]>`select code from family`
  const known = new Set(families.map(({ code }) => code))
  const stray = rows.find((row) => !known.has(row.family_code))
  if (stray)
    throw new ImportError(
      `${told(stray)} belongs to the major group ${stray.family_code}-0000, which the file does not have.`,
    )
}

/** @throws ImportError when two major groups would have one address */
export async function checkFamilies(sql: TransactionSql, rows: readonly Named[]): Promise<void> {
  const there = await sql<Named[]>`select code, name, slug from family`
  const clash = findClash(
    rows.filter(({ code }) => !there.some((row) => row.code === code)),
    there,
  )
  if (clash) throw new ImportError(`The major groups ${told(clash[0])} and ${told(clash[1])} have one name.`)
}

/** @throws ImportError when two places, staged or there, would have one address */
export async function checkPlaces(sql: TransactionSql): Promise<void> {
  const [clash] = await sql<{ a: string; b: string; name: string }[]>`
    with slugs as (
      select distinct on (code) code, name, lower(regexp_replace(regexp_replace(name, '[^A-Za-z0-9]+', '-', 'g'), '-$', '')) as slug
      from (select code, name, 0 as staged from place union all select code, name, 1 from stage_place) p order by code, staged)
    select min(code) as a, max(code) as b, min(name) as name from slugs group by slug having count(*) > 1 limit 1`
  if (clash) throw new ImportError(`The places ${clash.a} and ${clash.b} have one name, "${clash.name}".`)
}
