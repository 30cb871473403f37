import 'server-only'
import { readSql } from '../db'
import { listMeasures } from './measures'
import { FIGURE_STATES, type FigureState } from './states'

export type Coverage = {
  measure: string
  label: string
  covered: number
  of: number
  /** Why the others have no value. */
  otherwise: FigureState[]
}

const COUNT = `
  select measure, (count(*) filter (where state is null))::int as covered, count(*)::int as known,
    coalesce(array_agg(distinct state) filter (where state is not null), '{}')::text[] as states
  from (
    select f.measure, f.role_id, case when bool_or(f.state in ('published', 'derived')) then null else max(f.state) end as state
    from ledger f join release l on l.id = f.release_id and l.status = 'current'
    join role r on r.id = f.role_id and r.kind = 'occupation'
    where f.place_code = 'US' and f.industry_code = ''
    group by 1, 2) own
  group by measure having count(*) filter (where state is null) > 0`
const ALL = `select count(*)::int as n from role where kind = 'occupation'`

/** How many occupations have a value of each measure in the current releases, in the order of the declarations. */
export async function listCoverage(): Promise<Coverage[]> {
  const [counts, [all]] = await Promise.all([
    readSql<{ measure: string; covered: number; known: number; states: FigureState[] }>(COUNT, []),
    readSql<{ n: number }>(ALL, []),
  ])
  const of = all?.n ?? 0
  const found = new Map(counts.map((row) => [row.measure, row]))
  return listMeasures().flatMap(({ key, label, absent }) => {
    const row = found.get(key)
    if (!row) return []
    const states = new Set([...row.states, ...(row.known < of ? [absent] : [])])
    const otherwise = FIGURE_STATES.filter((state) => states.has(state))
    return [{ measure: key, label, covered: row.covered, of, otherwise }]
  })
}
