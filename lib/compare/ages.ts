import type { Figure, FigureSet } from '../figures/figure'
import { sameGroup } from '../figures/group'
import { AGE_BANDS } from '../figures/items'
import { formatCounted, formatPercent, formatValue } from '../format'
import type { Citations, CitedRelease } from './cite'
import { CPS_LEAST, gapOf } from './gap'
import { type Cell, type Difference, distanceOf, measureRow, present, type Row, rowOf } from './rows'
import type { Side } from './side'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]
type Known = { cell: Cell; share?: number; figures: Figure[] }

const totalOf = (set: FigureSet, release: string): Figure | undefined =>
  set.list('people.employed').find((figure) => figure.release === release && figure.value !== null)

/**
 * A band's share of the occupation's people, in whole percent: counts rounded to thousands bear no more. Of fewer than
 * 50,000 people none is taken, as the CPS takes none itself: there half a thousand is more than one percent.
 */
function shareOf(set: FigureSet, item: string, cite: Cite): Known {
  const band = set.find('age.band', item)
  const total = band && totalOf(set, band.release)
  if (!band || band.value === null || !total || total.value === null)
    return { cell: gapOf(set, 'age.band', item), figures: [] }
  const figures = [band, total]
  if (total.value < CPS_LEAST) {
    const all = cite.cite(`${formatValue('people.employed', total.value)} people`, total)
    return { cell: { parts: ['no share: ', all, ' in all'] }, figures: [] }
  }
  const share = Math.round((band.value / total.value) * 100)
  const words =
    share > 0 ? formatPercent(share, 0) : band.value > 0 ? 'under 1%' : `${formatValue('age.band', 0)} people`
  return { cell: { parts: [cite.cite(words, ...figures)] }, share, figures }
}

/** A row of two shares that are made here, with their difference in points; null where neither side has one. */
function derivedRow(
  label: string,
  note: string,
  sides: Sides,
  known: readonly [Known, Known],
  digits: number,
  cite: Cite,
): Row | null {
  const [a, b] = known
  if (!known.some(({ share }) => share !== undefined)) return null
  return rowOf(label, [a.cell, b.cell], [a.figures[0], b.figures[0]], {
    note,
    difference: apartOf(sides, known, digits, cite),
  })
}

function apartOf(sides: Sides, [a, b]: readonly [Known, Known], digits: number, cite: Cite): Difference | undefined {
  const [first, second] = [a.figures[0], b.figures[0]]
  if (a.share === undefined || b.share === undefined || !first || !second) return undefined
  if (first.release !== second.release || sameGroup(first, second)) return undefined
  if (a.share === 0 && b.share === 0) return undefined
  const apart = Number((b.share - a.share).toFixed(digits))
  const words = apart === 0 ? undefined : formatCounted(Math.abs(apart), digits, 'point')
  return distanceOf(sides, apart, words, [...a.figures, ...b.figures], cite)
}

/** Age bands as shares of each occupation's people: heads say nothing of occupations of different size. */
export function ageRows(sides: Sides, cite: Cite): Row[] {
  return present(
    AGE_BANDS.map(([item, label]) => {
      const known = [shareOf(sides[0].official, item, cite), shareOf(sides[1].official, item, cite)] as const
      return derivedRow(`Aged ${label}`, 'derived share', sides, known, 0, cite)
    }),
  )
}

/** People by age as counted, in thousands: what the shares are made from. */
export function headRows(sides: Sides, cite: Cite): Row[] {
  return present(
    AGE_BANDS.map(([item, label]) => measureRow(`Aged ${label}`, 'age.band', sides, cite, { item, difference: false })),
  )
}

function menOf({ official }: Side, cite: Cite): Known {
  const women = official.shown('people.share', 'women')
  if (!women || women.value === null) return { cell: gapOf(official, 'people.share', 'women'), figures: [] }
  const share = Math.round(1000 - women.value * 10) / 10
  return { cell: { parts: [cite.cite(formatValue('people.share', share), women)] }, share, figures: [women] }
}

/** Men: 100 less the published share of women. */
export const menRow = (sides: Sides, cite: Cite): Row | null =>
  derivedRow('Men', 'derived: 100 less women', sides, [menOf(sides[0], cite), menOf(sides[1], cite)], 1, cite)

/** The people employed, once: of the latest survey's year, which it names. */
export function employedRow(sides: Sides, cite: Cite): Row | null {
  const releases = sides.flatMap(({ official }) => official.list('people.employed').map(({ release }) => release))
  const yearOf = (key: string) => /\d{4}/.exec(cite.release(key)?.label ?? '')?.[0] ?? ''
  const [release] = [...new Set(releases)].toSorted((a, b) => yearOf(b).localeCompare(yearOf(a)) || a.localeCompare(b))
  if (!release) return null
  return measureRow('People employed', 'people.employed', sides, cite, {
    release,
    note: `household survey, ${yearOf(release)}`,
  })
}
