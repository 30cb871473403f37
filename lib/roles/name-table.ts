import { join } from 'node:path'
import { openBook } from '../sources/import/book'
import { Once } from '../sources/import/once'
import { tableRows } from '../sources/import/table-rows'
import { slugify } from '../text/slug'
import { articleFor, type RoleName } from './names'
import { isRoleSlug } from './role-slug'

/**
 * The reviewed everyday names, by SOC code, from the dataset's folder.
 * @throws ImportError naming the row of a code or an address that stands twice, or of a name that can be no address
 */
export async function readNameTable(folder: string): Promise<ReadonlyMap<string, RoleName>> {
  const names = new Map<string, RoleName>()
  const [codes, slugs] = [new Once(), new Once()]
  const book = await openBook(join(folder, 'role-names.csv'))
  for await (const { columns, row } of tableRows(book, ['code', 'title', 'singular', 'plural'])) {
    const code = columns.code(row, 'code', 'soc')
    const [singular, plural] = [columns.text(row, 'singular'), columns.text(row, 'plural')]
    const slug = slugify(singular)
    if (!isRoleSlug(slug)) columns.fail(row, 'singular', `a name that can be an address, not "${slug}"`)
    codes.add(columns, row, 'code', code)
    slugs.add(columns, row, 'singular', slug, `a name with an address of its own, not "${slug}" again`)
    names.set(code, { singular, plural, article: articleFor(singular) })
  }
  return names
}
