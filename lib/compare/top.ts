import type { Figure, FigureSet } from '../figures/figure'
import { EDUCATION_LEVELS, EXPERIENCE_BANDS } from '../figures/items'

const named = (items: readonly (readonly [string, string])[]) => new Map(items)
const LEVELS = named(EDUCATION_LEVELS)
const BANDS = named(EXPERIENCE_BANDS)

/** The figure with the largest value; the earlier one where two are equal. */
function largest(figures: readonly Figure[]): Figure | undefined {
  return figures.reduce<Figure | undefined>(
    (top, figure) => (figure.value !== null && figure.value > (top?.value ?? -Infinity) ? figure : top),
    undefined,
  )
}

/** The most common level of education and its name. */
export function topEducation(set: FigureSet): { figure: Figure; name: string } | undefined {
  const figure = largest(set.list('education.share'))
  const name = figure && LEVELS.get(figure.item)
  return figure && name ? { figure, name } : undefined
}

/** O*NET's most common band of required experience and its words; none where only specialties were asked. */
export function topExperience(set: FigureSet): { figure: Figure; name: string } | undefined {
  const figure = largest(set.list('experience.required').filter((f) => f.specialty === ''))
  const name = figure && BANDS.get(figure.item)
  return figure && name ? { figure, name } : undefined
}
