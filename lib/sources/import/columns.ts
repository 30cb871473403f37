import type { Row } from './book'
import { CellError, ImportError } from './errors'

const clean = (value: unknown) =>
  String(value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Reads cells by their column's heading and refuses what does not belong there. */
export type Columns = {
  text(row: Row, column: string): string
  /** Text, or undefined where the cell is empty. */
  optionalText(row: Row, column: string): string | undefined
  number(row: Row, column: string): number
  optionalNumber(row: Row, column: string): number | undefined
  /** A number, or one of the publisher's markers as it stands. */
  numberOr<M extends string>(row: Row, column: string, markers: readonly M[]): number | M | undefined
  oneOf<M extends string>(row: Row, column: string, values: readonly M[]): M
  fail(row: Row, column: string, expected: string): never
}

/**
 * Columns by their headings, as they stand in `header` (white space folded).
 * @throws ImportError naming the headings that are not there.
 */
export function readColumns(header: Row, wanted: readonly string[]): Columns {
  const index = new Map(header.cells.map((cell, i) => [clean(cell), i] as const))
  const missing = wanted.filter((column) => !index.has(column))
  if (missing.length > 0) {
    throw new ImportError(
      `${header.file}, sheet "${header.sheet}", row ${header.row}: no column ${missing.map((m) => `"${m}"`).join(', ')}`,
    )
  }
  const cell = (row: Row, column: string) => row.cells[index.get(column) ?? -1]
  const fail = (row: Row, column: string, expected: string): never => {
    throw new CellError({ file: row.file, sheet: row.sheet, row: row.row, column }, cell(row, column), expected)
  }
  const optionalText = (row: Row, column: string) => clean(cell(row, column)) || undefined
  const optionalNumber = (row: Row, column: string) => {
    const value = optionalText(row, column)
    if (value === undefined) return undefined
    const number = Number(value.replaceAll(',', ''))
    return Number.isFinite(number) ? number : fail(row, column, 'a number')
  }
  return {
    optionalText,
    optionalNumber,
    fail,
    text: (row, column) => optionalText(row, column) ?? fail(row, column, 'text'),
    number: (row, column) => optionalNumber(row, column) ?? fail(row, column, 'a number'),
    numberOr(row, column, markers) {
      const value = optionalText(row, column)
      const marker = markers.find((m) => m === value)
      if (marker !== undefined) return marker
      const number = value === undefined ? undefined : Number(value.replaceAll(',', ''))
      return number === undefined || Number.isFinite(number)
        ? number
        : fail(row, column, `a number${markers.length ? ` or one of ${markers.join(' ')}` : ''}`)
    },
    oneOf(row, column, values) {
      const value = optionalText(row, column)
      return values.find((v) => v === value) ?? fail(row, column, `one of ${values.join(', ')}`)
    },
  }
}
