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
import { elsewhere } from '../kinds/elsewhere'
import { readTable } from './files'
import { LAYOUTS } from './layout'
import { readList } from './lists'
import { type Described, readReleases } from './releases'
import { readShared, type Shared } from './shared'
import { type Known, WideTable } from './tables'

const isText = (measure: string) => getMeasure(measure).unit === 'text'

async function stageShared(staging: Staging, shared: Shared): Promise<void> {
  for (const row of shared.families) await staging.write('family', row)
  for (const row of shared.occupations) await staging.write('occupation', row)
  for (const row of shared.places) await staging.write('place', row)
  for (const row of shared.industries) await staging.write('industry', row)
  for (const row of shared.items) await staging.write('item', row)
}

const codesOf = (rows: readonly { code: string }[]): ReadonlySet<string> => new Set(rows.map(({ code }) => code))

/** What the keys of a wide table's rows may be. */
function knownKeys(shared: Shared): Known {
  const items = codesOf(shared.items)
  return {
    role: { codes: codesOf(shared.occupations), list: 'occupations.csv' },
    place: { codes: new Set(['US', ...codesOf(shared.places)]), list: 'places.csv' },
    industry: { codes: codesOf(shared.industries), list: 'industries.csv' },
    item: { codes: items, list: 'items.csv' },
    specialty: { codes: new Set(['', ...items]), list: 'items.csv' },
  }
}

async function loadRelease(
  sql: TransactionSql,
  folder: string,
  described: Described,
  names: ReadonlyMap<string, RoleName>,
  shared: Shared,
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
  if (first) await stageShared(staging, shared)
  const known = knownKeys(shared)
  if (holds === 'figure') {
    const layout = LAYOUTS[source]
    if (!layout) throw new ImportError(`sources.json: ${key} has no known layout.`)
    const wide = new WideTable(`${key}.csv`, await readTable(folder, `${key}.csv`), layout, isText)
    wide.checkKeys(known)
    for (let row = 0; row < wide.length; row += 1) {
      const figures = wide.figuresOf(row)
      if (layout.wide) await staging.write('breakdown', figures)
      else for (const figure of figures) await staging.write('figure', figure)
    }
  } else {
    const book = await openBook(join(folder, `${key}.csv`))
    for await (const row of readList(book, holds, source, known.role.codes)) await staging.write(holds, row)
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
  const shared = await readShared(folder)
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
      for (const [i, release] of ordered.entries()) await loadRelease(tx, folder, release, names, shared, i === 0)
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
