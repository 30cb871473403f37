import type { Row } from './book'
import { textOf } from './cells'
import { ImportError, placeOf } from './errors'

/** A heading as it is compared: in any case, white space folded, one kind of dash and apostrophe. */
export const foldHeading = (cell: Row['cells'][number] | undefined): string =>
  textOf(cell).toLowerCase().replaceAll(/[–—]/g, '-').replaceAll('’', "'")

/** How many letters differ: Levenshtein's distance. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const now = [i + 1]
    for (let j = 0; j < b.length; j += 1) {
      now.push(Math.min((now[j] ?? 0) + 1, (before[j + 1] ?? 0) + 1, (before[j] ?? 0) + (letter === b[j] ? 0 : 1)))
    }
    before = now
  }
  return before.at(-1) ?? 0
}

/** No heading is longer; what is, is a note. */
const LONGEST = 120

/** Two headings are near when fewer than half of the letters differ. */
function nearest(wanted: string, others: readonly string[]): string | undefined {
  const [best] = others
    .map((heading) => ({ heading, letters: distance(foldHeading(wanted), foldHeading(heading)) }))
    .filter(({ heading, letters }) => letters < Math.max(heading.length, wanted.length) / 2)
    .toSorted((a, b) => a.letters - b.letters)
  return best?.heading
}

type Wrong = { column: string; near: string | undefined }

/** The wanted headings that a row does not have, each with the heading that may be meant for it. */
function listWrong(header: Row, wanted: readonly string[]): Wrong[] {
  const folded = new Set(header.cells.map(foldHeading))
  const needed = new Set(wanted.map(foldHeading))
  const others = header.cells
    .map(textOf)
    .filter((heading) => heading && heading.length <= LONGEST && !needed.has(foldHeading(heading)))
  return wanted
    .filter((column) => !folded.has(foldHeading(column)))
    .map((column) => ({ column, near: nearest(column, others) }))
}

/** What is wrong with a row of headings, in words; '' where all that are wanted are there. */
export const wrongHeadings = (header: Row, wanted: readonly string[]): string =>
  listWrong(header, wanted)
    .map(({ column, near }) => (near ? `found "${near}", expected "${column}"` : `no column "${column}"`))
    .join('; ')

/** A heading that may be meant is nearly as good as the right one. */
const NEARLY = 0.9
const SOME = 0.3

/** How much of the wanted headings a row has, from 0 to 1. */
export function shareOfHeadings(header: Row, wanted: readonly string[]): number {
  const folded = new Set(header.cells.map(foldHeading))
  const right = wanted.filter((column) => folded.has(foldHeading(column))).length / wanted.length
  // To look for what may be meant is dear, and among strangers misleading.
  if (right < SOME) return right
  const wrong = listWrong(header, wanted)
  const near = wrong.filter((one) => one.near).length
  return (wanted.length - wrong.length + NEARLY * near) / wanted.length
}

/**
 * Where each wanted column stands.
 * @throws ImportError naming the headings that are wrong, not there or there twice
 */
export function findColumns(header: Row, wanted: readonly string[]): ReadonlyMap<string, number> {
  const wrong = wrongHeadings(header, wanted)
  if (wrong) throw new ImportError(`${placeOf(header)}: ${wrong}`)
  const headings = header.cells.map(foldHeading)
  const twice = wanted.find(
    (column) => headings.indexOf(foldHeading(column)) !== headings.lastIndexOf(foldHeading(column)),
  )
  if (twice) throw new ImportError(`${placeOf(header)}: column "${twice}" stands twice`)
  return new Map(wanted.map((column) => [column, headings.indexOf(foldHeading(column))]))
}

/** Whether a row holds all these headings, in any case and order. */
export const hasHeadings = (row: Row, wanted: readonly string[]): boolean => {
  const found = new Set(row.cells.map(foldHeading))
  return wanted.every((heading) => found.has(foldHeading(heading)))
}
