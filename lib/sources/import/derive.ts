import type { TransactionSql } from 'postgres'
import { figureId } from '@/lib/figures/id'

/** Which ranked figure is made from which source's cells. */
const RANKED: Record<string, { measure: string; by: 'place' | 'industry'; kinds: string[] }> = {
  'oews-state': { measure: 'pay.top-state', by: 'place', kinds: ['state'] },
  'oews-metro': { measure: 'pay.top-metro', by: 'place', kinds: ['metro'] },
  'oews-sector': { measure: 'pay.top-industry', by: 'industry', kinds: [] },
}

type Top = { role_id: number; role: string; code: string; name: string; value: number }

/**
 * Writes the ranked figures of a release: the highest mean yearly pay among cells with a published mean and at least
 * 1,000 published jobs, with its amount and the figure it is; the smaller code where two are equal.
 */
export async function deriveRanked(
  sql: TransactionSql,
  source: string,
  release: { id: number; key: string },
): Promise<number> {
  const rank = RANKED[source]
  if (!rank) return 0
  const { measure, by } = rank
  const place = by === 'place'
  const top = await sql<Top[]>`
    select distinct on (m.role_id) m.role_id, r.code as role, m.value,
      ${place ? sql`p.code` : sql`i.code`} as code, ${place ? sql`p.name` : sql`i.name`} as name
    from figure m
    join figure e on e.role_id = m.role_id and e.release_id = m.release_id and e.measure = 'employment'
      and e.place_code = m.place_code and e.industry_code = m.industry_code and e.state = 'published' and e.value >= 1000
    join role r on r.id = m.role_id
    ${place ? sql`join place p on p.code = m.place_code and p.kind = any(${rank.kinds})` : sql`join industry i on i.code = m.industry_code`}
    where m.release_id = ${release.id} and m.measure = 'pay.annual.mean' and m.state = 'published'
    order by m.role_id, m.value desc, code`
  if (top.length === 0) return 0
  const rows = top.map((row) => ({
    role_id: row.role_id,
    release_id: release.id,
    measure,
    item: row.code,
    state: 'derived',
    value: row.value,
    text: row.name,
    derived_from: [
      figureId({
        role: row.role,
        measure: 'pay.annual.mean',
        release: release.key,
        ...(place ? { place: row.code } : { industry: row.code }),
      }),
    ],
  }))
  await sql`insert into figure ${sql(rows)}`
  return rows.length
}
