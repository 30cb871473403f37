/** What a cell holds; a spreadsheet's date stays one, so that it is never taken for text or a number. */
export type CellValue = string | number | boolean | Date | null

/** Text of a cell, white space folded; '' where it is empty. */
export function textOf(value: CellValue | undefined): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Whether cells hold nothing at all. */
export const areEmpty = (cells: readonly (CellValue | undefined)[]): boolean =>
  cells.every((cell) => textOf(cell) === '')

const ERROR =
  /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|GETTING_DATA)$/

/** Whether a spreadsheet could not reckon the cell: `#REF!`, `#N/A`. */
export const isErrorValue = (value: CellValue | undefined): boolean => ERROR.test(textOf(value))

/** A cell's content as a message quotes it. */
export function describeCell(value: CellValue | undefined): string {
  if (value instanceof Date) return `the date ${textOf(value)}`
  if (isErrorValue(value)) return `the error ${textOf(value)}`
  if (textOf(value) === '') return 'nothing (an empty cell, or a formula saved without its value)'
  return JSON.stringify(value)
}

/** What a column's numbers can be: not below zero unless told so. */
export type NumberRule = {
  min?: number
  max?: number
  /** Most digits after the point that the publisher prints. */
  decimals?: number
}

export const SHARE: NumberRule = { max: 100, decimals: 1 }
export const WHOLE: NumberRule = { decimals: 0 }

/** A number as publishers print it: thousands separated by commas in their places, or not at all. */
const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/

const NOISE = 1e-6

function hasDecimals(value: CellValue | undefined, number: number, decimals: number): boolean {
  if (typeof value === 'string') return (/\.(\d+)$/.exec(textOf(value))?.[1]?.length ?? 0) > decimals
  const scaled = number * 10 ** decimals
  return Math.abs(scaled - Math.round(scaled)) > NOISE
}

/** The number that a cell holds, or undefined where it holds none that the rule allows. */
export function parseNumber(value: CellValue | undefined, { min = 0, max, decimals }: NumberRule): number | undefined {
  const text = textOf(value)
  if (typeof value !== 'number' && (typeof value !== 'string' || !NUMBER.test(text))) return undefined
  const number = typeof value === 'number' ? value : Number(text.replaceAll(',', ''))
  if (!Number.isFinite(number) || number < min || (max !== undefined && number > max)) return undefined
  return decimals !== undefined && hasDecimals(value, number, decimals) ? undefined : number
}

/** What a cell should have held, in words: "a number" where it holds none, else the rule that its number breaks. */
export const describeExpected = (value: CellValue | undefined, rule: NumberRule): string =>
  parseNumber(value, { min: Number.NEGATIVE_INFINITY }) === undefined ? 'a number' : describeRule(rule)

function describeRule({ min = 0, max, decimals }: NumberRule): string {
  const noun = decimals === 0 ? 'a whole number' : 'a number'
  const digits = decimals ? ` with at most ${decimals} ${decimals === 1 ? 'digit' : 'digits'} after the point` : ''
  if (max !== undefined && Number.isFinite(min)) return `${noun} from ${min} to ${max}${digits}`
  return Number.isFinite(min) ? `${noun} of at least ${min}${digits}` : `${noun}${digits}`
}

/** Codes have a form, which spreadsheets are apt to break. */
export const CODE_FORMS = {
  soc: [/^\d\d-\d{4}$/, 'a SOC code such as 15-1232'],
  onet: [/^\d\d-\d{4}\.\d\d$/, 'an O*NET-SOC code such as 15-1232.00'],
  cip: [/^\d\d\.\d{4}$/, 'a CIP code such as 11.0701'],
  naics: [/^(\d\d(-\d\d)?|[0-9A-Z]{3,6})$/, 'a NAICS code such as 31-33'],
  state: [/^[A-Z]{2}$/, 'a state such as TX'],
  census: [/^\d{1,4}$/, 'a census occupation code such as 1021'],
  element: [/^\d(\.[0-9A-Za-z]{1,2})+$/, 'an element of O*NET such as 2.A.1.a'],
  month: [/^(0[1-9]|1[0-2])\/\d{4}$/, 'a month such as 08/2023'],
} as const satisfies Record<string, readonly [RegExp, string]>

export type CodeForm = keyof typeof CODE_FORMS

/** Forms whose codes are whole numbers too, where a spreadsheet holds them as such. */
const NUMERIC: readonly CodeForm[] = ['naics', 'census']

/** The code that a cell holds, or undefined where it is not of the form. */
export function parseCode(value: CellValue | undefined, form: CodeForm): string | undefined {
  if (typeof value !== 'string' && !(typeof value === 'number' && NUMERIC.includes(form))) return undefined
  const text = textOf(value)
  return CODE_FORMS[form][0].test(text) ? text : undefined
}
