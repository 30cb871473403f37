import type { Figure, FigureSet } from '../figures/figure'
import { sameGroup } from '../figures/group'
import { formatDistance } from '../format'
import { type Citations, type Cited, type CitedRelease, figureText, type Part } from './cite'
import { type Gap, gapOf, gapText } from './gap'
import { capitalise, type Side } from './side'
import { countedTogether, groupPhrase } from './whose'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]

/** What a figure's cell shows. */
export type Shown = {
  parts: Part[]
  /** Said beside it, smaller: how many were asked, within what bounds. */
  note?: string
  /** The group that it is for, where that is wider than the occupation. */
  group?: string
}

/** What a cell shows, or why it shows nothing. */
export type Cell = Shown | Gap

/** How far two figures lie apart, and whose is the larger; without a leader they are the same. */
export type Difference = { amount: Cited; leader?: { key: 'a' | 'b'; name: string } }

/** One line of a comparison's table. */
export type Row = {
  label: string
  /** Said beside the label, smaller: years, group, what is not given. */
  note?: string
  cells: [Cell, Cell]
  difference?: Difference
  /** Both are counted in one group of the survey: the first cell stands for both. */
  together?: true
  /** An official line that stands under a title's own. */
  official?: boolean
}

/** What a cell shows of one side's figures; undefined where there is nothing to show. */
export type Show = (figures: Side['official'], cite: Cite) => Shown | undefined

const isShown = (cell: Cell): cell is Shown => 'parts' in cell

/** The plain words of a cell. */
export function cellText(cell: Cell): string {
  if (!isShown(cell)) return gapText(cell)
  return cell.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

type Options = { item?: string; note?: string; own?: boolean; difference?: boolean; release?: string }

const hasSomething = (figure: Figure) => figure.value !== null || figure.text !== null || figure.state === 'top-coded'

function shownIn(set: FigureSet | undefined, measure: string, { item = '', release }: Options): Figure | undefined {
  const figure = release
    ? set?.list(measure).find((one) => one.release === release && one.item === item && one.specialty === '')
    : set?.find(measure, item)
  return figure && hasSomething(figure) ? figure : undefined
}

/**
 * A row of what each side shows; null when neither shows anything, so that an empty row is never shown.
 * @param figures what each side's words were made from
 */
export function rowOf(
  label: string,
  cells: readonly [Cell, Cell],
  figures: readonly (Figure | undefined)[],
  { note, difference }: { note?: string | undefined; difference?: Difference | undefined } = {},
): Row | null {
  if (!cells.some(isShown)) return null
  const together = cells.every(isShown) && countedTogether(figures[0], figures[1])
  const named = cells.map((cell, i): Cell => {
    const group = figures[i] && groupPhrase(figures[i])
    return isShown(cell) && group ? { ...cell, group } : cell
  }) as [Cell, Cell]
  return {
    label,
    cells: named,
    ...(note ? { note } : {}),
    ...(together ? { together } : difference ? { difference } : {}),
  }
}

/**
 * The row of one measure; null when neither side has a value. A difference is taken only between two numbers of one
 * release that count different people.
 */
export function measureRow(
  label: string,
  measure: string,
  sides: Sides,
  cite: Cite,
  options: Options = {},
): Row | null {
  const { item, note, own } = options
  const sets = sides.map((side) => (own ? side.own : side.official))
  const figures = sets.map((set) => shownIn(set, measure, options))
  const [a, b] = figures
  const both = a && b && countedTogether(a, b) ? [cite.cite(figureText(a), a, b)] : undefined
  const cells = figures.map(
    (figure, i): Cell => (figure ? { parts: both ?? [cite.value(figure)] } : gapOf(sets[i], measure, item)),
  ) as [Cell, Cell]
  const difference = options.difference === false || !a || !b ? undefined : differenceOf(sides, a, b, cite, own)
  return rowOf(label, cells, figures, { note, difference })
}

function differenceOf(sides: Sides, a: Figure, b: Figure, cite: Cite, own = false): Difference | undefined {
  if (a.value === null || b.value === null || a.release !== b.release || sameGroup(a, b)) return undefined
  const apart = b.value - a.value
  return distanceOf(sides, apart, formatDistance(a.measure, apart), [a, b], cite, own)
}

/**
 * A difference with the one who has the larger value by name.
 * @param apart the second value less the first
 * @param words how far they lie apart, without a sign; undefined where they are the same
 * @param figures what the values were made from
 * @param own whether they are the roles' own, not those of their occupations
 */
export function distanceOf(
  sides: Sides,
  apart: number,
  words: string | undefined,
  figures: readonly Figure[],
  cite: Cite,
  own = false,
): Difference {
  if (words === undefined) return { amount: cite.cite('same', ...figures) }
  const { key, role, occupation } = apart > 0 ? sides[1] : sides[0]
  return {
    amount: cite.cite(`+${words}`, ...figures),
    leader: { key, name: capitalise((own ? role : occupation).singular) },
  }
}

/**
 * A row whose cells are made by hand; null when neither side shows anything.
 * @param measure the one that says why a side has nothing
 */
export function shownRow(
  label: string,
  measure: string,
  sides: Sides,
  cite: Cite,
  show: Show,
  options: { note?: string; own?: boolean } = {},
): Row | null {
  const sets = sides.map((side) => (options.own ? side.own : side.official))
  const cells = sets.map((set): Cell => (set && show(set, cite)) ?? gapOf(set, measure)) as [Cell, Cell]
  return rowOf(
    label,
    cells,
    sets.map((set) => set?.list(measure)[0]),
    { note: options.note },
  )
}

/** Rows that are there. */
export const present = (rows: readonly (Row | null)[]): Row[] => rows.filter((row) => row !== null)
