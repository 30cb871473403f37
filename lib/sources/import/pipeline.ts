import type { Sql, TransactionSql } from 'postgres'
import { recordChange } from '@/lib/cache/record-change'
import { formatProblem, type Problem } from '@/lib/content/types'
import type { RoleName } from '@/lib/roles/names'
import type { Book, Row } from './book'
import { makeContext } from './context'
import { ImportError } from './errors'
import { mergeStaged } from './merge'
import { recognise } from './recognise'
import { retireOccupations } from './retire'
import { SOURCES } from './sources'
import { Staging } from './staging'
import { deriveSuperlatives } from './superlatives'
import type { Edition, ImportKind, Outcome } from './types'

/** What a file holds that the store does not take in; where it is a row, which. */
export type Unplaced = { sheet?: string; row?: number; reason: string }
export type Report = {
  file: string
  kind: string
  release: string
  /** Nothing was written: this very file is in the store. */
  already: boolean
  rowsRead: number
  written: Record<string, number>
  figuresByState: Record<string, number>
  occupations: { matched: number; known: number }
  unplaced: Unplaced[]
  /** What write-ups say that the new figures no longer bear out. */
  wrong: Problem[]
}

type Options = {
  kind?: string
  replace?: boolean
  names: ReadonlyMap<string, RoleName>
  /** Holds the write-ups against the store as it is inside a transaction. */
  judge?: (sql: TransactionSql) => Promise<Problem[]>
  /** Brings the file in although write-ups become wrong. */
  acceptContent?: boolean
  /** Writes nothing, and tells what would be written. */
  dryRun?: boolean
}

/** Takes everything back that a dry run wrote. */
class DryRun extends Error {
  constructor(readonly report: Report) {
    super('dry run')
  }
}

const releaseKey = ({ source, period }: Edition) =>
  `${source}-${period
    .replace(/^0+(?=\d)/, '')
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .toLowerCase()}`

/**
 * Imports one official file: all or nothing, one import at a time. The release with the latest period of its source
 * is current afterwards, whatever the order of imports.
 * @param sql owner's connection with `max: 1`
 * @throws ImportError when the file is not what it should be, its period is in the store from another file, or
 * write-ups would become wrong
 */
export async function importBook(sql: Sql, book: Book, options: Options): Promise<Report> {
  const { kind, edition } = await recognise(book, options.kind)
  const { judge, dryRun = false, acceptContent = false } = options
  const work = async (tx: TransactionSql): Promise<Report> => {
    await tx`select pg_advisory_xact_lock(hashtext('rolebook:import'))`
    await tx.unsafe('set local synchronous_commit = off; set local jit = off')
    const before = judge ? await judge(tx) : []
    const report = await importEdition(tx, book, kind, edition, options)
    const after = judge && !report.already ? await judge(tx) : []
    // What was wrong before is not the new figures' doing.
    const known = new Set(before.map(placeOf))
    report.wrong = after.filter((problem) => !known.has(placeOf(problem)))
    if (dryRun) throw new DryRun(report)
    if (report.wrong.length > 0 && !acceptContent) throw new ImportError(refusal(report))
    return report
  }
  return sql.begin(work).catch((error: unknown) => {
    if (error instanceof DryRun) return error.report
    throw error
  }) as Promise<Report>
}

const placeOf = ({ path, line, column, code }: Problem) => `${path}:${line}:${column} ${code}`

const refusal = ({ file, release, wrong }: Report): string =>
  [
    `${file} was not brought in: with ${release}, write-ups would be wrong.`,
    ...wrong.map(formatProblem),
    'Mend them, or bring it in with --accept-content.',
  ].join('\n')

