import 'server-only'
import { aliasedTable, eq, sql } from 'drizzle-orm'
import { figure, item, release, role } from '@/drizzle/schema'
import { prepareRead } from '../db'
import type { Figure } from './figure'
import { figureId } from './id'

const specialty = aliasedTable(item, 'specialty_item')
/** One order, whatever way the store takes to the rows. */
const KEYS = [
  figure.roleId,
  ...[figure.measure, figure.item, figure.specialty, figure.placeCode].map((column) => sql`${column} collate "C"`),
]
const LEFT_OUT = ['skill.level', 'knowledge.level']

const selectFigures = (db: Parameters<Parameters<typeof prepareRead>[0]>[0]) =>
  db
    .select({
      roleId: figure.roleId,
      role: role.code,
      measure: figure.measure,
      item: figure.item,
      specialty: figure.specialty,
      place: figure.placeCode,
      industry: figure.industryCode,
      state: figure.state,
      value: figure.value,
      text: figure.text,
      rse: figure.rse,
      se: figure.se,
      lower: figure.lower,
      upper: figure.upper,
      n: figure.n,
      note: figure.note,
      surveyGroup: figure.surveyGroup,
      groupSize: figure.groupSize,
      release: release.key,
      itemName: item.name,
      specialtyName: specialty.name,
    })
    .from(figure)
    .innerJoin(release, sql`${release.id} = ${figure.releaseId} and ${release.status} = 'current'`)
    .innerJoin(role, eq(role.id, figure.roleId))
    .leftJoin(item, eq(item.code, figure.item))
    .leftJoin(specialty, eq(specialty.code, figure.specialty))

const readNational = prepareRead((db) =>
  selectFigures(db)
    .where(
      sql`${figure.roleId} = any(${sql.placeholder('ids')}::int[]) and ${figure.placeCode} = 'US' and ${figure.industryCode} = ''
        and ${figure.measure} <> all(${`{${LEFT_OUT.join(',')}}`}::text[])`,
    )
    .orderBy(...KEYS)
    .prepare('national_figures'),
)

const readPlaced = prepareRead((db) =>
  selectFigures(db)
    .where(
      sql`${figure.roleId} = any(${sql.placeholder('ids')}::int[]) and ${figure.placeCode} = any(${sql.placeholder('places')}::text[])
        and ${figure.industryCode} = '' and ${figure.measure} = any(${sql.placeholder('measures')}::text[])`,
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
