import type { Figure, FigureSet } from '../figures/figure'
import type { Citations, Cited, CitedRelease, Part } from './cite'
import { type Bound, type Percentiles, payOverlap } from './overlap'
import { measureRow, present, type Row, shownRow } from './rows'
import { bothOwn, type Side } from './side'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]

export const PERCENTILES = [
  ['p10', '10th percentile'],
  ['p25', '25th percentile'],
  ['median', 'Median'],
  ['p75', '75th percentile'],
  ['p90', '90th percentile'],
] as const

/** Ranked cells: words from the figure, and its amount where the figure has one. */
const ranked = (label: string, measure: string, sides: Sides, cite: Cite, own: boolean) =>
  own
    ? measureRow(label, measure, sides, cite, { own, note: 'amount not given', difference: false })
    : shownRow(label, 'not-published', sides, cite, (set) => {
        const [figure] = set.list(measure)
        return figure && [cite.value(figure)]
      })

/** The salary table: percentiles first, then where pay is highest. */
export function salaryRows(sides: Sides, cite: Cite): Row[] {
  const own = bothOwn(...sides)
  const official = (row: Row | null) => row && (own ? { ...row, official: true } : row)
  const annual = sides.some((side) => side.official.list('pay.annual.median').some((figure) => figure.value !== null))
  const percentiles = (period: 'annual' | 'hourly') =>
    PERCENTILES.map(([key, label]) =>
      official(
        measureRow(label, `pay.${period}.${key}`, sides, cite, { note: period === 'annual' ? 'a year' : 'an hour' }),
      ),
    )
  return present([
    ...(own ? ownRows(sides, cite) : []),
    ...(annual ? percentiles('annual') : []),
    ...(annual ? [] : percentiles('hourly')),
    official(measureRow('Mean', 'pay.annual.mean', sides, cite, { note: 'a year' })),
    official(ranked('Highest paying state', 'pay.top-state', sides, cite, false)),
    official(ranked('Highest paying metro', 'pay.top-metro', sides, cite, false)),
    official(ranked('Best paying industry', 'pay.top-industry', sides, cite, false)),
  ])
}

function ownRows(sides: Sides, cite: Cite): (Row | null)[] {
  const range = (set: FigureSet): Part[] | undefined => {
    const [low, high] = [set.shown('pay.range.low'), set.shown('pay.range.high')]
    return low && high && [cite.value(low), ' to ', cite.value(high)]
  }
  return [
    measureRow('Average salary', 'pay.annual.mean', sides, cite, { own: true }),
    shownRow('Salary range', 'not-collected', sides, cite, range, { own: true, note: 'ends not defined' }),
    ranked('Highest paying city', 'pay.top-city', sides, cite, true),
    ranked('Highest paying state', 'pay.top-state', sides, cite, true),
    ranked('Best paying company', 'pay.top-company', sides, cite, true),
    ranked('Best paying industry', 'pay.top-industry', sides, cite, true),
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
