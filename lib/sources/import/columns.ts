import type { Row } from './book'
import {
  CODE_FORMS,
  type CodeForm,
  describeExpected,
  isErrorValue,
  type NumberRule,
  parseCode,
  parseNumber,
  textOf,
} from './cells'
import { CellError } from './errors'
import { findColumns } from './headings'

/** Longer than any name or sentence of the official files; more than that an index cannot hold. */
const LONGEST = 600

/** Reads cells by their column's heading and refuses what does not belong there, with file, sheet, row and column. */
export type Columns = {
  /** Text, white space folded. Refuses an empty cell, a date and an error value. */
  text(row: Row, column: string): string
  /** Text, or undefined where the cell is empty. */
  optionalText(row: Row, column: string): string | undefined
  /** A code in the form that its list has. */
  code(row: Row, column: string, form: CodeForm): string
  number(row: Row, column: string, rule?: NumberRule): number
  optionalNumber(row: Row, column: string, rule?: NumberRule): number | undefined
  /** A number, or one of the publisher's markers as it stands. Refuses an empty cell: publishers mark their gaps. */
  numberOr<M extends string>(row: Row, column: string, markers: readonly M[], rule?: NumberRule): number | M
  /** The same in a column that a table may leave empty from top to bottom, but not in single rows. */
  optionalNumberOr<M extends string>(
    row: Row,
    column: string,
    markers: readonly M[],
    rule?: NumberRule,
  ): number | M | undefined
  oneOf<M extends string>(row: Row, column: string, values: readonly M[]): M
  isEmpty(row: Row, column: string): boolean
  fail(row: Row, column: string, expected: string): never
}

/**
 * Columns by their headings, in any case and order.
 * @throws ImportError naming the headings that are wrong, not there or there twice
 */
export function readColumns(header: Row, wanted: readonly string[]): Columns {
  const index = findColumns(header, wanted)
  const cell = (row: Row, column: string) => row.cells[index.get(column) ?? -1]
  const fail = (row: Row, column: string, expected: string): never => {
    throw new CellError({ file: row.file, sheet: row.sheet, row: row.row, column }, cell(row, column), expected)
  }
  const isEmpty = (row: Row, column: string) => textOf(cell(row, column)) === ''
  const isFilled = new Map<string, boolean>()
  const optionalText = (row: Row, column: string) => {
    const value = cell(row, column)
    if (value instanceof Date || isErrorValue(value)) fail(row, column, 'text')
    const text = textOf(value)
    if (text.length > LONGEST) fail(row, column, `text of at most ${LONGEST} letters`)
    return text || undefined
  }
  const number = (row: Row, column: string, rule: NumberRule = {}) =>
    parseNumber(cell(row, column), rule) ?? fail(row, column, describeExpected(cell(row, column), rule))
  const numberOr: Columns['numberOr'] = (row, column, markers, rule = {}) => {
    const value = cell(row, column)
    const marker = markers.find((m) => m === textOf(value))
    return (
      marker ??
      parseNumber(value, rule) ??
      fail(row, column, `${describeExpected(value, rule)}${markers.length ? ` or one of ${markers.join(' ')}` : ''}`)
    )
  }
  return {
    fail,
    isEmpty,
    optionalText,
    number,
    numberOr,
    text: (row, column) => optionalText(row, column) ?? fail(row, column, 'text'),
    code: (row, column, form) => parseCode(cell(row, column), form) ?? fail(row, column, CODE_FORMS[form][1]),
    optionalNumber: (row, column, rule) => (isEmpty(row, column) ? undefined : number(row, column, rule)),
    optionalNumberOr(row, column, markers, rule) {
      const filled = isFilled.get(column) ?? !isEmpty(row, column)
      isFilled.set(column, filled)
      if (filled) return numberOr(row, column, markers, rule)
      return isEmpty(row, column) ? undefined : fail(row, column, 'nothing, as in the rows above')
    },
    oneOf(row, column, values) {
      const value = optionalText(row, column)
      return values.find((v) => v === value) ?? fail(row, column, `one of ${values.join(', ')}`)
    },
  }
}
