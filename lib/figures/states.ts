/** Why a figure is, or is not, there: one set of words for store, pages and exports. */
export const FIGURE_STATES = [
  'published',
  'derived',
  'top-coded',
  'not-published',
  'suppressed',
  'not-applicable',
  'not-collected',
  'not-in-our-copy',
] as const

export type FigureState = (typeof FIGURE_STATES)[number]

/** What a reader sees where there is no value. */
export const STATE_WORDS: Record<FigureState, string> = {
  published: 'published',
  derived: 'derived',
  'top-coded': 'top-coded',
  'not-published': 'not published',
  suppressed: 'suppressed',
  'not-applicable': 'not applicable',
  'not-collected': 'not collected',
  'not-in-our-copy': 'not in our copy',
}
