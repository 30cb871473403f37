import { join } from 'node:path'
import { openBook } from '../import/book'
import { Once } from '../import/once'
import { tableRows } from '../import/table-rows'
import type { StagedRows } from '../import/types'

const PLACES = ['nation', 'state', 'territory', 'metro', 'nonmetro'] as const
const ITEMS = ['skill', 'knowledge', 'specialty'] as const

/** The lists that all releases of the dataset share. */
export type Shared = {
  families: StagedRows['family'][]
  occupations: StagedRows['occupation'][]
  places: StagedRows['place'][]
  industries: StagedRows['industry'][]
  items: StagedRows['item'][]
}

type Cells = Awaited<ReturnType<ReturnType<typeof tableRows>['next']>>['value']

/** Reads a list whose first column is its key. @throws ImportError naming file, row and column of what cannot be */
async function readList<T>(
  folder: string,
  file: string,
  headings: readonly string[],
  toRow: (cells: NonNullable<Cells>) => T,
): Promise<T[]> {
  const [key = ''] = headings
  const [rows, once] = [[] as T[], new Once()]
  for await (const cells of tableRows(await openBook(join(folder, file)), headings)) {
    once.add(cells.columns, cells.row, key, cells.columns.text(cells.row, key))
    rows.push(toRow(cells))
  }
  return rows
}

/**
 * Reads the lists of occupations, their groups, places, industries and items.
 * @throws ImportError naming file, row and column of what cannot be
 */
export async function readShared(folder: string): Promise<Shared> {
  const families = await readList(folder, 'families.csv', ['code', 'name'], ({ columns, row }) => ({
    code: columns.text(row, 'code'),
    name: `${columns.text(row, 'name')} Occupations`,
  }))
  const groups = new Set(families.map(({ code }) => code))
  const occupations = await readList(folder, 'occupations.csv', ['code', 'title', 'family'], ({ columns, row }) => {
    const family = columns.text(row, 'family')
    if (!groups.has(family)) columns.fail(row, 'family', 'a code of families.csv')
    return { code: columns.code(row, 'code', 'soc'), name: columns.text(row, 'title'), family }
  })
  const places = await readList(folder, 'places.csv', ['code', 'kind', 'name', 'parent'], ({ columns, row }) => {
    const parent = columns.optionalText(row, 'parent')
    return {
      code: columns.text(row, 'code'),
      kind: columns.oneOf(row, 'kind', PLACES),
      name: columns.text(row, 'name'),
      ...(parent ? { parent } : {}),
    }
  })
  const industries = await readList(folder, 'industries.csv', ['code', 'name'], ({ columns, row }) => ({
    code: columns.code(row, 'code', 'naics'),
    name: columns.text(row, 'name'),
  }))
  const items = await readList(folder, 'items.csv', ['code', 'kind', 'name'], ({ columns, row }) => ({
    code: columns.text(row, 'code'),
    kind: columns.oneOf(row, 'kind', ITEMS),
    name: columns.text(row, 'name'),
  }))
  return { families, occupations, places, industries, items }
}
