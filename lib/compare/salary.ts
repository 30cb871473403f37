import type { Figure, FigureSet } from '../figures/figure'
import { type Citations, type Cited, type CitedRelease, figureText } from './cite'
import { gapOf } from './gap'
import { type Bound, type Percentiles, payOverlap } from './overlap'
import { type Cell, measureRow, present, type Row, type Shown, shownRow } from './rows'
import { bothOwn, capitalise, type Side, workersOf } from './side'
import { superlativeParts } from './superlative'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]

export const PERCENTILES = [
  ['p10', '10th percentile'],
  ['p25', '25th percentile'],
  ['median', 'Median'],
  ['p75', '75th percentile'],
  ['p90', '90th percentile'],
] as const

/** A title's ranked cell: words, and no amount is given. */
const ownRanked = (label: string, measure: string, sides: Sides, cite: Cite) =>
  measureRow(label, measure, sides, cite, { own: true, note: 'amount not given', difference: false })

/** An official ranked cell: where, the amount, and the nation's beside it. */
const ranked = (label: string, measure: string, sides: Sides, cite: Cite) =>
  shownRow(label, measure, sides, cite, (set) => {
    const parts = superlativeParts(set, measure, cite)
    return parts && { parts }
  })

type Period = 'annual' | 'hourly'
const PER: Record<Period, string> = { annual: 'a year', hourly: 'an hour' }

const hasPeriod = (side: Side, period: Period) =>
  [...PERCENTILES.map(([key]) => key), 'mean'].some((key) => {
    const figure = side.official.find(`pay.${period}.${key}`)
    return figure !== undefined && figureText(figure) !== ''
  })

const periodOf = (side: Side): Period => (hasPeriod(side, 'annual') || !hasPeriod(side, 'hourly') ? 'annual' : 'hourly')

/** The period for which both have pay, the year first; undefined where one has yearly and the other hourly pay only. */
export function commonPeriod([a, b]: Sides): Period | undefined {
  if (periodOf(a) === periodOf(b)) return periodOf(a)
  return hasPeriod(a, 'hourly') && hasPeriod(b, 'hourly') ? 'hourly' : undefined
}

/** Whether one of the two is paid by the hour only. */
export const byTheHour = (sides: Sides): boolean => sides.some((side) => periodOf(side) === 'hourly')

/** Each side's own percentile with its unit, where there is no period for which both have pay. */
function apartRow(key: string, label: string, sides: Sides, cite: Cite): Row | null {
  const cells = sides.map((side): Cell => {
    const period = periodOf(side)
    const figure = side.official.find(`pay.${period}.${key}`)
    return figure && figureText(figure) !== ''
      ? { parts: [cite.value(figure), ` ${PER[period]}`] }
      : gapOf(side.official, `pay.${period}.${key}`)
  }) as [Cell, Cell]
  return cells.some((cell) => 'parts' in cell) ? { label, cells } : null
}

const ROWS = [...PERCENTILES, ['mean', 'Mean']] as const

function payRows(sides: Sides, cite: Cite): (Row | null)[] {
  const period = commonPeriod(sides)
  return ROWS.map(([key, label]) =>
    period
      ? measureRow(label, `pay.${period}.${key}`, sides, cite, { note: PER[period] })
      : apartRow(key, label, sides, cite),
  )
}

/** What must be said under the table where hourly pay stands in it: why, and that nothing was turned into the other. */
export function payNote(sides: Sides): string | undefined {
  if (!byTheHour(sides)) return undefined
  const names = [...new Set(sides.filter((side) => periodOf(side) === 'hourly').map(workersOf))].join(' and ')
  const only = `${capitalise(names)}: pay is published by the hour only.`
  return commonPeriod(sides)
    ? `${only} Both stand by the hour here.`
    : `${only} Hourly and yearly pay are not turned into each other, as the hours of a year are not published.`
}

/** The salary table: percentiles first, then where pay is highest. */
export function salaryRows(sides: Sides, cite: Cite): Row[] {
  const own = bothOwn(...sides)
  const official = (row: Row | null) => row && (own ? { ...row, official: true } : row)
  return present([
    ...(own ? ownRows(sides, cite) : []),
    ...payRows(sides, cite).map(official),
    official(ranked('Highest paying state', 'pay.top-state', sides, cite)),
    official(ranked('Highest paying metro', 'pay.top-metro', sides, cite)),
    official(ranked('Best paying industry', 'pay.top-industry', sides, cite)),
  ])
}

function ownRows(sides: Sides, cite: Cite): (Row | null)[] {
  const range = (set: FigureSet): Shown | undefined => {
    const [low, high] = [set.shown('pay.range.low'), set.shown('pay.range.high')]
    return low && high && { parts: [cite.value(low), ' to ', cite.value(high)] }
  }
  return [
    measureRow('Average salary', 'pay.annual.mean', sides, cite, { own: true }),
    shownRow('Salary range', 'pay.range.low', sides, cite, range, { own: true, note: 'ends not defined' }),
    ownRanked('Highest paying city', 'pay.top-city', sides, cite),
    ownRanked('Highest paying state', 'pay.top-state', sides, cite),
    ownRanked('Best paying company', 'pay.top-company', sides, cite),
    ownRanked('Best paying industry', 'pay.top-industry', sides, cite),
  ]
}

function bound(figure: Figure | undefined): Bound | undefined {
  if (figure?.state === 'top-coded') return figure.lower === null ? undefined : { atLeast: figure.lower }
  return figure?.value ?? undefined
}

function percentilesOf(set: FigureSet, period: string): { percentiles: Percentiles; figures: Figure[] } {
  const figures = PERCENTILES.map(([key]) => set.find(`pay.${period}.${key}`))
  const [p10, p25, p50, p75, p90] = figures.map(bound)
  const known = Object.entries({ p10, p25, p50, p75, p90 }).filter(([, value]) => value !== undefined)
  return { percentiles: Object.fromEntries(known), figures: figures.filter((figure) => figure !== undefined) }
}

export type Overlap = { lead: string; range: Cited; estimate?: Cited; period: 'yearly' | 'hourly' }

/** How often a worker of B earns more than one of A; undefined where the published percentiles tell nothing. */
export function overlapOf(a: Side, b: Side, cite: Cite): Overlap | undefined {
  if (a.occupation.code === b.occupation.code) return undefined
  for (const period of ['annual', 'hourly'] as const) {
    const [pa, pb] = [percentilesOf(a.official, period), percentilesOf(b.official, period)]
    if (!Object.keys(pa.percentiles).length || !Object.keys(pb.percentiles).length) continue
    const overlap = payOverlap(pa.percentiles, pb.percentiles)
    if (!overlap) continue
    const figures = [...pa.figures, ...pb.figures]
    const words =
      overlap.low === overlap.high
        ? `${overlap.low} times in 100`
        : `between ${overlap.low} and ${overlap.high} times in 100`
    return {
      lead: `Take one worker of each at random: the ${b.occupation.singular} earns more than the ${a.occupation.singular} `,
      range: cite.cite(words, ...figures),
      ...(overlap.estimate === undefined
        ? {}
        : { estimate: cite.cite(`about ${overlap.estimate} in 100`, ...figures) }),
      period: period === 'annual' ? 'yearly' : 'hourly',
    }
  }
  return undefined
}
