import 'server-only'
import { listFigureRefs } from '../content/figures'
import { nodesOf } from '../content/load'
import { listWriteUps } from '../content/write-ups'
import { readSql } from '../db'
import { getRoles, listRoles } from '../roles/queries'

/** Roles and published write-ups of each family, the least covered first. */
export async function listFamilyCoverage() {
  const written = new Set(listWriteUps().map(({ role }) => role))
  const families = new Map<string, { name: string; slug: string; roles: number; written: number }>()
  for (const role of await listRoles()) {
    const family = families.get(role.familyCode) ?? {
      name: role.familyName,
      slug: role.familySlug,
      roles: 0,
      written: 0,
    }
    family.roles += 1
    if (written.has(role.slug)) family.written += 1
    families.set(role.familyCode, family)
  }
  return [...families.values()].sort((a, b) => a.written / a.roles - b.written / b.roles || b.roles - a.roles)
}

const VISITED = `
  select r.slug, r.singular, sum(c.n)::int as visits from count_daily c join role r on r.slug = c.subject
  where c.kind = 'role-view' and c.day > (store_now() at time zone 'UTC')::date - 30 and r.slug <> all($1::text[])
  group by r.slug, r.singular order by visits desc, r.slug limit 20`

/** The most visited roles of the last 30 days that nobody has written up. */
export const listUnwritten = () =>
  readSql<{ slug: string; singular: string; visits: number }>(VISITED, [
    `{${listWriteUps()
      .map(({ role }) => role)
      .join(',')}}`,
  ])

const CHANGED = `
  select f.role_id as "roleId", f.measure, f.item, o.value as before, f.value as now, l.label
  from ledger f
  join release l on l.id = f.release_id and l.status = 'current'
  join lateral (select p.id from release p where p.source_key = l.source_key and p.status = 'superseded'
    order by p.period desc limit 1) before on true
  join ledger o on (o.role_id, o.measure, o.item, o.specialty, o.place_code, o.industry_code)
    = (f.role_id, f.measure, f.item, f.specialty, f.place_code, f.industry_code) and o.release_id = before.id
    and o.role_id = any($1::int[]) and o.measure = any($2::text[])
  where f.role_id = any($1::int[]) and f.measure = any($2::text[]) and f.place_code = 'US' and f.industry_code = ''
    and f.specialty = '' and f.value is distinct from o.value`

export type Touched = {
  slug: string
  title: string
  changes: { measure: string; before: number; now: number; label: string }[]
}

/** Write-ups that cite a figure which the newest release of its source has changed. */
export async function listTouched(): Promise<Touched[]> {
  const cited = listWriteUps().map((writeUp) => ({ writeUp, refs: listFigureRefs(nodesOf(writeUp), writeUp.role) }))
  const refs = cited.flatMap((one) => one.refs)
  if (refs.length === 0) return []
  const slugs = [...new Set(refs.map(({ role }) => role))]
  const roles = new Map(
    (await getRoles(slugs)).flatMap((found) => (found ? [[found.role.slug, found.occupation.id]] : [])),
  )
  const rows = await readSql<{
    roleId: number
    measure: string
    item: string
    before: number
    now: number
    label: string
  }>(CHANGED, [
    `{${[...new Set(roles.values())].join(',')}}`,
    `{${[...new Set(refs.map(({ measure }) => measure))].join(',')}}`,
  ])
  return cited
    .map(({ writeUp, refs: own }) => ({
      slug: writeUp.slug,
      title: writeUp.title,
      changes: rows.filter((row) =>
        own.some((ref) => roles.get(ref.role) === row.roleId && ref.measure === row.measure && ref.item === row.item),
      ),
    }))
    .filter(({ changes }) => changes.length > 0)
}
