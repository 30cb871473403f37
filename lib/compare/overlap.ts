/**
 * Pay overlap: the chance that a worker of occupation B, drawn at random, earns more than a worker of occupation A
 * drawn at random and independently, P(B > A) + ½·P(B = A), from the five published percentiles of each. A tie counts
 * half, everywhere in this file, so that the chance of A against B and of B against A add up to one.
 *
 * Source of the measure: Vargha and Delaney, "A critique and improvement of the CL common language effect size
 * statistics of McGraw and Wong", Journal of Educational and Behavioral Statistics 25(2), 2000, pp. 101–132.
 */

/** A percentile in dollars a year: its value, or the top code it is known to be at or above. */
export type Bound = number | { atLeast: number }

/** One occupation's published annual pay; a percentile that is absent was suppressed or not published. */
export type Percentiles = {
  p10?: Bound | undefined
  p25?: Bound | undefined
  p50?: Bound | undefined
  p75?: Bound | undefined
  p90?: Bound | undefined
}

const KEYS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const
const AT = [0.1, 0.25, 0.5, 0.75, 0.9] as const
/** Workers below p10, between each two neighbours, and above p90, in twentieths: whole numbers keep the sums exact. */
const TWENTIETHS = [2, 3, 5, 5, 3, 2] as const
/** The estimate's tails end here; the workers beyond are put at the ends. */
const TAIL = 0.01
/** Absorbs the last bit of a floating-point product before a figure is rounded. */
const SPECK = 1e-9

/**
 * The lowest and the highest pay that each of the six groups of workers may have, everyone in it at one point.
 * Between two published percentiles that is the closed interval; an absent percentile joins the two groups it parts,
 * and a top-coded one gives the group above it a floor but the group below it no ceiling.
 * @returns dollars a year, 0 to Infinity, one entry for each of `TWENTIETHS`.
 * @throws RangeError where a percentile is not a positive, finite amount, or is below an earlier one.
 */
function reach(p: Percentiles): { down: number[]; up: number[] } {
  const down = [0]
  const up = [Number.POSITIVE_INFINITY]
  let floor = 0
  let floorKey: string = KEYS[0]
  for (const key of KEYS) {
    const bound = p[key]
    if (bound !== undefined) {
      const value = typeof bound === 'number' ? bound : bound.atLeast
      if (!(value > 0 && value < Number.POSITIVE_INFINITY))
        throw new RangeError(`Pay percentile ${key} must be a positive amount, not ${value}`)
      if (typeof bound === 'number' && value < floor)
        throw new RangeError(`Pay percentiles must not decrease: ${key} is ${value}, below ${floorKey} at ${floor}`)
      if (value > floor) {
        floor = value
        floorKey = key
      }
    }
    down.push(floor)
  }
  for (const key of KEYS.toReversed()) {
    const bound = p[key]
    up.unshift(typeof bound === 'number' ? bound : (up[0] ?? Number.POSITIVE_INFINITY))
  }
  return { down, up }
}

/** P(b > a) + ½·P(b = a) for six groups of workers a side, each group at one point; a share of 1. */
function chance(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) sum += (TWENTIETHS[i] ?? 0) * (TWENTIETHS[j] ?? 0) * (y > x ? 2 : y === x ? 1 : 0)
  return sum / 800
}

/**
 * The range of the pay overlap that every pair of distributions with these published percentiles allows.
 * The chance never falls when any A worker's pay falls or any B worker's pay rises, so the low end is reached with
 * every group of A at the top of its interval and every group of B at the bottom, and the high end the other way round
 * (first-order stochastic dominance, group by group). The ends are attained, hence sharp: the intervals are closed,
 * workers may share one exact wage (the published ones are rounded to ten dollars), and where two groups are
 * pushed to the same wage the tie counts half. Below p10 pay may be as low as 0, above p90 it has no limit.
 * @param a percentiles of occupation A, dollars a year; `b` those of B. Absent and top-coded ones widen the range.
 * @returns shares of 1; swapping A and B gives `{low: 1 - high, high: 1 - low}`; 0 and 1 where nothing is excluded.
 * @throws RangeError where a percentile is not a positive, finite amount, or is below an earlier one.
 */
export function overlapBounds(a: Percentiles, b: Percentiles): { low: number; high: number } {
  const [ra, rb] = [reach(a), reach(b)]
  return { low: chance(ra.up, rb.down), high: chance(ra.down, rb.up) }
}

/** Workers spread evenly over log pay from `from` to `to`, or all at one point where these are equal. */
type Piece = { from: number; to: number; share: number }

/** The estimate's distribution of log pay, or undefined where a percentile is absent or top-coded. */
function pieces(p: Percentiles): Piece[] | undefined {
  reach(p)
  const logs: number[] = []
  for (const key of KEYS) {
    const bound = p[key]
    if (typeof bound !== 'number') return undefined
    logs.push(Math.log(bound))
  }
  const [l10, l25, , l75, l90] = logs as [number, number, number, number, number]
  const tail = (AT[0] - TAIL) / (AT[1] - AT[0])
  const ends = [l10 - (l25 - l10) * tail, ...logs, l90 + (l90 - l75) * tail]
  const at = [TAIL, ...AT, 1 - TAIL]
  const [bottom = 0, top = 0] = [ends[0], ends.at(-1)]
  const between = ends.slice(1).map((to, i) => ({
    from: ends[i] ?? to,
    to,
    share: (at[i + 1] ?? 0) - (at[i] ?? 0),
  }))
  return [{ from: bottom, to: bottom, share: TAIL }, ...between, { from: top, to: top, share: TAIL }]
}

