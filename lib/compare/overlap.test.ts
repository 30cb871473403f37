import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlapBounds, overlapEstimate, type Percentiles, payOverlap, roundOverlap } from './overlap'

// BLS OEWS, May 2025, national, annual wage percentiles: 15-1232 and 11-2021.
const SUPPORT = { p10: 40980, p25: 49000, p50: 61860, p75: 79040, p90: 100540 }
const MARKETING = { p10: 90260, p25: 123020, p50: 166790, p75: 216410, p90: 293610 }

const KEYS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const
const AT = [0.1, 0.25, 0.5, 0.75, 0.9]
const SHARES = [0.1, 0.15, 0.25, 0.25, 0.15, 0.1]
const SLACK = 1e-9
const SEED = 20250501
const check = <T extends unknown[]>(numRuns: number, property: fc.IPropertyWithHooks<T>) =>
  fc.assert(property, { seed: SEED, numRuns })

type Five = [number, number, number, number, number]
type Full = Record<(typeof KEYS)[number], number>
type Atom = { pay: number; share: number }

const named = ([p10, p25, p50, p75, p90]: Five): Full => ({ p10, p25, p50, p75, p90 })
const five = (pay: fc.Arbitrary<number>): fc.Arbitrary<Full> =>
  fc.tuple(pay, pay, pay, pay, pay).map((drawn) => named(drawn.toSorted((x, y) => x - y) as Five))
/** Real-looking pay, and pay from so few values that percentiles are often equal, within a role and across two. */
const role = fc.oneof(
  five(fc.integer({ min: 15_000, max: 500_000 })),
  five(fc.integer({ min: 1, max: 8 }).map((n) => n * 10_000)),
)

/** Each percentile kept, withheld, or top-coded at a fraction of its value. */
const veil = fc.tuple(
  ...KEYS.map(() => fc.oneof(fc.constant(1), fc.constant(0), fc.double({ min: -1, max: -0.5, noNaN: true }))),
)
const veiled = (p: Percentiles, how: readonly number[]): Percentiles =>
  Object.fromEntries(
    KEYS.flatMap((key, i) => {
      const [bound, keep] = [p[key], how[i] ?? 1]
      if (keep === 0 || bound === undefined) return []
      if (keep > 0) return [[key, bound]]
      return [[key, { atLeast: (typeof bound === 'number' ? bound : bound.atLeast) * -keep }]]
    }),
  )

/** Where one group of workers sits: some at the ends of their interval, some on a level the other side also uses. */
type Spread = { weight: number; place: number; level: number; width: number }[]
const spreads: fc.Arbitrary<Spread[]> = fc.array(
  fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      place: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
      level: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })),
      width: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 6, maxLength: 6 },
)

/** A distribution with exactly these percentiles: 0 to p10, …, above p90; a wide part becomes a ladder of atoms. */
function distribution(p: Full, spread: Spread[]): Atom[] {
  const edges = [0, ...KEYS.map((key) => p[key]), p.p90 * 20]
  return spread.flatMap((parts, i) => {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0]
    const weights = parts.reduce((sum, part) => sum + part.weight, 0)
    return parts.flatMap(({ weight, place, level, width }) => {
      const share = ((SHARES[i] ?? 0) * weight) / weights
      const start = level ? Math.min(to, Math.max(from, level * 10_000)) : from + place * (to - from)
      if (!width) return [{ pay: start, share }]
      return Array.from({ length: 12 }, (_, k) => ({
        pay: start + ((k + 0.5) / 12) * width * (to - start),
        share: share / 12,
      }))
    })
  })
}

