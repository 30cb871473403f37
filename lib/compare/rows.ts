import type { Figure } from '../figures/figure'
import { type FigureState, STATE_WORDS } from '../figures/states'
import { formatDifference } from '../format'
import type { Citations, CitedRelease, Part } from './cite'
import type { Side } from './side'

type Cite = Citations<CitedRelease>

export type Cell = { parts: Part[] } | { state: FigureState }

/** One line of a comparison's table. */
export type Row = {
  label: string
  /** Said beside the label, smaller: years, group, what is not given. */
  note?: string
  cells: [Cell, Cell]
  difference?: Part
  /** An official line that stands under a title's own. */
  official?: boolean
}

/** What a cell shows of one side's figures; undefined where there is nothing to show. */
export type Show = (figures: Side['official'], cite: Cite) => Part[] | undefined

const isShown = (cell: Cell): cell is { parts: Part[] } => 'parts' in cell

/** The plain words of a cell. */
export function cellText(cell: Cell): string {
  if (!isShown(cell)) return STATE_WORDS[cell.state]
  return cell.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

/**
 * The row of one measure; null when neither side has a value, so that an empty row is never shown.
 * A difference is taken only between two numbers of one release.
 */
export function measureRow(
  label: string,
  measure: string,
  sides: readonly [Side, Side],
  cite: Cite,
  options: { item?: string; note?: string; own?: boolean; difference?: boolean } = {},
): Row | null {
  const sets = sides.map((side) => (options.own ? side.own : side.official))
  const figures = sets.map((set) => set?.get(measure, options.item))
  const cells = figures.map((figure): Cell => {
    if (figure && 'id' in figure && hasSomething(figure)) return { parts: [cite.value(figure)] }
    return { state: figure?.state ?? 'not-collected' }
  }) as [Cell, Cell]
  if (!cells.some(isShown)) return null
  return {
    label,
    cells,
    ...(options.note ? { note: options.note } : {}),
    ...(options.difference === false ? {} : differenceOf(figures[0], figures[1], cite)),
  }
}

const hasSomething = (figure: Figure) => figure.value !== null || figure.text !== null || figure.state === 'top-coded'

type Maybe = Figure | { state: FigureState; value: null } | undefined

function differenceOf(a: Maybe, b: Maybe, cite: Cite): { difference?: Part } {
  if (!a || !b || !('id' in a) || !('id' in b)) return {}
  if (a.value === null || b.value === null || a.release !== b.release || a.id === b.id) return {}
  return { difference: cite.cite(formatDifference(a.measure, b.value - a.value), a, b) }
}

/** A row whose cells are made by hand; null when neither side shows anything. */
export function shownRow(
  label: string,
  absent: FigureState,
  sides: readonly [Side, Side],
  cite: Cite,
  show: Show,
  options: { note?: string; own?: boolean } = {},
): Row | null {
  const cells = sides.map((side): Cell => {
    const set = options.own ? side.own : side.official
    const parts = set ? show(set, cite) : undefined
    return parts ? { parts } : { state: absent }
  }) as [Cell, Cell]
  return cells.some(isShown) ? { label, cells, ...(options.note ? { note: options.note } : {}) } : null
}

/** Rows that are there. */
export const present = (rows: readonly (Row | null)[]): Row[] => rows.filter((row) => row !== null)
