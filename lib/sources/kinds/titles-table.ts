import { join } from 'node:path'
import { isRoleSlug } from '@/lib/roles/role-slug'
import { openBook, type Row } from '../import/book'
import type { Columns } from '../import/columns'
import { Once } from '../import/once'
import { tableRows } from '../import/table-rows'
import type { Context, Sink } from '../import/types'

const HEADINGS = ['code', 'singular', 'plural', 'occupation', 'grade', 'note', 'alternatives', 'aliases']

/** Parts of a cell that a bar divides. */
const parts = (columns: Columns, row: Row, column: string): string[] =>
  (columns.optionalText(row, column)?.split('|') ?? []).map((part) => part.trim()).filter(Boolean)

/**
 * Reads the titles that are matched to occupations, from `titles.csv` in this folder.
 * @returns their codes
 * @throws ImportError naming the row of a title whose match, grade or address cannot be
 */
export async function readTitles(folder: string, context: Context, sink: Sink): Promise<Set<string>> {
  const [occupations, addresses] = await Promise.all([context.occupations(), context.addresses()])
  const once = new Once()
  const codes = new Set<string>()
  const book = await openBook(join(folder, 'titles.csv'))
  for await (const { columns, row } of tableRows(book, HEADINGS)) {
    const code = columns.text(row, 'code')
    if (!isRoleSlug(code)) columns.fail(row, 'code', 'a code that can be an address, such as "lead-technician"')
    once.add(columns, row, 'code', code)
    const taken = addresses.get(code)
    if (taken !== undefined && taken !== code) columns.fail(row, 'code', `another code: ${taken} has this address`)
    const occupation = columns.code(row, 'occupation', 'soc')
    if (!occupations.has(occupation)) columns.fail(row, 'occupation', 'an occupation of the national OEWS file')
    const alternatives = parts(columns, row, 'alternatives')
    if (alternatives.some((other) => !occupations.has(other)))
      columns.fail(row, 'alternatives', 'occupations of the national OEWS file, divided by |')
    codes.add(code)
    await sink.write('title', {
      code,
      singular: columns.text(row, 'singular'),
      plural: columns.text(row, 'plural'),
      occupation,
      grade: columns.oneOf(row, 'grade', ['exact', 'close', 'chosen']),
      note: columns.text(row, 'note'),
      alternatives,
    })
    for (const name of parts(columns, row, 'aliases'))
      await sink.write('alias', { role: code, name, kind: 'alternate' })
  }
  return codes
}
