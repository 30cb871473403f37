/** A file that cannot be imported; the message is for the operator. */
export class ImportError extends Error {
  override name = 'ImportError'
}

/** A cell that is not what its column holds. */
export class CellError extends ImportError {
  constructor(at: { file: string; sheet: string; row: number; column: string }, found: unknown, expected: string) {
    super(
      `${at.file}, sheet "${at.sheet}", row ${at.row}, column "${at.column}": found ${JSON.stringify(found ?? '')}, expected ${expected}`,
    )
  }
}
