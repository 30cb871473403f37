import { type Figure, type FigureSet, standardError } from '../figures/figure'

/** A rating of 3 of 5 is "important" on O*NET's scale. */
const IMPORTANT = 3
/** Half a step of the five-step scale: less is not worth a reader's time. */
const STEP = 0.5
const NINETY = 1.645

export type SkillGroup = { specialty: string; name: string | null; skills: Figure[] }

const byImportance = (a: Figure, b: Figure) => (b.value ?? 0) - (a.value ?? 0) || a.item.localeCompare(b.item)

/**
 * The most important skills (or fields of knowledge): of the occupation, or by specialty where only its specialties
 * were rated.
 */
export function topSkills(set: FigureSet, measure: string, count: number): SkillGroup[] {
  const rated = set.list(measure).filter((figure) => figure.value !== null)
  return [...new Set(rated.map((figure) => figure.specialty))].map((specialty) => {
    const figures = rated.filter((figure) => figure.specialty === specialty)
    return {
      specialty,
      name: figures[0]?.specialtyName ?? null,
      skills: figures.toSorted(byImportance).slice(0, count),
    }
  })
}

export type Gap = { name: string; from: Figure; to: Figure }

/** Skills that matter in both, and those to gain for a move from one to the other. */
export type SkillGap = { shared: Gap[]; toGain: Gap[] }

/**
 * Compares importance skill by skill, for occupations rated as a whole. To gain: important in `to`, and more
 * important than in `from` by half a step and by more than the published errors explain (90%). Shared: important in
 * both and to gain in neither direction, so that no skill is both kept and to gain.
 * @returns null when either was not rated as a whole
 */
export function skillGap(from: FigureSet, to: FigureSet, measure: string): SkillGap | null {
  const whole = (set: FigureSet) => set.list(measure).filter((f) => f.specialty === '' && f.value !== null)
  const [have, want] = [whole(from), whole(to)]
  if (have.length === 0 || want.length === 0) return null
  const byItem = new Map(have.map((figure) => [figure.item, figure]))
  const pairs = want.toSorted(byImportance).flatMap((figure): Gap[] => {
    const mine = byItem.get(figure.item)
    return mine && (figure.value ?? 0) >= IMPORTANT
      ? [{ name: figure.itemName ?? figure.item, from: mine, to: figure }]
      : []
  })
  const isShared = ({ from, to }: Gap) =>
    (from.value ?? 0) >= IMPORTANT && !isGain({ from, to }) && !isGain({ from: to, to: from })
  return { toGain: pairs.filter(isGain), shared: pairs.filter(isShared) }
}

function isGain({ from, to }: Pick<Gap, 'from' | 'to'>): boolean {
  const difference = (to.value ?? 0) - (from.value ?? 0)
  const error = Math.hypot(standardError(from) ?? 0, standardError(to) ?? 0)
  return difference >= STEP && difference >= NINETY * error
}
