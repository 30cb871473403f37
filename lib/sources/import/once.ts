import type { Row } from './book'
import type { Columns } from './columns'

/** Refuses what stands twice in a file, naming the row where it stood first. */
export class Once {
  private readonly rows = new Map<string, number>()

  /** @throws CellError at `column` where `key` was there before */
  add(columns: Columns, row: Row, column: string, key: string, what = 'one row for each'): void {
    const first = this.rows.get(key)
    if (first !== undefined) columns.fail(row, column, `${what}: the same stands in row ${first}`)
    this.rows.set(key, row.row)
  }
}
