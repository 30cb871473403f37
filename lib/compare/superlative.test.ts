import { expect, it } from 'vitest'
import { type Figure, FigureSet } from '../figures/figure'
import { plainText } from './answer'
import { Citations, type CitedRelease } from './cite'
import { gapOf, gapText } from './gap'
import { superlativeParts } from './superlative'

const release = (key: string): [string, CitedRelease] => [key, { key, label: 'May 2025' } as CitedRelease]
const cite = () => new Citations(new Map([release('oews-state-2025-05'), release('oews-sector-2025-05')]))
const NATION = '15-1232~pay.annual.mean~us~oews-national-2025-05'

const figure = (of: Partial<Figure>): Figure =>
  ({
    ...{ id: `15-1232~${of.measure ?? 'pay.top-state'}~${of.item ?? ''}`, measure: 'pay.top-state', item: '' },
    ...{ specialty: '', state: 'derived', value: null, text: null, lower: null, note: null, reference: 71_490 },
    ...{ derivedFrom: [NATION], release: 'oews-state-2025-05' },
    ...of,
  }) as Figure
const leader = figure({ item: 'US-FL', text: 'Florida', value: 434_010 })
const capped = (item: string, text: string) => figure({ item, text, state: 'top-coded', lower: 239_200 })
const nation = figure({ id: NATION, measure: 'pay.annual.mean', state: 'published', value: 71_490 })

const read = (figures: Figure[], measure = 'pay.top-state') =>
  superlativeParts(new FigureSet(figures), measure, cite()) ?? []

it.each<[string, Figure[], string]>([
  [
    'the amount, what it is and of when, and the nation’s',
    [leader],
    'Florida, $434,010, mean in May 2025; nation $71,490',
  ],
  [
    'that a capped state may be higher',
    [leader, capped('US-WA', 'Washington')],
    'highest published: Florida, $434,010, mean in May 2025; nation $71,490; Washington is published only as $239,200 or more and may be higher',
  ],
  [
    'that several may be',
    [leader, capped('US-IL', 'Illinois'), capped('US-WI', 'Wisconsin')],
    'highest published: Florida, $434,010, mean in May 2025; nation $71,490; Illinois and Wisconsin are published only as $239,200 or more and may be higher',
  ],
  [
    'the capped states that lead',
    [capped('US-IL', 'Illinois'), capped('US-WI', 'Wisconsin')],
    'Illinois and Wisconsin, $239,200 or more, mean in May 2025; nation $71,490',
  ],
])('tells %s', (_, figures, wanted) => expect(plainText(read(figures))).toBe(wanted))

it('ties the nation’s amount to the nation’s own figure where the page has it', () => {
  const amountOf = (parts: ReturnType<typeof read>) =>
    parts.find((part) => (typeof part === 'string' ? part : part.text).includes('71,490'))
  expect(amountOf(read([leader, nation]))).toMatchObject({ text: '$71,490', ids: [NATION] })
  const newer = { ...nation, id: NATION.replace('2025', '2026'), value: 80_000 }
  expect(amountOf(read([leader, newer]))).toBe('$71,490')
})

it('calls an industry by its short name and tells the official one beside it', () => {
  const official =
    'Federal, State, and Local Government, excluding State and Local Government Schools and Hospitals and the U.S. Postal Service (OEWS Designation)'
  const of = { measure: 'pay.top-industry', item: '99', text: official, value: 90_000, release: 'oews-sector-2025-05' }
  const parts = read([figure(of)], 'pay.top-industry')
  expect(plainText(parts)).toBe('Federal, state and local government, $90,000, mean in May 2025; nation $71,490')
  expect(parts).toContainEqual(expect.objectContaining({ title: official }))
})

it('gives the store’s own reason where there is none', () => {
  const note = 'fewer than three states have a published mean and 1,000 jobs or more'
  const set = new FigureSet([figure({ state: 'not-applicable', note, reference: null, derivedFrom: null })])
  expect(superlativeParts(set, 'pay.top-state', cite())).toBeUndefined()
  expect(gapText(gapOf(set, 'pay.top-state'))).toBe(`not applicable: ${note}`)
  expect(gapText(gapOf(new FigureSet([]), 'pay.top-state'))).toBe('not in our copy')
})
