import type { Figure } from './figure'

/** A group of a survey that counts several occupations together. */
export type SurveyGroup = {
  /** As the publisher names it. */
  name: string
  /** How many occupations of ours it stands for: 1 where the others are none of ours. */
  size: number
}

/**
 * Whose figure it is, where that is not the occupation alone: CPS tables and Table 5.3 count many occupations in one
 * group of the survey (Prosthodontists among `Dentists`). A group that only words the occupation's own name otherwise
 * and that no other occupation shares is none.
 * @returns the group, or undefined where the figure is the occupation's own
 */
export function groupOf(figure: Pick<Figure, 'surveyGroup' | 'groupSize'>): SurveyGroup | undefined {
  return figure.surveyGroup === null ? undefined : { name: figure.surveyGroup, size: figure.groupSize ?? 1 }
}

/**
 * Whether two figures count the same people, so that nothing can be compared between them: one and the same figure, or
 * two occupations of one group in one release.
 */
export function sameGroup(
  a: Pick<Figure, 'id' | 'release' | 'surveyGroup'>,
  b: Pick<Figure, 'id' | 'release' | 'surveyGroup'>,
): boolean {
  return a.id === b.id || (a.surveyGroup !== null && a.surveyGroup === b.surveyGroup && a.release === b.release)
}
