import type { Book, Row } from './book'
import { type Columns, readColumns } from './columns'
import { ImportError } from './errors'

/**
 * The rows below a table's headings, with the columns that read them.
 * @throws ImportError where the headings are wrong or nothing is there
 */
export async function* tableRows(
  book: Book,
  headings: readonly string[],
): AsyncGenerator<{ columns: Columns; row: Row }> {
  let columns: Columns | undefined
  for await (const row of book.rows()) {
    if (columns) yield { columns, row }
    else columns = readColumns(row, headings)
  }
  if (!columns) throw new ImportError(`${book.file} is empty.`)
}
