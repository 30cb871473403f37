import type { TransactionSql } from 'postgres'
import { figureId } from '@/lib/figures/id'
import type { FigureState } from '@/lib/figures/states'
import {
  type Candidate,
  chooseSuperlative,
  SUPERLATIVES,
  type Superlative,
  type SuperlativeRule,
} from '@/lib/figures/superlatives'
import type { Edition } from './types'

type Release = { id: number; key: string; source: string; period: string; partial: boolean; current: boolean }
type Ranked = {
  id: number
  code: string
  nation: FigureState | null
  amount: number | null
  cells: number
  means: number
  candidates: Candidate[] | null
}

const MEAN = 'pay.annual.mean'

/** Every occupation with its cells in a release that may lead, and the nation's mean of another. */
const readRanked = (sql: TransactionSql, rule: SuperlativeRule, release: Release, nation: Release | undefined) => {
  const place = rule.by === 'place'
  return sql<Ranked[]>`
    with cell as (
      select role_id, place_code, industry_code,
        max(value) filter (where measure = 'employment' and state = 'published') as jobs,
        max(rse) filter (where measure = 'employment') as jobs_error,
        max(value) filter (where measure = ${MEAN} and state = 'published') as mean,
        max(rse) filter (where measure = ${MEAN}) as rse,
        bool_or(measure = ${MEAN} and state = 'top-coded') as capped,
        max(lower) filter (where measure = ${MEAN} and state = 'top-coded') as lower
      from ledger
      where release_id = ${release.id} and measure in ('employment', ${MEAN})
        ${place ? sql`and place_code in (select code from place where kind = any(${rule.kinds as string[]}))` : sql``}
      group by role_id, place_code, industry_code
    ), ranked as (
      select role_id, count(*)::int as cells, (count(*) filter (where mean is not null or capped))::int as means,
        jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', n.code, 'name', n.name, 'mean', mean, 'rse', rse,
          'capped', nullif(capped, false), 'lower', lower)))
          filter (where jobs >= ${rule.jobs} and (mean is not null or capped)
            and coalesce(jobs_error, 0) <= ${rule.error ?? 'Infinity'}) as candidates
      from cell join ${place ? sql`place n on n.code = place_code` : sql`industry n on n.code = industry_code`}
      group by 1
    )
    select r.id, r.code, n.state as nation, n.value as amount, coalesce(c.cells, 0) as cells,
      coalesce(c.means, 0) as means, c.candidates
    from role r left join ranked c on c.role_id = r.id
    left join ledger n on n.role_id = r.id and n.release_id = ${nation?.id ?? null} and n.measure = ${MEAN}
      and n.place_code = 'US' and n.industry_code = ''
    where r.kind = 'occupation' order by r.id`
}

/** The rows that a superlative is in the ledger: what leads, each capped cell beside it, or why nothing leads. */
function toRows(found: Superlative, idOf: (code: string) => string, nationId: string) {
  const row = { item: '', state: '', value: null, text: null, lower: null, rse: null, note: null, derived_from: null }
  if ('state' in found) return [{ ...row, reference: null, state: found.state, note: found.reason ?? null }]
  const capped = 'leader' in found ? found.mayBeHigher : found.capped
  const { nation: reference } = found
  const bounds = capped.map(({ code, name, lower = null, rse = null }) => {
    return {
      ...row,
      reference,
      item: code,
      state: 'top-coded',
      text: name,
      lower,
      rse,
      derived_from: [idOf(code), nationId],
    }
  })
  if (!('leader' in found)) return bounds
  const { code, name, mean, rse = null } = found.leader
  const from = [idOf(code), nationId, ...capped.map((cell) => idOf(cell.code))]
  return [
    { ...row, reference, item: code, state: 'derived', text: name, value: mean, rse, derived_from: from },
    ...bounds,
  ]
}

async function deriveFor(sql: TransactionSql, release: Release, nation: Release | undefined): Promise<number> {
  const rule = SUPERLATIVES[release.source]
  if (!rule) return 0
  await sql`delete from figure where release_id = ${release.id} and measure = ${rule.measure}`
  const rows = (await readRanked(sql, rule, release, nation)).flatMap(({ id, code, candidates, ...found }) => {
    const idOf = (at: string) => figureId({ role: code, measure: MEAN, release: release.key, [rule.by]: at })
    const superlative = chooseSuperlative(rule, {
      nation: found.nation === null ? undefined : { state: found.nation, value: found.amount },
      cells: found.cells,
      means: found.means,
      candidates: candidates ?? [],
      partial: release.partial,
    })
    return toRows(superlative, idOf, figureId({ role: code, measure: MEAN, release: nation?.key ?? '' })).map(
      (row) => ({
        role_id: id,
        release_id: release.id,
        measure: rule.measure,
        ...row,
      }),
    )
  })
  const PAGE = 3000
  for (let i = 0; i < rows.length; i += PAGE) await sql`insert into figure ${sql(rows.slice(i, i + PAGE))}`
  return rows.length
}

/**
 * Writes the superlatives that an edition has a part in, anew: those of its own cells, or, where it is the nation's, of
 * every release of its period and of those in force, since the roles may be others. So they are the same whatever the
 * order of imports.
 * @returns the number of rows written
 */
export async function deriveSuperlatives(
  sql: TransactionSql,
  { source, period }: Pick<Edition, 'source' | 'period'>,
): Promise<number> {
  const national = source === 'oews-national'
  if (!national && !SUPERLATIVES[source]) return 0
  const releases = await sql<Release[]>`
    select id, key, source_key as source, period, partial, status = 'current' as current
    from release where source_key like 'oews-%'`
  let written = 0
  for (const release of releases) {
    const touched = national
      ? release.period === period || release.current
      : release.source === source && release.period === period
    const nation = releases.find((one) => one.source === 'oews-national' && one.period === release.period)
    if (touched) written += await deriveFor(sql, release, nation)
  }
  return written
}
