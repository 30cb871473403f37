import { expect, test } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import { parseContent } from './content'
import { loadRules } from './load-rules'
import { checkPosting, hintsOn, type Rule } from './rules'

const TODAY = '2026-11-24'
const TYPED = typedPosting({
  workplace: 'on-site',
  places: 'Chicago, IL',
  payMin: '60000',
  payMax: '90000',
  benefits: '',
  apply: 'a@example.net',
  validThrough: '2026-12-21',
})
const rules = loadRules()

function check(changes: Record<string, string>, table: readonly Rule[] = rules) {
  const { content, errors } = parseContent({ ...TYPED, ...changes }, TODAY)
  if (!content) throw new Error(JSON.stringify(errors))
  return checkPosting(content, table, TODAY).map(({ rule, blocks }) => `${rule.id}${blocks ? '!' : ''}`)
}

test('the table is whole: ids once, each of the places asked for, sources given', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  const places = new Set(rules.map(({ jurisdiction }) => jurisdiction))
  for (const place of ['US-CO', 'US-WA', 'US-CA', 'US-NY', 'US-NY-NYC', 'US-IL', 'CA-ON', 'EU'])
    expect(places).toContain(place)
})

test('Illinois wants pay and benefits; a checked rule blocks, another advises', () => {
  expect(check({})).toEqual(['us-il-benefits!', 'us-il-other'])
  expect(check({ benefits: 'Health insurance', commission: 'A bonus each year' })).toEqual([])
  const unsure = rules.map((rule) => ({ ...rule, status: 'secondary' as const }))
  expect(check({}, unsure)).toEqual(['us-il-benefits', 'us-il-other'])
})

test('a borough is New York City', () => {
  const city = rules
    .filter(({ jurisdiction }) => jurisdiction === 'US-NY-NYC')
    .map((rule) => ({ ...rule, requires: 'benefits' as const, status: 'checked' as const }))
  for (const places of ['New York, NY', 'Brooklyn, NY', 'Bronx, NY', 'Staten Island, NY'])
    expect(check({ places }, city), places).toEqual(['us-ny-nyc-pay!'])
  expect(check({ places: 'Albany, NY' }, city)).toEqual([])
})

test('remote work from anywhere in the country meets the rules that reach it', () => {
  const found = check({ workplace: 'remote', places: 'United States' })
  expect(found).toContain('us-co-benefits!')
  expect(found).not.toContain('us-il-benefits!')
})

test('Ontario: statements, width of the range, no Canadian experience', () => {
  const ontario = { places: 'Toronto, Ontario, Canada', payCurrency: 'CAD' }
  expect(check({ ...ontario, payMin: '60000', payMax: '120000' }).filter((id) => id.startsWith('ca-on'))).toEqual(
    expect.arrayContaining(['ca-on-range-width', 'ca-on-ai', 'ca-on-vacancy']),
  )
  const said = { vacancy: 'open', screening: 'none', payMin: '60000', payMax: '110000' }
  expect(check({ ...ontario, ...said })).toEqual([])
  expect(check({ ...ontario, ...said, needed: 'Canadian experience' })).toEqual(['ca-on-experience'])
})

test('a rule that is not yet in force is left out', () => {
  expect(
    check(
      {},
      rules.map((rule) => ({ ...rule, from: '2027-01-01' })),
    ),
  ).toEqual([])
})

test('wording is hinted at, never blocked', () => {
  const { content } = parseContent({ ...TYPED, needed: 'Digital native\nRecent graduate' }, TODAY)
  expect(content && hintsOn(content)).toHaveLength(2)
})
