import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getMeasure } from '../figures/measures'
import { readNameTable } from '../roles/name-table'
import { articleFor, getRoleName } from '../roles/names'
import { normaliseName } from '../roles/normalise'
import { readTable } from '../sources/dataset/files'
import { LAYOUTS } from '../sources/dataset/layout'
import { readReleases } from '../sources/dataset/releases'
import { WideTable } from '../sources/dataset/tables'
import type { FigureRow } from '../sources/import/types'
import { slugify } from '../text/slug'
import type { FindValue, Value } from './judge'
import type { Known } from './known'

/** A role as the dataset names it; official figures of a title are its occupation's. */
export type DatasetRole = {
  slug: string
  code: string
  occupation: string
  singular: string
  plural: string
  article: string
}

/** Every role that a store filled from this dataset has. */
export async function readRoles(folder: string): Promise<DatasetRole[]> {
  const names = await readNameTable(folder)
  const occupations = (await readTable(folder, 'occupations.csv')).slice(1).map(([code = '', title = '']) => {
    const name = getRoleName(code, title, names)
    return { slug: slugify(name.singular), code, occupation: code, ...name }
  })
  const titles = (await readTable(folder, 'titles.csv'))
    .slice(1)
    .map(([slug = '', singular = '', plural = '', occupation = '']) => ({
      slug,
      code: slug,
      occupation,
      singular,
      plural,
      article: articleFor(singular),
    }))
  return [...occupations, ...titles]
}

/** Words of the project, from a list with one on each line; a line that begins with # is a remark. */
export function readWords(root: string): string[] {
  const file = join(root, 'content/words.txt')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** What write-ups of this project may name. */
export async function readKnown(root: string): Promise<Known> {
  const folder = join(root, 'data')
  const roles = await readRoles(folder)
  const [families, places] = await Promise.all([readTable(folder, 'families.csv'), readTable(folder, 'places.csv')])
  return {
    roles: new Set(roles.map(({ slug }) => slug)),
    families: new Set(families.slice(1).map(([, name = '']) => slugify(name))),
    places: new Set(['US', ...places.slice(1).map(([code = '']) => code)]),
    names: new Set(roles.flatMap(({ singular, plural }) => [normaliseName(singular), normaliseName(plural)])),
    words: new Set(readWords(root)),
  }
}

const GROUPS: Record<string, readonly string[]> = {
  oews: ['oews-national', 'oews-state', 'oews-metro', 'oews-nonmetro'],
  projections: ['ep-projections'],
  education: ['ep-education'],
  'cps-people': ['cps-people'],
  'cps-age': ['cps-age'],
  'onet-skills': ['onet-skills', 'onet-knowledge'],
  'onet-experience': ['onet-experience'],
  'onet-zones': ['onet-zones'],
}

const isText = (measure: string) => getMeasure(measure).unit === 'text'

const asValue = (row: FigureRow): Value => ({
  state: row.state,
  value: row.value ?? null,
  text: row.text ?? null,
  lower: row.lower ?? null,
})

/** A table whose rows are found by role and place, and read as figures only when they are asked for. */
async function openTable(folder: string, source: string, key: string) {
  const layout = LAYOUTS[source]
  if (!layout) return undefined
  const table = new WideTable(`${key}.csv`, await readTable(folder, `${key}.csv`), layout, isText)
  const placed = layout.row.indexOf('place') + 1
  const idOf = (role: string, place: string) => `${role}\t${place}`
  const rows = new Map<string, number[]>()
  for (let row = 0; row < table.length; row += 1) {
    const keys = table.keysOf(row)
    const id = idOf(keys[0] ?? '', placed === 0 ? 'US' : (keys[placed] ?? ''))
    const own = rows.get(id)
    if (own) own.push(row)
    else rows.set(id, [row])
  }
  return (role: string, place: string): FigureRow[] =>
    (rows.get(idOf(role, place)) ?? []).flatMap((row) => table.figuresOf(row))
}

/**
 * Finds figures as a store filled from this dataset would have them. A table is read when the first figure of it is
 * asked for: most write-ups need two of them.
 */
export async function openFigures(folder: string): Promise<FindValue> {
  const [releases, roles] = await Promise.all([readReleases(folder), readRoles(folder)])
  const occupations = new Map(roles.map(({ slug, occupation }) => [slug, occupation]))
  const current = new Map<string, string>()
  for (const { source, key } of releases.toSorted((a, b) => a.period.localeCompare(b.period))) current.set(source, key)
  const tables = new Map<string, ReturnType<typeof openTable>>()
  const open = (source: string) => {
    const key = current.get(source)
    const table = tables.get(source) ?? (key ? openTable(folder, source, key) : Promise.resolve(undefined))
    tables.set(source, table)
    return table
  }
  return async ({ role, measure, item, place }) => {
    const occupation = occupations.get(role)
    const nation = place === 'US'
    const sources = getMeasure(measure)
      .sources.flatMap((group) => GROUPS[group] ?? [])
      .filter((source) => nation !== /-(state|metro|nonmetro)$/.test(source))
    for (const source of sources) {
      const figures = (await open(source))?.(occupation ?? '', place) ?? []
      const found = figures.find((row) => row.measure === measure && (row.item ?? '') === item && !row.specialty)
      if (found) return asValue(found)
    }
    return undefined
  }
}
