/** How a source's figures are laid out as one wide table: what makes a row, and what its columns are. */
export type Layout = {
  /** Parts of a figure's key that make a row, beside the role. */
  row: readonly ('specialty' | 'item' | 'place' | 'industry')[]
  /** Whether a row may be for a wider group of the survey, named in a column. */
  group?: true
  /** Whether the store keeps it as wide rows too. */
  wide?: true
}

export const LAYOUTS: Record<string, Layout> = {
  'oews-national': { row: [] },
  'oews-state': { row: ['place'], wide: true },
  'oews-metro': { row: ['place'], wide: true },
  'oews-nonmetro': { row: ['place'], wide: true },
  'oews-sector': { row: ['industry'], wide: true },
  'ep-projections': { row: [] },
  'ep-education': { row: [], group: true },
  'cps-people': { row: [], group: true },
  'cps-age': { row: [], group: true },
  'onet-skills': { row: ['specialty', 'item'] },
  'onet-knowledge': { row: ['specialty', 'item'] },
  'onet-experience': { row: ['specialty'] },
  'onet-zones': { row: ['specialty'] },
}

/** What stands beside a value in columns of its own, where any figure of the table has it. */
export const BESIDE = ['rse', 'se', 'lower', 'upper', 'n'] as const

/** A figure's column: its measure, and its item where items are columns. */
export const columnOf = (measure: string, item: string) => (item === '' ? measure : `${measure} ${item}`)

/** The mark of a top-coded cell, with its lower bound behind it where that is known. */
export const TOP_CODED = '#'

/** Marks of a cell that holds no value; an empty cell is no figure at all. */
export const MARKS: Record<string, string> = {
  'not-published': '*',
  suppressed: '!',
  'not-applicable': '-',
}
