import type { TransactionSql } from 'postgres'
import { formatRef, judgeFigures, type Value } from './judge'
import type { Read } from './read'
import type { FigureRef, Problem } from './types'

/**
 * What the store holds of these figures, by their addresses; a title's are its occupation's. The roles are looked up
 * first: only known numbers of roles lead the store to single rows.
 */
async function readValues(sql: TransactionSql, refs: readonly FigureRef[]): Promise<ReadonlyMap<string, Value>> {
  const all = (key: keyof FigureRef) => [...new Set(refs.map((ref) => ref[key]))]
  const roles = await sql<{ slug: string; id: number }[]>`
    select slug, coalesce(occupation_id, id) as id from role where slug = any(${all('role')})`
  const rows = await sql<(Value & { id: number; measure: string; item: string; place: string })[]>`
    select f.role_id as id, f.measure, f.item, f.place_code as place, f.state, f.value, f.text, f.lower
    from ledger f join release l on l.id = f.release_id and l.status = 'current'
    where f.role_id = any(${[...new Set(roles.map(({ id }) => id))]}) and f.measure = any(${all('measure')})
      and f.place_code = any(${all('place')}) and f.industry_code = '' and f.specialty = ''`
  const key = (id: number | undefined, { measure, item, place }: Omit<FigureRef, 'role'>) =>
    [id, measure, item, place].join('\t')
  const [ids, values] = [
    new Map(roles.map(({ slug, id }) => [slug, id])),
    new Map(rows.map(({ id, ...row }) => [key(id, row), row])),
  ]
  return new Map(
    refs.flatMap((ref) => {
      const value = values.get(key(ids.get(ref.role), ref))
      return value ? [[formatRef(ref), value] as const] : []
    }),
  )
}

/**
 * Makes the check of write-ups against a store.
 * @param files write-ups as `readContent` gives them
 * @returns reads the figures as they are inside a transaction, and gives a problem for each place that is wrong
 */
export function makeJudge(files: readonly Read[]): (sql: TransactionSql) => Promise<Problem[]> {
  const read = files.flatMap(({ path, found }) => (found ? [{ path, uses: found.uses }] : []))
  const refs = new Map<string, FigureRef>()
  for (const { uses } of read)
    for (const { of, or, than } of uses) for (const ref of [of, or, than]) if (ref) refs.set(formatRef(ref), ref)
  return async (sql) => {
    const values = await readValues(sql, [...refs.values()])
    const found: Problem[] = []
    for (const { path, uses } of read)
      found.push(...(await judgeFigures(path, uses, async (ref) => values.get(formatRef(ref)))))
    return found
  }
}
