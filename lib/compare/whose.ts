import type { Figure } from '../figures/figure'
import { groupOf, sameGroup } from '../figures/group'

/** The group that a figure counts in a reader's words, as `all dentists`; undefined where it is the occupation's own. */
export function groupPhrase(figure: Figure): string | undefined {
  const names = groupOf(figure)?.name.split('; ')
  return names && `all ${names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(' and ')}`
}

/** Whether a survey counts the two occupations together, so that its one figure compares nothing. */
export const countedTogether = (a: Figure | undefined, b: Figure | undefined): boolean =>
  a !== undefined && b !== undefined && a.role !== b.role && sameGroup(a, b)
