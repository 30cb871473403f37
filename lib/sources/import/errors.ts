import { type CellValue, describeCell } from './cells'

/** A file that cannot be imported; the message is for the operator. */
export class ImportError extends Error {
  override name = 'ImportError'
}

type Place = { file: string; sheet: string; row: number }

/** Where a row stands, for a message: a CSV file is its own and only sheet. */
export const placeOf = ({ file, sheet, row }: Place): string =>
  sheet === file ? `${file}, row ${row}` : `${file}, sheet "${sheet}", row ${row}`

/** A cell that is not what its column holds. */
export class CellError extends ImportError {
  constructor(at: Place & { column: string }, found: CellValue | undefined, expected: string) {
    super(`${placeOf(at)}, column "${at.column}": found ${describeCell(found)}, expected ${expected}`)
  }
}
