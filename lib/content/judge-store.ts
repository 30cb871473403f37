import type { TransactionSql } from 'postgres'
import { formatRef, judgeFigures, type Value } from './judge'
import type { Read } from './read'
import type { FigureRef, Problem } from './types'

/** What the store holds of these figures, by their addresses; a title's are its occupation's. */
async function readValues(sql: TransactionSql, refs: readonly FigureRef[]): Promise<ReadonlyMap<string, Value>> {
  const column = (key: keyof FigureRef) => refs.map((ref) => ref[key])
  const rows = await sql<(Value & { n: number })[]>`
    select w.n::int as n, f.state, f.value, f.text, f.lower
    from unnest(${column('role')}::text[], ${column('measure')}::text[], ${column('item')}::text[], ${column('place')}::text[])
      with ordinality as w(role, measure, item, place, n)
    join role r on r.slug = w.role
    join ledger f on f.role_id = coalesce(r.occupation_id, r.id) and f.measure = w.measure and f.item = w.item
      and f.place_code = w.place and f.industry_code = '' and f.specialty = ''
    join release l on l.id = f.release_id and l.status = 'current'`
  return new Map(rows.flatMap(({ n, ...value }) => [[formatRef(refs[n - 1] as FigureRef), value] as const]))
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