function truth(a: Atom[], b: Atom[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += x.share * y.share * (y.pay > x.pay ? 1 : y.pay === x.pay ? 0.5 : 0)
  return sum
}

const estimated = (a: Percentiles, b: Percentiles): number => {
  const estimate = overlapEstimate(a, b)
  if (estimate === undefined) throw new Error('no estimate')
  return estimate
}

describe('two published occupations', () => {
  test('a marketing manager earns more than a user support specialist in 79 to 99 of 100 draws', () => {
    const bounds = overlapBounds(SUPPORT, MARKETING)
    expect(bounds.low).toBeCloseTo(0.7875, 12)
    expect(bounds.high).toBeCloseTo(0.99, 12)
    expect(estimated(SUPPORT, MARKETING)).toBeCloseTo(0.9656, 4)
    expect(payOverlap(SUPPORT, MARKETING)).toEqual({ low: 79, high: 99, estimate: 95 })
    expect(payOverlap(MARKETING, SUPPORT)).toEqual({ low: 1, high: 21, estimate: 5 })
  })

  test('without a percentile there is a range and no estimate', () => {
    const { p50: _, ...without } = MARKETING
    expect(payOverlap(SUPPORT, without)).toEqual({ low: 79, high: 99 })
    expect(payOverlap({ ...SUPPORT, p90: { atLeast: 100_000 } }, MARKETING)).not.toHaveProperty('estimate')
    const topCoded = { p10: 90_000, p25: 150_000, p50: { atLeast: 239_200 }, p75: { atLeast: 239_200 } }
    expect(payOverlap(SUPPORT, topCoded)).toEqual({ low: 79, high: 99 })
    expect(payOverlap(topCoded, topCoded)).toEqual({ low: 18, high: 82 })
  })
})

describe('bounds', () => {
  test('no pair of distributions with the published percentiles leaves them', () => {
    check(
      1500,
      fc.property(role, role, spreads, spreads, veil, veil, (a, b, sa, sb, va, vb) => {
        const chance = truth(distribution(a, sa), distribution(b, sb))
        for (const bounds of [overlapBounds(a, b), overlapBounds(veiled(a, va), veiled(b, vb))]) {
          expect(chance).toBeGreaterThanOrEqual(bounds.low - SLACK)
          expect(chance).toBeLessThanOrEqual(bounds.high + SLACK)
        }
      }),
    )
  })

  test('the two extreme placements attain them', () => {
    const at = (place: number): Spread[] => SHARES.map(() => [{ weight: 1, place, level: 0, width: 0 }])
    check(
      300,
      fc.property(role, role, (a, b) => {
        const [down, up] = [at(0), at(1)]
        // Above p90, any finite pay beyond the other side's percentiles does the work of infinity.
        const far = (p: Full): Atom[] => [...distribution(p, up).slice(0, 5), { pay: 1e9, share: 0.1 }]
        expect(overlapBounds(a, b).low).toBeCloseTo(truth(far(a), distribution(b, down)), 9)
        expect(overlapBounds(a, b).high).toBeCloseTo(truth(distribution(a, down), far(b)), 9)
      }),
    )
  })

  test('they are the least and the most over all placements, tried one by one', () => {
    // Six groups of workers on pay levels 0 to 4 (published levels are 1 to 3), in every non-decreasing order.
    const placements: number[][] = [[]]
    for (let group = 0; group < 6; group++)
      placements.splice(
        0,
        placements.length,
        ...placements.flatMap((q) => [0, 1, 2, 3, 4].filter((x) => x >= (q.at(-1) ?? 0)).map((x) => [...q, x])),
      )
    const share = (q: number[], test: (x: number) => boolean) =>
      q.reduce((sum, x, i) => sum + (test(x) ? (SHARES[i] ?? 0) : 0), 0)
    /** p is a p-quantile of q when P(q < x) ≤ p ≤ P(q ≤ x); a top code says only that one lies at or above x. */
    const allowed = (q: number[], p: Percentiles) =>
      KEYS.every((key, i) => {
        const [bound, at] = [p[key], AT[i] ?? 0]
        if (bound === undefined) return true
        if (typeof bound !== 'number') return share(q, (x) => x < bound.atLeast) <= at + SLACK
        return share(q, (x) => x < bound) <= at + SLACK && at <= share(q, (x) => x <= bound) + SLACK
      })
    const atoms = (q: number[]): Atom[] => q.map((pay, i) => ({ pay, share: SHARES[i] ?? 0 }))
    const level = five(fc.integer({ min: 1, max: 3 }))
    const hide = fc.tuple(...KEYS.map(() => fc.constantFrom(1, 1, 1, 0, -1)))
    check(
      60,
      fc.property(level, level, hide, hide, (fullA, fullB, va, vb) => {
        const [a, b] = [veiled(fullA, va), veiled(fullB, vb)]
        const sides = [a, b].map((p) => placements.filter((q) => allowed(q, p)).map(atoms))
        let [least, most] = [1, 0]
        for (const x of sides[0] ?? [])
          for (const y of sides[1] ?? []) {
            const chance = truth(x, y)
            least = Math.min(least, chance)
            most = Math.max(most, chance)
          }
        const bounds = overlapBounds(a, b)
        // Where A has no ceiling, level 4 must beat all of B's floors, and it does: these are at most 3.
        expect(bounds.low).toBeCloseTo(least, 9)
        expect(bounds.high).toBeCloseTo(most, 9)
      }),
    )
  })

  test('withholding or top-coding a percentile never narrows them', () => {
    check(
      2000,
      fc.property(role, role, veil, veil, veil, (a, b, va, vb, further) => {
        const stages: [Percentiles, Percentiles][] = [[a, b]]
        stages.push([veiled(a, va), b], [veiled(a, va), veiled(b, vb)])
        stages.push([veiled(veiled(a, va), further), veiled(b, vb)])
        const ranges = stages.map(([x, y]) => overlapBounds(x, y))
        for (const [i, wider] of ranges.slice(1).entries()) {
          expect(wider.low).toBeLessThanOrEqual(ranges[i]?.low ?? 1)
          expect(wider.high).toBeGreaterThanOrEqual(ranges[i]?.high ?? 0)
        }
      }),
    )
  })

  test('raising any of B’s percentiles lowers neither end', () => {
    check(
      1000,
      fc.property(role, role, role, (a, b, more) => {
        const raised = named(KEYS.map((key) => Math.max(b[key], more[key])) as Five)
        expect(overlapBounds(a, raised).low).toBeGreaterThanOrEqual(overlapBounds(a, b).low)
        expect(overlapBounds(a, raised).high).toBeGreaterThanOrEqual(overlapBounds(a, b).high)
      }),
    )
  })
})

test('swapping A and B mirrors the bounds, the estimate and the figures shown', () => {
  check(
    2000,
    fc.property(role, role, veil, veil, (fullA, fullB, va, vb) => {
      for (const [a, b] of [
        [fullA, fullB],
        [veiled(fullA, va), veiled(fullB, vb)],
      ] as [Percentiles, Percentiles][]) {
        const [there, back] = [overlapBounds(a, b), overlapBounds(b, a)]
        expect(back.low).toBeCloseTo(1 - there.high, 12)
        expect(back.high).toBeCloseTo(1 - there.low, 12)
        const [one, other] = [overlapEstimate(a, b), overlapEstimate(b, a)]
        if (one !== undefined) expect(other).toBeCloseTo(1 - one, 9)
        const [shown, mirrored] = [payOverlap(a, b), payOverlap(b, a)]
        if (!shown) expect(mirrored).toBeUndefined()
        else expect(mirrored).toMatchObject({ low: 100 - shown.high, high: 100 - shown.low })
        if (shown?.estimate !== undefined) expect(mirrored?.estimate).toBe(100 - shown.estimate)
      }
    }),
  )
})

test('an occupation against itself is even', () => {
  check(
    500,
    fc.property(role, veil, (p, v) => {
      const bounds = overlapBounds(veiled(p, v), veiled(p, v))
      expect(bounds.low + bounds.high).toBeCloseTo(1, 12)
      expect(estimated(p, p)).toBeCloseTo(0.5, 12)
      expect(payOverlap(p, p)?.estimate).toBe(50)
    }),
  )
})

describe('estimate', () => {
  test('lies within the bounds, and the shown one within the shown bounds', () => {
    check(
      2000,
      fc.property(role, role, (a, b) => {
        const [bounds, estimate] = [overlapBounds(a, b), estimated(a, b)]
        expect(estimate).toBeGreaterThanOrEqual(bounds.low - SLACK)
        expect(estimate).toBeLessThanOrEqual(bounds.high + SLACK)
        const shown = payOverlap(a, b)
        expect(shown?.estimate).toBeGreaterThanOrEqual(Math.max(1, shown?.low ?? 100))
        expect(shown?.estimate).toBeLessThanOrEqual(Math.min(99, shown?.high ?? 0))
        expect(Number.isInteger(shown?.estimate)).toBe(true)
        expect(Math.abs((shown?.estimate ?? 0) - 100 * estimate)).toBeLessThanOrEqual(2.5 + SLACK)
      }),
    )
  })

  test('agrees with its definition, integrated over the two quantile functions', () => {
    const N = 4000
    const quantiles = (p: Full) => {
      const logs = KEYS.map((key) => Math.log(p[key]))
      return Array.from({ length: N }, (_, k) => {
        const u = Math.min(0.99, Math.max(0.01, (k + 0.5) / N))
        const below = AT.findLastIndex((at) => at <= u)
        const i = Math.min(3, Math.max(0, below))
        const [l0 = 0, l1 = 0, p0 = 0, p1 = 1] = [logs[i], logs[i + 1], AT[i], AT[i + 1]]
        return l0 + ((l1 - l0) * (u - p0)) / (p1 - p0)
      })
    }
    check(
      150,
      fc.property(role, role, (a, b) => {
        const [qa, qb] = [quantiles(a), quantiles(b)]
        let [less, atMost, sum] = [0, 0, 0]
        for (const y of qb) {
          while (less < N && (qa[less] ?? 0) < y - 1e-11) less++
          while (atMost < N && (qa[atMost] ?? 0) <= y + 1e-11) atMost++
          sum += (less + atMost) / 2
        }
        expect(Math.abs(estimated(a, b) - sum / N / N)).toBeLessThan(0.001)
      }),
    )
  })

  test('never falls when all of B is raised by the same per cent, or its outermost slopes do not steepen', () => {
    const raise = fc.double({ min: 0, max: 0.7, noNaN: true })
    check(
      1500,
      fc.property(role, role, five(raise), raise, (a, b, raises, inner) => {
        const before = estimated(a, b) - SLACK
        const raised = (p: Full, by: Full) => named(KEYS.map((key) => p[key] * Math.exp(by[key])) as Five)
        const same = named([inner, inner, inner, inner, inner])
        expect(estimated(a, raised(b, same))).toBeGreaterThanOrEqual(before)
        // p10 raised as far as p25, p90 at least as far as p75; the order of percentiles kept.
        expect(estimated(a, raised(b, { ...raises, p10: raises.p25 }))).toBeGreaterThanOrEqual(before)
        const p50 = b.p50 + inner * (b.p75 - b.p50)
        expect(estimated(a, { ...b, p50 })).toBeGreaterThanOrEqual(before)
        // Raising A instead never lifts it.
        expect(estimated(raised(a, same), b)).toBeLessThanOrEqual(before + 2 * SLACK)
      }),
    )
  })

  test('may fall when p25 alone is raised, since the continued slope then lowers the tail', () => {
    const even = named([25_000, 25_000, 25_000, 25_000, 25_000])
    const b = named([30_000, 30_000, 60_000, 60_000, 60_000])
    expect(estimated(even, b)).toBeCloseTo(1, 12)
    expect(estimated(even, { ...b, p25: 60_000 })).toBeLessThan(0.98)
    expect(overlapBounds(even, { ...b, p25: 60_000 }).low).toBeGreaterThanOrEqual(overlapBounds(even, b).low)
  })

  test('a change of currency or year’s dollars changes nothing', () => {
    const scaled = (p: Full, by: number) => named(KEYS.map((key) => p[key] * by) as Five)
    check(
      300,
      fc.property(role, role, fc.constantFrom(0.125, 2, 1024), (a, b, by) => {
        expect(estimated(scaled(a, by), scaled(b, by))).toBeCloseTo(estimated(a, b), 9)
        expect(overlapBounds(scaled(a, by), scaled(b, by))).toEqual(overlapBounds(a, b))
      }),
    )
  })

  test('is absent where any of the ten percentiles is', () => {
    for (const key of KEYS)
      for (const gap of [undefined, { atLeast: SUPPORT[key] }]) {
        expect(overlapEstimate({ ...SUPPORT, [key]: gap }, MARKETING)).toBeUndefined()
        expect(overlapEstimate(MARKETING, { ...SUPPORT, [key]: gap })).toBeUndefined()
      }
  })
})

describe('equal percentiles', () => {
  const flat = (pay: number) => named([pay, pay, pay, pay, pay])

  test('are workers on one wage: ties count half, in the bounds and in the estimate', () => {
    expect(estimated(flat(50_000), flat(50_000))).toBeCloseTo(0.5, 12)
    // 80% of each side is at 50,000: the middle ties, the tails are open.
    const { low, high } = overlapBounds(flat(50_000), flat(50_000))
    expect([low, high]).toEqual([0.405, 0.595])
    expect(estimated(flat(50_000), flat(50_001))).toBeCloseTo(1, 12)
    expect(payOverlap(flat(50_000), flat(50_001))).toEqual({ low: 81, high: 100, estimate: 99 })
  })

  test('a flat stretch at the bottom or the top has a level tail', () => {
    const floor = named([30_000, 30_000, 40_000, 50_000, 50_000])
    // A quarter of `floor` is at 30,000, below all of the others; a quarter at 50,000, above them.
    expect(estimated(floor, flat(40_000))).toBeCloseTo(0.5, 12)
    expect(estimated(floor, flat(30_000))).toBeCloseTo(0.125, 12)
    expect(estimated(floor, flat(50_000))).toBeCloseTo(0.875, 12)
  })
})

describe('roundOverlap', () => {
  const open = { low: 0, high: 1 }

  test('rounds to the nearest 5, half-way cases towards 50', () => {
    const shown = (estimate: number) => roundOverlap(estimate, open)
    expect([0.474, 0.475, 0.5, 0.525, 0.526, 0.774, 0.776].map(shown)).toEqual([45, 50, 50, 50, 55, 75, 80])
  })

  test('stays inside the bounds as shown', () => {
    expect(roundOverlap(0.984, { low: 0.7875, high: 0.99 })).toBe(99)
    expect(roundOverlap(0.79, { low: 0.7875, high: 0.8 })).toBe(80)
    expect(roundOverlap(0.812, { low: 0.8099, high: 0.8201 })).toBe(81)
    expect(roundOverlap(0.505, { low: 0.505, high: 0.505 })).toBe(50)
  })

  test('shows 0 or 100 only where the bounds allow nothing else', () => {
    expect(roundOverlap(0.001, open)).toBe(1)
    expect(roundOverlap(0.999, open)).toBe(99)
    expect(roundOverlap(0.998, { low: 0.9975, high: 1 })).toBe(99)
    expect(roundOverlap(1, { low: 1, high: 1 })).toBe(100)
    expect(roundOverlap(0, { low: 0, high: 0 })).toBe(0)
  })

  test('refuses what is not a share', () => {
    expect(() => roundOverlap(95, open)).toThrow(RangeError)
    expect(() => roundOverlap(Number.NaN, open)).toThrow(RangeError)
    expect(() => roundOverlap(0.5, { low: 79, high: 99 })).toThrow(RangeError)
    expect(() => roundOverlap(0.5, { low: 0.6, high: 0.4 })).toThrow(RangeError)
  })
})

describe('nothing to say, or nonsense', () => {
  test('is undefined where the percentiles exclude nothing', () => {
    expect(payOverlap({}, {})).toBeUndefined()
    expect(payOverlap({}, MARKETING)).toBeUndefined()
    expect(payOverlap(SUPPORT, { p10: undefined })).toBeUndefined()
    expect(overlapBounds({}, MARKETING)).toEqual({ low: 0, high: 1 })
    expect(payOverlap({ p90: { atLeast: 239_200 } }, { p10: { atLeast: 30_000 } })).toBeUndefined()
    expect(payOverlap({ p50: 60_000 }, { p50: 60_000 })).toEqual({ low: 12, high: 88 })
  })

  test.each<[string, Percentiles, RegExp]>([
    ['zero', { ...SUPPORT, p10: 0 }, /p10 must be a positive amount, not 0/],
    ['a negative amount', { p75: -1 }, /p75 must be a positive amount/],
    ['not a number', { p50: Number.NaN }, /p50 must be a positive amount/],
    ['infinity', { p90: Number.POSITIVE_INFINITY }, /p90 must be a positive amount/],
    ['a zero top code', { p90: { atLeast: 0 } }, /p90 must be a positive amount/],
    ['a decrease', { ...SUPPORT, p50: 48_000 }, /must not decrease: p50 is 48000, below p25 at 49000/],
    ['a decrease over a gap', { p10: 50_000, p90: 40_000 }, /must not decrease: p90 is 40000, below p10 at 50000/],
    ['a value below an earlier top code', { p75: { atLeast: 239_200 }, p90: 200_000 }, /must not decrease: p90/],
  ])('%s throws', (_, bad, message) => {
    for (const run of [overlapBounds, overlapEstimate, payOverlap]) {
      expect(() => run(bad, SUPPORT)).toThrow(RangeError)
      expect(() => run(bad, SUPPORT)).toThrow(message)
      expect(() => run(SUPPORT, bad)).toThrow(message)
    }
  })
})