const within01 = (x: number) => Math.min(1, Math.max(0, x))

/** P(v > u) + ½·P(v = u) for u drawn from one piece and v from another: exact, a share of 1. */
function pieceChance(u: Piece, v: Piece): number {
  const [wu, wv] = [u.to - u.from, v.to - v.from]
  if (wu === 0 && wv === 0) return v.from > u.from ? 1 : v.from === u.from ? 0.5 : 0
  if (wv === 0) return within01((v.from - u.from) / wu)
  if (wu === 0) return within01((v.to - u.from) / wv)
  const [lo, hi] = [Math.max(u.from, v.from), Math.min(u.to, v.to)]
  if (hi <= lo) return v.from >= u.to ? 1 : 0
  // v above all of u, plus v in the stretch they share times the part of u below it.
  return Math.max(0, v.to - u.to) / wv + ((hi - lo) / wv) * ((lo - u.from + (hi - lo) / 2) / wu)
}

/**
 * One figure for the pay overlap: an estimate, resting on an assumed shape between the published percentiles.
 * The logarithm of pay is taken as linear in the probability p between neighbouring percentiles (workers spread evenly
 * over log pay); the two outermost slopes, p10–p25 and p75–p90, are continued to p = 0.01 and 0.99, and the
 * 1 percent of workers beyond sit at these ends. The chance is then a finite sum over pairs of uniform pieces, exact
 * without quadrature.
 * Because of the continued slopes, a raise of p25 alone (or p75) also moves the tail beyond p10 (p90) the other way.
 * @param a percentiles of occupation A, dollars a year; `b` those of B.
 * @returns a share of 1, always within `overlapBounds(a, b)`; undefined where any percentile is absent or top-coded.
 * @throws RangeError where a percentile is not a positive, finite amount, or is below an earlier one.
 */
export function overlapEstimate(a: Percentiles, b: Percentiles): number | undefined {
  const [pa, pb] = [pieces(a), pieces(b)]
  if (!pa || !pb) return undefined
  let sum = 0
  for (const u of pa) for (const v of pb) sum += u.share * v.share * pieceChance(u, v)
  return within01(sum)
}

/** The bounds as shown, whole "in 100": to the nearest whole number, an exact half outward, never inward. */
function roundBounds({ low, high }: { low: number; high: number }): { low: number; high: number } {
  if (!(low >= 0 && low <= high && high <= 1))
    throw new RangeError(`Bounds must be shares from 0 to 1, low first, not ${low} and ${high}`)
  const [least, most] = [Math.ceil(low * 100 - 0.5 - SPECK), Math.floor(high * 100 + 0.5 + SPECK)]
  return {
    low: low < 1 ? Math.min(99, Math.max(0, least)) : 100,
    high: high > 0 ? Math.max(1, Math.min(100, most)) : 0,
  }
}

/**
 * The estimate as shown, "n in 100": to the nearest 5 (half-way cases towards 50, so that swapping A and B mirrors the
 * figure), then moved inside the bounds as shown. 0 and 100 would read as certainty, so they become 1 and 99 unless the
 * bounds themselves allow nothing else.
 * @param estimate a share of 1, from `overlapEstimate`.
 * @param bounds shares of 1, from `overlapBounds` for the same pair.
 * @returns a whole number from 0 to 100; not a multiple of 5 where a bound or the edge moved it.
 * @throws RangeError where the estimate or the bounds are not shares of 1.
 */
export function roundOverlap(estimate: number, bounds: { low: number; high: number }): number {
  if (!(estimate >= 0 && estimate <= 1)) throw new RangeError(`Estimate must be a share from 0 to 1, not ${estimate}`)
  const shown = roundBounds(bounds)
  const fromEven = estimate * 100 - 50
  const nearest = 50 + Math.sign(fromEven) * 5 * Math.ceil(Math.abs(fromEven) / 5 - 0.5 - SPECK)
  const uncertain = Math.min(99, Math.max(1, nearest))
  return Math.min(shown.high, Math.max(shown.low, uncertain))
}

/**
 * What a page shows: the bounds and, where all ten percentiles are published, the estimate.
 * @param a percentiles of occupation A, dollars a year; `b` those of B.
 * @returns whole numbers "in 100" that a B worker earns more; undefined where the percentiles exclude nothing (0 to
 * 100), as when one side has none.
 * @throws RangeError where a percentile is not a positive, finite amount, or is below an earlier one.
 */
export function payOverlap(
  a: Percentiles,
  b: Percentiles,
): { low: number; high: number; estimate?: number } | undefined {
  const bounds = overlapBounds(a, b)
  if (bounds.low <= 0 && bounds.high >= 1) return undefined
  const estimate = overlapEstimate(a, b)
  const shown = roundBounds(bounds)
  return estimate === undefined ? shown : { ...shown, estimate: roundOverlap(estimate, bounds) }
}
