import { compareNames } from '../collate'
import { type Citations, type CitedRelease, figureText, type Part } from '../compare/cite'
import type { Figure, FigureSet } from '../figures/figure'
import { AGE_BANDS, EDUCATION_LEVELS, EXPERIENCE_BANDS, PEOPLE_GROUPS } from '../figures/items'
import { getMeasure, listMeasures } from '../figures/measures'
import { STATE_WORDS } from '../figures/states'
import { formatValue } from '../format'

export type FigureLine = { label: string; value: Part; sure: string; shown: boolean }
export type FigureGroup = { title: string; lines: FigureLine[] }

const GROUPS: [title: string, prefixes: string[]][] = [
  ['Pay', ['pay.']],
  ['Jobs and outlook', ['employment', 'projection.', 'growth.']],
  ['What it takes to enter', ['entry.', 'experience.', 'time-to-enter.', 'zone']],
  ['Education', ['education.']],
  ['People', ['people.', 'age.']],
  ['Skills', ['skill.']],
  ['Knowledge', ['knowledge.']],
]

const ITEM_NAMES = new Map<string, string>([
  ...EDUCATION_LEVELS.map(([item, name]) => [`education.share ${item}`, name] as const),
  ...PEOPLE_GROUPS.map(([item, name]) => [`people.share ${item}`, name] as const),
  ...AGE_BANDS.map(([item, name]) => [`age.band ${item}`, `aged ${name}`] as const),
  ...EXPERIENCE_BANDS.map(([item, name]) => [`experience.required ${item}`, name] as const),
])

function labelOf(figure: Figure): string {
  const { label } = getMeasure(figure.measure)
  const item = figure.item && (ITEM_NAMES.get(`${figure.measure} ${figure.item}`) ?? figure.itemName ?? '')
  const specialty = figure.specialtyName ? ` (${figure.specialtyName})` : ''
  return item ? `${label.replace(/: importance$/, '')}: ${item}${specialty}` : `${label}${specialty}`
}

/** How sure a figure is, in the publisher's own measures. */
export function sureness(figure: Figure): string {
  const parts: string[] = []
  if (figure.rse !== null) parts.push(`relative standard error ${figure.rse}%`)
  if (figure.lower !== null && figure.upper !== null) {
    parts.push(
      `95% between ${formatValue(figure.measure, figure.lower)} and ${formatValue(figure.measure, figure.upper)}`,
    )
  }
  if (figure.n !== null) parts.push(`n = ${figure.n}`)
  if (figure.state === 'derived') parts.push('derived')
  return parts.join(', ')
}

/** All figures of a role by theme, in the order of the declared measures; groups without a line are left out. */
export function figureGroups(set: FigureSet, years: string, cite: Citations<CitedRelease>): FigureGroup[] {
  const lines = (prefixes: readonly string[]): FigureLine[] =>
    listMeasures()
      .filter((measure) =>
        prefixes.some((prefix) => measure.key === prefix || (prefix.endsWith('.') && measure.key.startsWith(prefix))),
      )
      .flatMap((measure) => set.list(measure.key).toSorted(inOrder))
      .map((figure) => {
        const shown = figureText(figure) !== ''
        const label = figure.measure === 'projection.growth' ? `${labelOf(figure)}, ${years}` : labelOf(figure)
        return { label, value: shown ? cite.value(figure) : STATE_WORDS[figure.state], sure: sureness(figure), shown }
      })
  return GROUPS.map(([title, prefixes]) => ({ title, lines: lines(prefixes) })).filter((group) =>
    group.lines.some((line) => line.shown),
  )
}

/** The scale's own order where the publisher has one, else the largest first; one specialty after another. */
function inOrder(a: Figure, b: Figure): number {
  const specialties = compareNames(a.specialtyName ?? '', b.specialtyName ?? '')
  if (specialties !== 0) return specialties
  if (/^(skill|knowledge)\./.test(a.measure))
    return (b.value ?? 0) - (a.value ?? 0) || compareNames(a.itemName ?? a.item, b.itemName ?? b.item)
  return placeInScale(a) - placeInScale(b)
}

const SCALES = [...ITEM_NAMES.keys()]

const placeInScale = ({ measure, item }: Figure) => SCALES.indexOf(`${measure} ${item}`)
