import 'server-only'
import { aliasedTable, eq, sql } from 'drizzle-orm'
import { item, ledger, release, role } from '@/drizzle/schema'
import { prepareRead } from '../db'
import type { Figure } from './figure'
import { figureId } from './id'

const specialty = aliasedTable(item, 'specialty_item')
/** One order, whatever way the store takes to the rows. */
const KEYS = [
  ledger.roleId,
  ...[ledger.measure, ledger.item, ledger.specialty, ledger.placeCode].map((column) => sql`${column} collate "C"`),
]
const LEFT_OUT = ['skill.level', 'knowledge.level']

const selectFigures = (db: Parameters<Parameters<typeof prepareRead>[0]>[0]) =>
  db
    .select({
      roleId: ledger.roleId,
      role: role.code,
      measure: ledger.measure,
      item: ledger.item,
      specialty: ledger.specialty,
      place: ledger.placeCode,
      industry: ledger.industryCode,
      state: ledger.state,
      value: ledger.value,
      text: ledger.text,
      rse: ledger.rse,
      se: ledger.se,
      lower: ledger.lower,
      upper: ledger.upper,
      n: ledger.n,
      note: ledger.note,
      surveyGroup: ledger.surveyGroup,
      groupSize: ledger.groupSize,
      derivedFrom: ledger.derivedFrom,
      reference: ledger.reference,
      release: release.key,
      itemName: item.name,
      specialtyName: specialty.name,
    })
    .from(ledger)
    .innerJoin(release, sql`${release.id} = ${ledger.releaseId} and ${release.status} = 'current'`)
    .innerJoin(role, eq(role.id, ledger.roleId))
    .leftJoin(item, eq(item.code, ledger.item))
    .leftJoin(specialty, eq(specialty.code, ledger.specialty))

const readNational = prepareRead((db) =>
  selectFigures(db)
    .where(
      sql`${ledger.roleId} = any(${sql.placeholder('ids')}::int[]) and ${ledger.placeCode} = 'US' and ${ledger.industryCode} = ''
        and ${ledger.measure} <> all(${`{${LEFT_OUT.join(',')}}`}::text[])`,
    )
    .orderBy(...KEYS)
    .prepare('national_figures'),
)

const readPlaced = prepareRead((db) =>
  selectFigures(db)
    .where(
      sql`${ledger.roleId} = any(${sql.placeholder('ids')}::int[]) and ${ledger.placeCode} = any(${sql.placeholder('places')}::text[])
        and ${ledger.industryCode} = '' and ${ledger.measure} = any(${sql.placeholder('measures')}::text[])`,
    )
    .orderBy(...KEYS)
    .prepare('placed_figures'),
)

/**
 * Every current national figure of these roles, levels of skills left out.
 * @param ids role ids
 */
export async function listNationalFigures(ids: readonly number[]): Promise<(Figure & { roleId: number })[]> {
  const rows = await readNational({ ids: `{${ids.join(',')}}` })
  return rows.map((row) => ({ ...row, id: figureId(row) }))
}

/**
 * Current figures of these roles in states and metros, of all industries together.
 * @param ids role ids
 * @param places codes of places
 * @param measures keys of measures
 */
export async function listPlacedFigures(
  ids: readonly number[],
  places: readonly string[],
  measures: readonly string[],
): Promise<(Figure & { roleId: number })[]> {
  const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`
  const rows = await readPlaced({ ids: list(ids), places: list(places), measures: list(measures) })
  return rows.map((row) => ({ ...row, id: figureId(row) }))
}
