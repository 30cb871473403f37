import type { Figure, FigureSet } from '../figures/figure'
import { EDUCATION_LEVELS, EXPERIENCE_BANDS } from '../figures/items'
import { formatValue } from '../format'
import type { Citations, CitedRelease } from './cite'
import { countWord, joinList } from './phrases'
import type { Shown } from './rows'

/** Which of several shares is the largest, as far as those that are published tell. */
export type Leading =
  | { kind: 'leader'; figure: Figure; name: string }
  /** Several are equal, and none is larger. */
  | { kind: 'tied'; figures: Figure[]; names: string[] }
  /** What is withheld could be larger: `share` is its part in percent, `figures` what is published. */
  | { kind: 'withheld'; count: number; share: number; figures: Figure[] }

const CENT = 100

/**
 * The leader among shares of one whole. A share leads only if it exceeds every other and all that is withheld
 * together, which is 100 less the published shares.
 * @param figures all shares of one whole, in percent, the withheld ones without a value
 * @param names the items' names
 * @returns undefined where no share is published
 */
export function leadingShare(figures: readonly Figure[], names: ReadonlyMap<string, string>): Leading | undefined {
  const known = figures.filter((figure) => figure.value !== null)
  if (known.length === 0) return undefined
  const most = Math.max(...known.map((figure) => figure.value ?? 0))
  const count = figures.length - known.length
  const rest = CENT - known.reduce((sum, figure) => sum + (figure.value ?? 0), 0)
  const share = count > 0 ? Math.max(0, Math.round(rest * CENT) / CENT) : 0
  if (most <= share) return { kind: 'withheld', count, share, figures: known }
  const top = known.filter((figure) => figure.value === most)
  const nameOf = (figure: Figure) => names.get(figure.item) ?? figure.itemName ?? figure.item
  const [figure] = top
  return top.length === 1 && figure
    ? { kind: 'leader', figure, name: nameOf(figure) }
    : { kind: 'tied', figures: top, names: top.map(nameOf) }
}

const LEVELS = new Map<string, string>(EDUCATION_LEVELS)
const BANDS = new Map<string, string>(EXPERIENCE_BANDS)

/** The most common level of education. */
export const topEducation = (set: FigureSet): Leading | undefined => leadingShare(set.list('education.share'), LEVELS)

/** O*NET's most common band of required experience; undefined where only specialties were asked. */
export const topExperience = (set: FigureSet): Leading | undefined =>
  leadingShare(
    set.list('experience.required').filter((figure) => figure.specialty === ''),
    BANDS,
  )

/** How many were asked and the bounds of a share, as published. */
function boundsOf({ measure, lower, upper, n }: Figure): string {
  return [
    n === null ? '' : `of ${n} asked`,
    lower === null || upper === null
      ? ''
      : `95% between ${formatValue(measure, lower)} and ${formatValue(measure, upper)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/**
 * What a table says of the leader: its name, share, how many were asked and the published bounds; or that none leads.
 * @param what one of the shares, as `band`
 * @param whole what they are shares of, as `answers`
 */
export function showLeading(leading: Leading, what: string, whole: string, cite: Citations<CitedRelease>): Shown {
  if (leading.kind === 'leader') {
    const { figure, name } = leading
    const note = boundsOf(figure)
    return { parts: [`${name}, `, cite.value(figure)], ...(note ? { note } : {}) }
  }
  if (leading.kind === 'tied') {
    const [first] = leading.figures
    const share = formatValue(first?.measure ?? '', first?.value ?? 0)
    const each = cite.cite(share, ...leading.figures)
    return { parts: [`no single ${what}: `, ...joinList(leading.names), ', ', each, ' each'] }
  }
  const { count, share, figures } = leading
  const withheld = cite.cite(formatValue(figures[0]?.measure ?? '', share), ...figures)
  return { parts: [`${countWord(count)} ${what}${count === 1 ? '' : 's'} withheld, `, withheld, ` of the ${whole}`] }
}
