import { formatWhole } from '../format'
import type { FigureState } from './states'

/** How a superlative is chosen: among which cells of which source, and what they are called. */
export type SuperlativeRule = {
  measure: string
  by: 'place' | 'industry'
  /** Kinds of places that are ranked. */
  kinds: readonly string[]
  /** The fewest published jobs of a cell that is ranked. */
  jobs: number
  /** The largest relative standard error of these jobs, in percent. */
  error?: number
  one: string
  many: string
}

/**
 * Superlatives by the source that they are made from. Small cells are left out because their means swing; the bounds
 * are ours.
 */
export const SUPERLATIVES: Readonly<Record<string, SuperlativeRule>> = {
  'oews-state': { measure: 'pay.top-state', by: 'place', kinds: ['state'], jobs: 1000, one: 'state', many: 'states' },
  'oews-metro': {
    measure: 'pay.top-metro',
    by: 'place',
    kinds: ['metro'],
    jobs: 250,
    error: 10,
    one: 'metro',
    many: 'metros',
  },
  'oews-sector': {
    measure: 'pay.top-industry',
    by: 'industry',
    kinds: [],
    jobs: 1000,
    one: 'industry',
    many: 'industries',
  },
}

const MEASURES = new Set(Object.values(SUPERLATIVES).map(({ measure }) => measure))

/** Whether a measure is a superlative, made from other figures. */
export const isSuperlative = (measure: string): boolean => MEASURES.has(measure)

/** The fewest published cells among which one leads. */
const FEWEST = 3

/** A cell with enough jobs: its published mean, or the bound from which it is capped, as far as that is known. */
export type Candidate = { code: string; name: string; rse?: number } & (
  | { mean: number }
  | { capped: true; lower?: number }
)

/** The nation's mean of the same period; undefined where that release is not in the store. */
export type Nation = { state: FigureState; value: number | null } | undefined

/** What is known of one occupation in a release. */
export type Ranking = {
  nation: Nation
  /** How many cells the release has of it, and how many of those have a mean, capped ones among them. */
  cells: number
  means: number
  candidates: readonly Candidate[]
  /** Whether the release was read from a copy that lacks rows. */
  partial: boolean
}

type Published = Extract<Candidate, { mean: number }>
type Capped = Extract<Candidate, { capped: true }>

/** What leads, or why nothing does. */
export type Superlative =
  | { leader: Published; nation: number; mayBeHigher: Capped[] }
  | { capped: Capped[]; nation: number }
  | { state: FigureState; reason?: string }

const byCode = (a: Candidate, b: Candidate) => (a.code < b.code ? -1 : 1)

/**
 * Chooses what leads. A capped cell leads only where its bound is above every published mean that is ranked; where it
 * is not, it may be higher than the leader and is named.
 */
export function chooseSuperlative(rule: SuperlativeRule, ranking: Ranking): Superlative {
  const { nation, cells, means, candidates, partial } = ranking
  const { one, many, jobs, error } = rule
  if (cells === 0 && partial) return { state: 'not-in-our-copy' }
  if (cells === 0) return { state: 'not-published', reason: `no ${one} has figures of it` }
  if (!nation) return { state: 'not-in-our-copy', reason: 'the nation’s mean of this release' }
  if (nation.state === 'not-applicable')
    return { state: 'not-applicable', reason: 'paid by the hour, so that there is no yearly mean to rank by' }
  if (means === 0) return { state: 'not-published', reason: `the mean of every ${one} is withheld` }
  const published = candidates
    .filter((candidate) => 'mean' in candidate)
    .toSorted((a, b) => b.mean - a.mean || byCode(a, b))
  const capped = candidates.filter((candidate) => 'capped' in candidate).toSorted(byCode)
  const [leader] = published
  if (!leader || published.length < FEWEST) {
    const counted = error === undefined ? '' : `, counted within ${error}%`
    return {
      state: 'not-applicable',
      reason: `fewer than three ${many} have a published mean and ${formatWhole(jobs)} jobs or more${counted}`,
    }
  }
  if (nation.value === null) return { state: 'not-published', reason: 'the nation’s mean is withheld' }
  const above = capped.filter(({ lower }) => lower !== undefined && lower > leader.mean)
  if (above.length > 0 && above.length === capped.length && (above[0]?.lower ?? 0) > nation.value)
    return { capped: above, nation: nation.value }
  if (leader.mean <= nation.value)
    return { state: 'not-applicable', reason: `no ${one}’s published mean is above the nation’s` }
  return { leader, nation: nation.value, mayBeHigher: capped }
}
