import { join } from 'node:path'
import type { Sql, TransactionSql } from 'postgres'
import { recordChange } from '@/lib/cache/record-change'
import { getMeasure } from '@/lib/figures/measures'
import { SUPERLATIVES } from '@/lib/figures/superlatives'
import { readNameTable } from '@/lib/roles/name-table'
import type { RoleName } from '@/lib/roles/names'
import { openBook } from '../import/book'
import { ImportError } from '../import/errors'
import { mergeStaged } from '../import/merge'
import { addRelease, chooseCurrent, importEdition } from '../import/pipeline'
import { Staging } from '../import/staging'
import { deriveSuperlatives } from '../import/superlatives'
import type { StagedRows } from '../import/types'
import { elsewhere } from '../kinds/elsewhere'
import { readTable } from './files'
import { LAYOUTS } from './layout'
import { type Described, readReleases } from './releases'
import { WideTable } from './tables'

type Lists = Exclude<Described['holds'], 'figure'>

/** How the rows of a list become staged rows; a list of names is of the kind that its source is. */
const LISTS: { [T in Lists]: (row: readonly string[], source: string) => StagedRows[T] } = {
  technology: ([role = '', name = '', hot, inDemand]) => ({ role, name, hot: hot === 'Y', inDemand: inDemand === 'Y' }),
  related: ([role = '', relatedRole = '', rank]) => ({ role, relatedRole, rank: Number(rank) }),
  alias: ([role = '', name = '', rank = ''], source) => ({
    role,
    name,
    kind: source === 'onet-reported-titles' ? 'reported' : 'alternate',
    ...(rank ? { rank: Number(rank) } : {}),
  }),
  field: ([role = '', cip = '', title = '']) => ({ role, cip, title }),
  crosswalk: ([kind = '', fromCode = '', fromTitle = '', toCode = '', toTitle = '']) => ({
    kind,
    fromCode,
    fromTitle,
    toCode,
    toTitle,
  }),
}

const isText = (measure: string) => getMeasure(measure).unit === 'text'

async function stageShared(staging: Staging, folder: string): Promise<void> {
  const rows = async (file: string) => (await readTable(folder, file)).slice(1)
  for (const [code = '', name = ''] of await rows('families.csv'))
    await staging.write('family', { code, name: `${name} Occupations` })
  for (const [code = '', name = '', family = ''] of await rows('occupations.csv'))
    await staging.write('occupation', { code, name, family })
  for (const [code = '', kind = '', name = '', parent = ''] of await rows('places.csv')) {
    await staging.write('place', { code, kind: kind as 'state', name, ...(parent ? { parent } : {}) })
  }
  for (const [code = '', name = ''] of await rows('industries.csv')) await staging.write('industry', { code, name })
  for (const [code = '', kind = '', name = ''] of await rows('items.csv'))
    await staging.write('item', { code, kind: kind as 'skill', name })
}

async function loadRelease(
  sql: TransactionSql,
  folder: string,
  described: Described,
  names: ReadonlyMap<string, RoleName>,
  first: boolean,
): Promise<void> {
  const { source, label, period, method, note, partial = false, hash, holds, key } = described
  const release = await addRelease(
    sql,
    key,
    { source, label, period, method, partial, ...(note ? { note } : {}) },
    hash,
  )
  const staging = await Staging.open(sql)
  if (first) await stageShared(staging, folder)
  const table = await readTable(folder, `${key}.csv`)
  if (holds === 'figure') {
    const layout = LAYOUTS[source]
    if (!layout) throw new ImportError(`sources.json: ${key} has no known layout.`)
    const wide = new WideTable(`${key}.csv`, table, layout, isText)
    for (let row = 0; row < wide.length; row += 1) {
      const figures = wide.figuresOf(row)
      if (layout.wide) await staging.write('breakdown', figures)
      else for (const figure of figures) await staging.write('figure', figure)
    }
  } else {
    for (const row of table.slice(1)) await staging.write(holds, LISTS[holds](row, source) as never)
  }
  await staging.finish()
  await mergeStaged(sql, release.id, names, { search: false, allItems: first })
  await chooseCurrent(sql, source)
}

const LARGE = ['figure', 'pay_breakdown', 'role_alias']

/** Keys and checks of the large tables are taken off while they are filled and put back, checked, before anyone sees them. */
async function withoutConstraints(sql: TransactionSql, work: () => Promise<void>): Promise<void> {
  const constraints = await sql<{ tbl: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as tbl, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid::regclass::text = any(${LARGE}) and contype in ('p', 'f') order by contype desc`
  for (const { tbl, name } of constraints) await sql`alter table ${sql(tbl)} drop constraint ${sql(name)}`
  // New files for tables that are empty anyway: what fills them in this transaction need not be logged twice.
  await sql.unsafe(`truncate ${LARGE.join(', ')}`)
  await work()
  for (const { tbl, name, definition } of constraints) {
    await sql.unsafe(`alter table ${tbl} add constraint "${name}" ${definition}`)
  }
}

/**
 * Fills an empty store from the dataset, all or nothing, through the same staging as an import: the same figures as
 * the official files give.
 * @throws ImportError when the store is not empty, or a file is missing or malformed
 */
export async function loadDataset(sql: Sql, folder: string): Promise<void> {
  const releases = await readReleases(folder)
  const names = await readNameTable(folder)
  const own = await openBook(join(folder, 'elsewhere.csv'))
  // The first brings the occupations that all others refer to.
  const ordered = releases.toSorted(
    (a, b) =>
      Number(b.source === 'oews-national') - Number(a.source === 'oews-national') || b.period.localeCompare(a.period),
  )
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('rolebook:import'))`
    await tx.unsafe(
      `set local synchronous_commit = off; set local work_mem = '64MB'; set local maintenance_work_mem = '128MB'; set local jit = off`,
    )
    const [row] = await tx`select exists (select from role) as filled`
    if (row?.filled) throw new ImportError('The store has roles already; the dataset fills an empty store only.')
    await withoutConstraints(tx, async () => {
      for (const [i, release] of ordered.entries()) await loadRelease(tx, folder, release, names, i === 0)
    })
    await tx.unsafe('analyze figure, pay_breakdown, role_alias, role, release, place, industry')
    for (const release of ordered) if (SUPERLATIVES[release.source]) await deriveSuperlatives(tx, release)
    const edition = await elsewhere.recognise(own)
    if (!edition) throw new ImportError('elsewhere.csv is not what it should be.')
    await importEdition(tx, own, elsewhere, edition, { names })
    await recordChange(tx, ['figures', 'roles'])
  })
  await sql`analyze technology, related_role, search_term`
}
