import { describe, expect, it } from 'vitest'
import { type Candidate, chooseSuperlative, type Ranking, SUPERLATIVES, type SuperlativeRule } from './superlatives'

const STATES = SUPERLATIVES['oews-state'] as SuperlativeRule
const METROS = SUPERLATIVES['oews-metro'] as SuperlativeRule

const mean = (code: string, amount: number): Candidate => ({ code, name: code, mean: amount })
const capped = (code: string, lower: number | null = 239_200): Candidate => ({
  code,
  name: code,
  capped: true,
  ...(lower === null ? {} : { lower }),
})
const ranking = (candidates: Candidate[], more: Partial<Ranking> = {}): Ranking => ({
  nation: { state: 'published', value: 60_000 },
  cells: 10,
  means: 10,
  candidates,
  partial: false,
  ...more,
})
const THREE = [mean('CA', 80_000), mean('NY', 70_000), mean('TX', 50_000)]

describe('what leads', () => {
  it.each<[string, Candidate[], object]>([
    ['the highest published mean, with the nation’s beside it', THREE, { leader: 'CA', nation: 60_000, higher: [] }],
    [
      'the smaller code where two are equal',
      [mean('NY', 80_000), mean('CA', 80_000), mean('TX', 50_000)],
      { leader: 'CA', nation: 60_000, higher: [] },
    ],
    [
      'the highest published one although a capped state may be higher, which is named',
      [mean('FL', 434_010), mean('NY', 300_000), mean('TX', 250_000), capped('WA')],
      { leader: 'FL', nation: 60_000, higher: ['WA'] },
    ],
    [
      'the highest published one that lies at the very cap',
      [mean('FL', 239_200), mean('NY', 200_000), mean('TX', 100_000), capped('WA')],
      { leader: 'FL', nation: 60_000, higher: ['WA'] },
    ],
    [
      'the capped states where every published mean is below the cap',
      [capped('WI'), ...THREE, capped('IL')],
      { capped: ['IL', 'WI'], nation: 60_000 },
    ],
    [
      'the highest published one where the cap is not known',
      [...THREE, capped('WA', null)],
      { leader: 'CA', nation: 60_000, higher: ['WA'] },
    ],
  ])('%s', (_, candidates, wanted) => {
    const found = chooseSuperlative(STATES, ranking(candidates))
    if ('state' in found) throw new Error(found.reason)
    const names = (cells: { code: string }[]) => cells.map(({ code }) => code)
    expect(
      'leader' in found
        ? { leader: found.leader.code, nation: found.nation, higher: names(found.mayBeHigher) }
        : { capped: names(found.capped), nation: found.nation },
    ).toEqual(wanted)
  })
})

describe('why nothing leads', () => {
  it.each<[string, Ranking, { state: string; reason?: string }]>([
    [
      'fewer than three qualify',
      ranking(THREE.slice(0, 2)),
      { state: 'not-applicable', reason: 'fewer than three states have a published mean and 1,000 jobs or more' },
    ],
    [
      'a capped one is no third',
      ranking([...THREE.slice(0, 2), capped('WA')]),
      { state: 'not-applicable', reason: 'fewer than three states have a published mean and 1,000 jobs or more' },
    ],
    [
      'none is above the nation',
      ranking(THREE, { nation: { state: 'published', value: 80_000 } }),
      { state: 'not-applicable', reason: 'no state’s published mean is above the nation’s' },
    ],
    [
      'the cap is below the nation, so that nobody knows',
      ranking([...THREE, capped('WA')], { nation: { state: 'published', value: 240_000 } }),
      { state: 'not-applicable', reason: 'no state’s published mean is above the nation’s' },
    ],
    [
      'paid by the hour',
      ranking([], { nation: { state: 'not-applicable', value: null }, means: 0 }),
      { state: 'not-applicable', reason: 'paid by the hour, so that there is no yearly mean to rank by' },
    ],
    [
      'every mean is withheld',
      ranking([], { means: 0 }),
      { state: 'not-published', reason: 'the mean of every state is withheld' },
    ],
    [
      'the nation’s mean is withheld',
      ranking(THREE, { nation: { state: 'not-published', value: null } }),
      { state: 'not-published', reason: 'the nation’s mean is withheld' },
    ],
    [
      'the nation’s release of that period is not there',
      ranking(THREE, { nation: undefined }),
      { state: 'not-in-our-copy', reason: 'the nation’s mean of this release' },
    ],
    [
      'a whole file has no row of it',
      ranking([], { cells: 0, means: 0 }),
      { state: 'not-published', reason: 'no state has figures of it' },
    ],
    [
      'a copy with holes has no row of it',
      ranking([], { cells: 0, means: 0, partial: true }),
      { state: 'not-in-our-copy' },
    ],
  ])('%s', (_, given, wanted) => expect(chooseSuperlative(STATES, given)).toEqual(wanted))

  it('says how well the jobs of a metro must be counted', () => {
    expect(chooseSuperlative(METROS, ranking([]))).toEqual({
      state: 'not-applicable',
      reason: 'fewer than three metros have a published mean and 250 jobs or more, counted within 10%',
    })
  })
})
