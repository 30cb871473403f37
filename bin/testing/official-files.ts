import { join } from 'node:path'
import type { Sql } from 'postgres'
import { readNameTable } from '@/lib/roles/name-table'
import { openBook } from '@/lib/sources/import/book'
import { importBook, type Report } from '@/lib/sources/import/pipeline'
import { root } from '../steps.mjs'

/** The official files that `data/` is made from, in an order that each finds what it needs. */
export const OFFICIAL_FILES = [
  'oews/national_M2025_dl.xlsx',
  'oews/national_M2023_dl.xlsx',
  'oews/natsector_M2025_relaid.csv',
  'oews/state_M2025_relaid.csv',
  'ep/nem-onet-to-soc-crosswalk.xlsx',
  'ep/nem-occcode-acs-crosswalk.xlsx',
  'ep/occupation.xlsx',
  'ep/education.xlsx',
  'cps/cpsaat11_2025_relaid.xlsx',
  'cps/cpsaat11b.xlsx',
  'onet/Skills.xlsx',
  'onet/Knowledge.xlsx',
  'onet/Education, Training, and Experience.xlsx',
  'onet/Technology Skills.xlsx',
  'onet/Job Zones.xlsx',
  'onet/Related Occupations.xlsx',
  'onet/Alternate Titles.xlsx',
  'onet/Sample of Reported Titles.xlsx',
  'onet/Task Statements.xlsx',
  'nces/CIP2020_SOC2018_Crosswalk.xlsx',
]

/**
 * Imports every official file, then the figures kept by hand.
 * @param folder where the publishers' files lie, as in `OFFICIAL_FILES`
 */
export async function importOfficialFiles(sql: Sql, folder: string, tell?: (report: Report) => void): Promise<void> {
  const names = await readNameTable(join(root, 'data'))
  for (const file of [...OFFICIAL_FILES.map((name) => join(folder, name)), join(root, 'data/elsewhere.csv')]) {
    const report = await importBook(sql, await openBook(file), { names })
    tell?.(report)
  }
}
