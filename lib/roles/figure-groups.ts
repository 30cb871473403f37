import { compareNames } from '../collate'
import { type Citations, type CitedRelease, figureText, type Part } from '../compare/cite'
import { gapOfFigure, gapText } from '../compare/gap'
import { superlativeParts } from '../compare/superlative'
import { groupPhrase } from '../compare/whose'
import type { Figure, FigureSet } from '../figures/figure'
import { AGE_BANDS, EDUCATION_LEVELS, EXPERIENCE_BANDS, PEOPLE_GROUPS } from '../figures/items'
import { getMeasure, listMeasures } from '../figures/measures'
import { isSuperlative } from '../figures/superlatives'
import { formatValue } from '../format'

export type FigureLine = {
  label: string
  /** Said beside the label, smaller: whose figure it is, and of which survey where there are two. */
  note: string
  value: readonly Part[]
  sure: string
  shown: boolean
}
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
  ...AGE_BANDS.map(([item, name]) => [`age.band ${item}`, `Aged ${name}`] as const),
  ...EXPERIENCE_BANDS.map(([item, name]) => [`experience.required ${item}`, name] as const),
])

/** Measures that the title of their table names already. */
const SAID_BY_TITLE = /^(people\.share|age\.band|skill\.|knowledge\.)/

function labelOf(figure: Figure): string {
  const { label } = getMeasure(figure.measure)
  if (isSuperlative(figure.measure)) return label
  const item = figure.item && (ITEM_NAMES.get(`${figure.measure} ${figure.item}`) ?? figure.itemName ?? '')
  const specialty = figure.specialtyName ? ` (${figure.specialtyName})` : ''
  if (item && SAID_BY_TITLE.test(figure.measure)) return `${item}${specialty}`
  return item ? `${label}: ${item}${specialty}` : `${label}${specialty}`
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

const thingOf = ({ item, specialty }: Figure) => `${item} ${specialty}`

/** One figure, or several of other sources that say the same. */
type Told = { figures: [Figure, ...Figure[]]; note: string }

/** What sources say of one thing: once where they agree, else each with its year and table. */
function tellApart(figures: readonly Figure[], cite: Citations<CitedRelease>): Told[] {
  const said = new Map<string, [Figure, ...Figure[]]>()
  for (const figure of figures) {
    const words = `${figureText(figure)} ${groupPhrase(figure) ?? ''}`
    const same = said.get(words)
    if (same) same.push(figure)
    else said.set(words, [figure])
  }
  return [...said.values()].map((same) => {
    const source = said.size > 1 ? sourceOf(cite.release(same[0].release)) : ''
    return { figures: same, note: [groupPhrase(same[0]), source].filter(Boolean).join('; ') }
  })
}

/** A superlative is one line, whatever stands beside its leader. */
const superlativeOf = (set: FigureSet, measure: string): Told[] =>
  set
    .list(measure)
    .slice(0, 1)
    .map((figure) => ({ figures: [figure], note: '' }))

const sourceOf = (release: CitedRelease | undefined): string =>
  release ? [release.label, /\((Table [^)]+)\)/.exec(release.name)?.[1] ?? release.name].join(', ') : ''

/**
 * How a growth was reckoned, where the counts beside it, rounded as they are, would give another: 900 to 900 jobs, 4.5%.
 */
function reckoning(set: FigureSet): string {
  const [base, target, growth] = ['employment.base', 'employment.target', 'growth'].map(
    (key) => set.find(`projection.${key}`)?.value,
  )
  if (!base || target == null || growth == null) return ''
  const rounded = (target / base - 1) * 100
  return Math.abs(rounded - growth) < 0.1 ? '' : 'reckoned from counts before they were rounded to hundreds'
}

/** All figures of a role by theme, in the order of the declared measures; groups without a line are left out. */
export function figureGroups(set: FigureSet, years: string, cite: Citations<CitedRelease>): FigureGroup[] {
  const lines = (prefixes: readonly string[]): FigureLine[] =>
    listMeasures()
      .filter((measure) =>
        prefixes.some((prefix) => measure.key === prefix || (prefix.endsWith('.') && measure.key.startsWith(prefix))),
      )
      .flatMap((measure) => {
        if (isSuperlative(measure.key)) return superlativeOf(set, measure.key)
        const figures = set.list(measure.key).toSorted(inOrder)
        const things = [...new Set(figures.map(thingOf))]
        return things.flatMap((thing) =>
          tellApart(
            figures.filter((figure) => thingOf(figure) === thing),
            cite,
          ),
        )
      })
      .map(({ figures, note }) => {
        const [figure] = figures
        const superlative = isSuperlative(figure.measure) ? superlativeParts(set, figure.measure, cite) : undefined
        const text = figureText(figure)
        const value = superlative ?? [text ? cite.cite(text, ...figures) : gapText(gapOfFigure(set, figure))]
        const growth = figure.measure === 'projection.growth'
        return {
          label: growth ? `${labelOf(figure)}, ${years}` : labelOf(figure),
          note,
          value,
          sure: [sureness(figure), growth ? reckoning(set) : ''].filter(Boolean).join(', '),
          shown: superlative !== undefined || text !== '',
        }
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
