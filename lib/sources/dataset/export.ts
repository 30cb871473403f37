import type { Sql } from 'postgres'
import { listMeasures } from '@/lib/figures/measures'
import { SUPERLATIVES } from '@/lib/figures/superlatives'
import type { FigureRow } from '../import/types'
import { writeTable, writeText } from './files'
import { LAYOUTS } from './layout'
import { toTable } from './tables'

type ReleaseRow = {
  id: number
  key: string
  source_key: string
  label: string
  period: string
  method: string
  note: string | null
  partial: boolean
  file_hash: string
}

/** Tables that are not figures: the columns written, and where they come from. */
const LISTS: { file: string; columns: string[]; query: string }[] = [
  { file: 'families.csv', columns: ['code', 'name'], query: 'select code, name from family order by code' },
  {
    file: 'occupations.csv',
    columns: ['code', 'title', 'family'],
    query: `select code, name as title, family_code as family from role where kind = 'occupation' order by code`,
  },
  {
    file: 'places.csv',
    columns: ['code', 'kind', 'name', 'parent'],
    query: `select code, kind, name, coalesce(parent_code, '') as parent from place where code <> 'US' order by code`,
  },
  { file: 'industries.csv', columns: ['code', 'name'], query: 'select code, name from industry order by code' },
  { file: 'items.csv', columns: ['code', 'kind', 'name'], query: 'select code, kind, name from item order by code' },
]

/** By release: lists that belong to one. `$1` is the release. */
const RELEASED: Record<string, { columns: string[]; query: string }> = {
  technology: {
    columns: ['role', 'name', 'hot', 'in_demand'],
    query: `select r.code as role, t.name, case when hot then 'Y' else '' end as hot, case when in_demand then 'Y' else '' end as in_demand
      from technology t join role r on r.id = t.role_id where release_id = $1 order by r.code collate "C", t.name collate "C"`,
  },
  related: {
    columns: ['role', 'related', 'rank'],
    query: `select r.code as role, o.code as related, t.rank::text from related_role t join role r on r.id = t.role_id join role o on o.id = t.related_role_id
      where release_id = $1 order by r.code, t.rank, o.code`,
  },
  alias: {
    columns: ['role', 'name', 'rank'],
    query: `select r.code as role, a.name, a.rank::text from role_alias a join role r on r.id = a.role_id where release_id = $1 order by r.code, a.norm collate "C"`,
  },
  field: {
    columns: ['role', 'cip', 'title'],
    query: `select r.code as role, f.cip, f.title from field_of_study f join role r on r.id = f.role_id where release_id = $1 order by r.code collate "C", f.cip`,
  },
  crosswalk: {
    columns: ['kind', 'from_code', 'from_title', 'to_code', 'to_title'],
    query: `select kind, from_code, from_title, to_code, to_title from crosswalk where release_id = $1 order by from_code collate "C", to_code collate "C"`,
  },
}

const DERIVED = Object.values(SUPERLATIVES).map(({ measure }) => measure)

const FIGURES = `
  select r.code as role, f.measure, f.item, f.specialty, f.place_code as place, f.industry_code as industry, f.state, f.value, f.text,
    f.rse, f.se, f.lower, f.upper, f.n, f.note, f.survey_group as group
  from ledger f join role r on r.id = f.role_id where f.release_id = $1 and f.measure <> all($2)`

const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as FigureRow

/** Figures that were not made from others, some at a time: a table of states has half a million. */
async function* readFigures(sql: Sql, release: ReleaseRow): AsyncGenerator<FigureRow> {
  for await (const rows of sql.unsafe(FIGURES, [release.id, DERIVED]).cursor(5000)) yield* rows.map(withoutNulls)
}

/** Releases that are not exported: sentences of others, and figures kept by hand. */
const LEFT_OUT = ['onet-tasks', 'published-elsewhere']

async function exportRelease(sql: Sql, folder: string, release: ReleaseRow): Promise<string[]> {
  const files: string[] = []
  const layout = LAYOUTS[release.source_key]
  if (layout) {
    await writeTable(folder, `${release.key}.csv`, await toTable(readFigures(sql, release), layout))
    files.push('figure')
  }
  for (const [name, { columns, query }] of Object.entries(RELEASED)) {
    const rows = await sql.unsafe(query, [release.id])
    if (rows.length === 0) continue
    const filled = columns.filter((column) => rows.some((row) => row[column] !== null))
    await writeTable(folder, `${release.key}.csv`, [
      filled,
      ...rows.map((row) => filled.map((column) => String(row[column] ?? ''))),
    ])
    files.push(name)
  }
  return files
}

async function exportCoverage(sql: Sql, folder: string): Promise<void> {
  const rows = await sql`
    select f.measure, count(distinct f.role_id)::int as n
    from ledger f join release l on l.id = f.release_id and l.status = 'current' join role r on r.id = f.role_id and r.kind = 'occupation'
    where f.state in ('published', 'derived') and f.place_code = 'US' and f.industry_code = '' group by f.measure`
  const [all] = await sql`select count(*)::int as n from role where kind = 'occupation'`
  const counts = new Map(rows.map((row) => [row.measure, row.n]))
  const lines = listMeasures()
    .filter(({ key }) => counts.has(key))
    .map(({ key, label }) => [key, label, String(counts.get(key)), String(all?.n)])
  const [fields] = await sql`
    select count(distinct f.role_id)::int as n from field_of_study f
    join release l on l.id = f.release_id and l.status = 'current' where f.title <> ''`
  lines.push(['field-of-study', 'Fields of study', String(fields?.n), String(all?.n)])
  await writeTable(folder, 'coverage.csv', [['measure', 'label', 'occupations', 'of'], ...lines])
}

/**
 * Writes the compact dataset: one wide table for each release, the lists they share, the coverage of each measure,
 * and `sources.json`. An unchanged store gives unchanged files. Task statements are sentences and stay out.
 */
export async function exportDataset(sql: Sql, folder: string): Promise<void> {
  const releases = await sql<ReleaseRow[]>`
    select id, key, source_key, label, period, method, note, partial, file_hash from release
    where source_key <> all(${LEFT_OUT}) order by source_key, period`
  const described: object[] = []
  for (const release of releases) {
    const holds = await exportRelease(sql, folder, release)
    const { key, source_key: source, label, period, method, note, partial, file_hash: hash } = release
    described.push({
      key,
      source,
      label,
      period,
      method,
      ...(note ? { note } : {}),
      ...(partial ? { partial } : {}),
      hash,
      holds: holds[0],
    })
  }
  for (const { file, columns, query } of LISTS) {
    const rows = await sql.unsafe(query)
    await writeTable(folder, file, [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])
  }
  await exportCoverage(sql, folder)
  await writeText(folder, 'sources.json', `${JSON.stringify({ releases: described }, null, 2)}\n`)
}
