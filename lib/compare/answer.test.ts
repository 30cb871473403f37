import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPairs } from '@/bin/testing/pairs'
import { plainText } from './answer'
import { buildComparison, type Comparison } from './comparison'

const GOLDEN = fileURLToPath(new URL('answers.golden.json', import.meta.url))

/** Every kind of pair: clear, unclear, hourly only, yearly only, no figure, titles, one occupation twice, growth and decline. */
const PAIRS: [string, string][] = [
  ['lead-technician', 'technical-product-manager'],
  ['lead-technician', 'registered-nurse'],
  ['lead-technician', 'user-support-specialist'],
  ['marketing-manager', 'technical-product-manager'],
  ['product-manager', 'technical-product-manager'],
  ['account-executive', 'office-manager'],
  ['paralegal', 'registered-nurse'],
  ['electrician', 'plumber-or-pipefitter'],
  ['actor', 'software-developer'],
  ['actor', 'dancer'],
  ['elementary-school-teacher', 'lawyer'],
  ['elementary-school-teacher', 'actor'],
  ['accountant-or-auditor', 'data-scientist'],
  ['cashier', 'fast-food-or-counter-worker'],
  ['chief-executive', 'janitor-or-building-cleaner'],
  ['physician-assistant', 'registered-nurse'],
  ['project-management-specialist', 'software-developer'],
  ['airline-pilot-or-flight-engineer', 'flight-attendant'],
  ['dental-hygienist', 'general-dentist'],
  ['firefighter', 'police-officer'],
  ['judge-or-magistrate', 'musician-or-singer'],
  ['manager-in-another-field', 'engineer-in-another-field'],
]

let pairs: Awaited<ReturnType<typeof openPairs>>
beforeAll(async () => {
  pairs = await openPairs()
})
afterAll(() => pairs?.store.drop())

const compare = (a: string, b: string): Comparison =>
  buildComparison(pairs.inputFor(...((a < b ? [a, b] : [b, a]) as [string, string])))

function words(comparison: Comparison): string[] {
  const { overlap, about, ownAnswer, answer, switching } = comparison
  return [
    plainText(ownAnswer),
    plainText(answer),
    ...about.map(plainText),
    overlap
      ? plainText([
          overlap.lead,
          overlap.range,
          ...(overlap.estimate ? [': our estimate is ', overlap.estimate] : []),
          '.',
        ])
      : '',
    ...switching.flatMap((direction) => [plainText(direction.entry), direction.related]),
  ].filter(Boolean)
}

it('answers thirty pairs of every kind as they were read and approved', () => {
  const known = PAIRS.filter(([a, b]) => pairs.slugs.includes(a) && pairs.slugs.includes(b))
  const more = pairs.slugs.filter((_, i) => i % 41 === 7)
  const all = [
    ...known,
    ...more
      .slice(0, 30 - known.length)
      .map((slug, i): [string, string] => [slug, pairs.slugs[(i * 97 + 11) % pairs.slugs.length] ?? '']),
  ]
  expect(known.map(([a, b]) => `${a} ${b}`)).toHaveLength(PAIRS.length)
  const now = Object.fromEntries(all.map(([a, b]) => [`${a} vs ${b}`, words(compare(a, b))]))
  if (process.env.UPDATE_GOLDEN || !existsSync(GOLDEN)) writeFileSync(GOLDEN, `${JSON.stringify(now, null, 2)}\n`)
  expect(Object.keys(now)).toHaveLength(30)
  expect(now).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')))
})

it('says of two roles of one occupation that its figures cannot tell them apart', () => {
  const [two, one] = [compare('charge-nurse', 'travel-nurse'), compare('product-manager', 'marketing-manager')].map(
    ({ answer, overlap, switching, overview }) => {
      expect([overlap, switching, overview.filter((row) => row.difference)]).toEqual([undefined, [], []])
      return plainText(answer)
    },
  )
  const shared = 'One set of official figures stands for both roles, so it cannot show how they differ.'
  expect(two).toMatch(
    /^Charge nurses and travel nurses are not counted officially: both fall under registered nurses\. /,
  )
  expect(one).toMatch(/^Product managers are not counted officially: they fall under marketing managers\. /)
  expect([two, one].filter((text) => text?.includes(shared))).toHaveLength(2)
})

it('writes good English for 5,000 pairs drawn at random', () => {
  let seed = 20261123
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed / 2147483648
  }
  const draw = () => pairs.slugs[Math.floor(random() * pairs.slugs.length)] ?? ''
  const bad =
    /undefined|\bNaN\b|\bnull\b|Infinity|\[object| {2}|\.\.|\( | \)| ,| \.|,,|\ba [aeiou](?!ne\b|ni|se|uro)|\ban [bcdfgjkpqtvwyz]|^$|: \.|\$-/
  const found: string[] = []
  for (let i = 0; i < 5000; i += 1) {
    const [a, b] = [draw(), draw()]
    if (a === b) continue
    const comparison = compare(a, b)
    const texts = words(comparison)
    for (const text of texts) {
      const match = bad.exec(text)
      if (match) found.push(`${a} vs ${b}: …${text.slice(Math.max(0, match.index - 40), match.index + 40)}…`)
      if (!/^[A-Z]/.test(text) || !/[.%]$/.test(text))
        found.push(`${a} vs ${b}: ${text.slice(0, 80)} … ${text.slice(-30)}`)
    }
    // Between two roles of one occupation there is no overlap to tell and no way to switch.
    const least = comparison.a.occupation.code === comparison.b.occupation.code ? 3 : 5
    if (texts.length < least) found.push(`${a} vs ${b}: says too little`)
  }
  expect(found.slice(0, 20)).toEqual([])
})

it('ties every number of the answer to figures and a listed source', () => {
  for (const [a, b] of PAIRS) {
    const comparison = compare(a, b)
    const sources = comparison.cite.list().length
    for (const part of [...comparison.answer, ...comparison.ownAnswer]) {
      if (typeof part === 'string') {
        expect(part.replaceAll(/\d{4} to \d{4}/g, '')).not.toMatch(/\d/)
        continue
      }
      expect(part.ids.length).toBeGreaterThan(0)
      for (const n of part.sources) expect(n).toBeLessThanOrEqual(sources)
    }
  }
})