/** Imports a file whose edition is known, inside a transaction that holds the import lock. */
export async function importEdition(
  sql: TransactionSql,
  book: Book,
  kind: ImportKind,
  edition: Edition,
  options: Options,
): Promise<Report> {
  const key = releaseKey(edition)
  const report: Report = {
    file: book.file,
    kind: kind.kind,
    release: key,
    already: false,
    rowsRead: 0,
    written: {},
    figuresByState: {},
    occupations: { matched: 0, known: 0 },
    unplaced: [],
    wrong: [],
  }
  const [before] = await sql<{ id: number; file_hash: string }[]>`select id, file_hash from release where key = ${key}`
  if (before && before.file_hash === book.hash && !options.replace) return { ...report, already: true }
  if (before && !options.replace) {
    throw new ImportError(`${key} is in the store from another file; use --replace to put ${book.file} in its place.`)
  }
  if (before) await removeRelease(sql, before.id)
  const release = await addRelease(sql, key, edition, book.hash)
  const staging = await Staging.open(sql)
  let outcome: Outcome | undefined
  await kind.read(counted(book, report), edition, makeContext(sql, kind.kind), {
    write: (table, row) => staging.write(table, row),
    unplaced: (row: Row, reason) => void report.unplaced.push({ sheet: row.sheet, row: row.row, reason }),
    learned(told) {
      outcome = told
    },
  })
  await staging.finish()
  if (outcome)
    await sql`update release set note = ${outcome.note}, partial = ${outcome.partial} where id = ${release.id}`
  const rolesChanged = await mergeStaged(sql, release.id, options.names).catch((error: unknown) => {
    throw error instanceof ImportError ? new ImportError(`${book.file}: ${error.message}`) : error
  })
  await chooseCurrent(sql, edition.source)
  if (edition.source === 'oews-national') report.unplaced.push(...(await retireOccupations(sql, book.file)))
  const derived = await deriveSuperlatives(sql, edition)
  report.written = { ...Object.fromEntries(staging.counts), ...(derived ? { derived } : {}) }
  await describe(sql, release.id, report)
  await recordChange(sql, rolesChanged ? ['figures', 'roles'] : ['figures'])
  return report
}

/** The book, counting rows as they are read. */
function counted(book: Book, report: Report): Book {
  return {
    ...book,
    async *rows(sheet) {
      for await (const row of book.rows(sheet)) {
        report.rowsRead += 1
        yield row
      }
    },
  }
}

/** Declares a release, not current yet. */
export async function addRelease(
  sql: TransactionSql,
  key: string,
  edition: Edition,
  hash: string,
): Promise<{ id: number; key: string }> {
  const source = SOURCES.get(edition.source)
  if (!source) throw new Error(`Source ${edition.source} is not declared.`)
  const { licenceUrl, ...columns } = source
  await sql`insert into source ${sql({ ...columns, licence_url: licenceUrl })} on conflict (key) do update set name = excluded.name, publisher = excluded.publisher, url = excluded.url, licence = excluded.licence, licence_url = excluded.licence_url, credit = excluded.credit`
  const [row] = await sql<{ id: number; key: string }[]>`
    insert into release (key, source_key, label, period, method, note, partial, file_hash, status)
    values (${key}, ${edition.source}, ${edition.label}, ${edition.period}, ${edition.method}, ${edition.note ?? null}, ${edition.partial ?? false}, ${hash}, 'superseded')
    returning id, key`
  if (!row) throw new Error('No release was written.')
  return row
}

/** Tables whose rows belong to a release. */
const RELEASED = [
  'figure',
  'pay_breakdown',
  'technology',
  'task',
  'related_role',
  'role_alias',
  'field_of_study',
  'crosswalk',
]

/** Takes a release out with everything that came with it. */
async function removeRelease(sql: TransactionSql, id: number): Promise<void> {
  for (const table of RELEASED) {
    await sql`delete from ${sql(table)} where release_id = ${id}`
  }
  await sql`delete from release where id = ${id}`
}

/** Makes the release with the latest period of a source the current one. */
export async function chooseCurrent(sql: TransactionSql, source: string): Promise<void> {
  await sql`update release set status = 'superseded' where source_key = ${source} and status = 'current'`
  await sql`
    update release set status = 'current'
    where id = (select id from release where source_key = ${source} order by period desc limit 1)`
}

async function describe(sql: TransactionSql, releaseId: number, report: Report): Promise<void> {
  const states =
    await sql`select state, count(*)::int as n from ledger where release_id = ${releaseId} group by state order by state`
  report.figuresByState = Object.fromEntries(states.map((row) => [row.state, row.n]))
  const [known] = await sql`select count(*)::int as n from role where kind = 'occupation'`
  const [matched] = await sql`
    select count(distinct id)::int as n from (
      select role_id as id from figure where release_id = ${releaseId}
      union select role_id from pay_breakdown where release_id = ${releaseId}
      union select role_id from technology where release_id = ${releaseId}
      union select role_id from task where release_id = ${releaseId}
      union select role_id from related_role where release_id = ${releaseId}
      union select role_id from field_of_study where release_id = ${releaseId}
      union select role_id from role_alias where release_id = ${releaseId}) as matched`
  report.occupations = { matched: matched?.n ?? 0, known: known?.n ?? 0 }
}
