import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { articleFor, type RoleName } from './names'

/** The reviewed everyday names, by SOC code, from the dataset's folder. */
export async function readNameTable(folder: string): Promise<ReadonlyMap<string, RoleName>> {
  const rows = parseCsv(await readFile(join(folder, 'role-names.csv'), 'utf8')) as string[][]
  return new Map(
    rows
      .slice(1)
      .flatMap(([code = '', , singular = '', plural = '']) =>
        code ? [[code, { singular, plural, article: articleFor(singular) }] as const] : [],
      ),
  )
}
