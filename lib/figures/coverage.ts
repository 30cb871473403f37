import 'server-only'
import { readSql } from '../db'
import { listMeasures } from './measures'
import type { FigureState } from './states'

export type Coverage = { measure: string; label: string; covered: number; of: number; absent: FigureState }

const COUNT = `
  select f.measure, count(distinct f.role_id)::int as covered
  from figure f join release l on l.id = f.release_id and l.status = 'current'
  join role r on r.id = f.role_id and r.kind = 'occupation'
  where f.state in ('published', 'derived') and f.place_code = 'US' and f.industry_code = ''
  group by f.measure`
const ALL = `select count(*)::int as n from role where kind = 'occupation'`

/** How many occupations have a value of each measure in the current releases, in the order of the declarations. */
export async function listCoverage(): Promise<Coverage[]> {
  const [counts, [all]] = await Promise.all([
    readSql<{ measure: string; covered: number }>(COUNT, []),
    readSql<{ n: number }>(ALL, []),
  ])
  const covered = new Map(counts.map((row) => [row.measure, row.covered]))
  return listMeasures()
    .filter((measure) => covered.has(measure.key))
    .map(({ key, label, absent }) => ({ measure: key, label, absent, covered: covered.get(key) ?? 0, of: all?.n ?? 0 }))
}
