import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPairs } from '@/bin/testing/pairs'
import { listMeasures } from '../figures/measures'
import { STATE_WORDS } from '../figures/states'
import { plainText } from './answer'
import { buildComparison, type Comparison } from './comparison'
import { gapText } from './gap'
import { cellText, type Row } from './rows'
import { topExperience } from './top'

let pairs: Awaited<ReturnType<typeof openPairs>>
beforeAll(async () => {
  pairs = await openPairs()
})
afterAll(() => pairs?.store.drop())

const compare = (a: string, b: string): Comparison =>
  buildComparison(pairs.inputFor(...((a < b ? [a, b] : [b, a]) as [string, string])))

const drawn = (count: number): Comparison[] =>
  Array.from({ length: count }, (_, i) => {
    const [a, b] = [pairs.slugs[(i * 131 + 5) % pairs.slugs.length], pairs.slugs[(i * 211 + 99) % pairs.slugs.length]]
    return compare(a ?? '', b === a ? 'actor' : (b ?? ''))
  })

const rowsOf = ({ overview, salary, education, people }: Comparison): Row[] => [
  ...overview,
  ...salary,
  ...education.rows,
  ...people.rows,
  ...people.ages,
  ...people.heads,
]

/** A row as it is read: both cells and the difference. */
function line(rows: readonly Row[], label: string): string[] {
  const row = rows.find((one) => one.label === label)
  if (!row) return []
  const { difference } = row
  return [
    ...row.cells.map(cellText),
    ...(difference ? [`${difference.leader?.name ?? ''} ${difference.amount.text}`.trim()] : []),
  ]
}

it('names who has the larger figure in every difference, without a sign to be read', () => {
  const { overview, people } = compare('electrician', 'lawyer')
  expect(line(overview, 'Yearly pay, mean')).toEqual(['$71,490', '$185,840', 'Lawyer +$114,350'])
  expect(line(overview, 'Projected growth').at(-1)).toBe('Electrician +5.4 points')
  expect(line(people.rows, 'Median age').at(-1)).toBe('Lawyer +6.8 years')
  let read = 0
  for (const comparison of drawn(120)) {
    for (const { difference, cells } of rowsOf(comparison)) {
      if (!difference) continue
      read += 1
      const names = comparison.sides.flatMap(({ occupation, role }) => [occupation.singular, role.singular])
      if (difference.leader)
        expect(names.map((name) => name.toLowerCase())).toContain(difference.leader.name.toLowerCase())
      else expect(difference.amount.text).toBe('same')
      expect(difference.amount.text).toMatch(/^(same|\+\$?\d[\d,]*(\.\d+)?( points?| years?)?)$/)
      expect(difference.amount.text).not.toMatch(/\+1(\.0)? (points|years)$/)
      expect(cells.every((cell) => 'parts' in cell)).toBe(true)
    }
  }
  expect(read).toBeGreaterThan(1000)
})

it('keeps one precision in a row', () => {
  for (const comparison of drawn(120)) {
    for (const row of rowsOf(comparison)) {
      if (row.label === 'Experience most often required') continue
      const digits = row.cells.flatMap((cell) =>
        [...cellText(cell).matchAll(/\d+(?:\.(\d+))?%/g)].map(([, d]) => d?.length ?? 0),
      )
      expect(new Set(digits).size, `${row.label}: ${row.cells.map(cellText).join(', ')}`).toBeLessThan(2)
    }
  }
})

it('compares ages as shares of each occupation’s people, and shows men as well as women', () => {
  const { people } = compare('electrician', 'lawyer')
  expect(line(people.ages, 'Aged 25 to 34')).toEqual(['25%', '21%', 'Electrician +4 points'])
  expect(line(people.ages, 'Aged 16 to 19').slice(0, 2)).toEqual(['2%', 'under 1%'])
  expect(line(people.rows, 'Women').slice(0, 2)).toEqual(['3.5%', '42.9%'])
  expect(line(people.rows, 'Men')).toEqual(['96.5%', '57.1%', 'Electrician +39.4 points'])
  expect(people.rows.find(({ label }) => label === 'Men')?.note).toMatch(/^derived/)
  expect(line(people.heads, 'Aged 25 to 34')).toEqual(['261,000', '241,000'])
})

it('never reads a rounded thousand as none, and takes no share of fewer than 50,000 people', () => {
  const { people, overview } = compare('survey-researcher', 'lawyer')
  expect(line(people.rows, 'People employed')[1]).toBe('under 500')
  expect(line(people.ages, 'Aged 25 to 34')).toEqual(['21%', 'no share: under 500 people in all'])
  expect(line(overview, 'Projected growth').join(' ')).toMatch(/% of [\d,]+ jobs/)
  for (const comparison of drawn(120))
    for (const row of rowsOf(comparison))
      for (const cell of row.cells) expect(cellText(cell), row.label).not.toMatch(/^0%?$/)
})

it('shows the people employed once, with the year of the survey', () => {
  for (const comparison of drawn(60)) {
    const rows = rowsOf(comparison).filter(({ label }) => label === 'People employed')
    expect(rows.length).toBeLessThan(2)
    for (const { note } of rows) expect(note).toMatch(/^household survey, 20\d\d$/)
  }
})

it('compares nothing between two roles that a survey counts together', () => {
  const { people, education, overview } = compare('orthodontist', 'prosthodontist')
  for (const row of [...people.rows, ...people.ages, ...education.rows]) {
    expect([row.together, row.difference], row.label).toEqual([true, undefined])
    expect(row.cells[0]).toMatchObject({ group: 'all dentists' })
  }
  expect(people.rows.length + people.ages.length).toBeGreaterThan(8)
  expect(overview.find(({ label }) => label === 'Median age')?.together).toBe(true)
  expect(line(overview, 'Yearly pay, mean')).toHaveLength(3)
})

it('names the group at every figure of a survey that counts more than the occupation', () => {
  const { people, education, overview } = compare('prosthodontist', 'registered-nurse')
  const theirs = overview.filter(({ label }) => /^(Median age|Most common education)$/.test(label))
  for (const row of [...people.rows, ...people.ages, ...education.rows, ...theirs]) {
    expect(row.cells[0], row.label).toMatchObject({ group: 'all dentists' })
    expect(row.cells[1], row.label).not.toHaveProperty('group')
  }
})

it('shows hourly and yearly pay each with its own percentiles and unit, and turns neither into the other', () => {
  const { salary, payNote } = compare('actor', 'elementary-school-teacher')
  expect(line(salary, 'Median')).toEqual(['$29.05 an hour', '$63,970 a year'])
  expect(line(salary, '90th percentile')).toHaveLength(2)
  expect(payNote).toMatch(/^Actors: pay is published by the hour only\. .* not turned into each other/)
  const both = compare('actor', 'lawyer')
  expect(line(both.salary, 'Median').slice(0, 1)).toEqual(['$29.05'])
  expect(line(both.salary, 'Median').at(-1)).toMatch(/^Lawyer \+\$\d+\.\d\d$/)
  expect(line(both.overview, 'Yearly pay, median')[0]).toBe('not applicable: published by the hour only')
})

it('gives every gap of 40 pages the reason that the store has', () => {
  const said = new Set<string>()
  let gaps = 0
  for (const comparison of drawn(40)) {
    for (const row of rowsOf(comparison)) {
      for (const [i, cell] of row.cells.entries()) {
        if ('parts' in cell) continue
        gaps += 1
        said.add(gapText(cell))
        expect(gapText(cell).startsWith(STATE_WORDS[cell.state]), gapText(cell)).toBe(true)
        const measure = listMeasures().find(({ label }) => label === row.label)
        const figure = measure && comparison.sides[i]?.official.figures.find((one) => one.measure === measure.key)
        if (measure) expect(cell.state, row.label).toBe(figure?.state ?? measure.absent)
        expect(['published', 'derived', 'top-coded'], row.label).not.toContain(cell.state)
      }
    }
  }
  expect(gaps).toBeGreaterThan(40)
  // Every release of the dataset is whole.
  for (const text of said) expect(text).not.toMatch(/not in our copy|not published: not published/)
  expect([...said].some((text) => text.startsWith('not applicable: '))).toBe(true)
})

it('names no band of experience that what is withheld could exceed, over all occupations', () => {
  let withheld = 0
  for (const slug of pairs.slugs) {
    const { a, b, overview } = compare(slug, slug === 'actor' ? 'lawyer' : 'actor')
    const side = a.role.slug === slug ? 0 : 1
    const set = (side === 0 ? a : b).official
    const known = set.list('experience.required').filter(({ specialty }) => specialty === '')
    if (known.length === 0 || (side === 0 ? a : b).role.kind === 'title') continue
    const sum = known.reduce((all, { value }) => all + (value ?? 0), 0)
    const most = Math.max(...known.map(({ value }) => value ?? 0))
    const text = line(overview, 'Experience most often required')[side] ?? ''
    expect(/withheld/.test(text), `${slug}: ${text}`).toBe(
      most <= 100 - sum && known.some(({ value }) => value === null),
    )
    if (topExperience(set)?.kind === 'withheld') withheld += 1
  }
  expect(withheld).toBeGreaterThan(60)
})

it('keeps no skill that is to gain, in either direction', () => {
  const cook = compare('restaurant-cook', 'chef-or-head-cook')
  expect(cook.switching.find(({ to }) => to.role.slug === 'chef-or-head-cook')?.skills?.toGain.length).toBeGreaterThan(
    5,
  )
  for (const comparison of [cook, ...drawn(200)]) {
    const kept = comparison.switching[0]?.skills?.shared.map(({ name }) => name) ?? []
    const gained = comparison.switching.flatMap(({ skills }) => skills?.toGain.map(({ name }) => name) ?? [])
    expect(kept.filter((name) => gained.includes(name))).toEqual([])
  }
})

it('reads one level of qualification as one only where it is not bound to a field or a trade', () => {
  const entry = (from: string, to: string) =>
    plainText(compare(from, to).switching.find(({ to: side }) => side.role.slug === to)?.entry ?? [])
  expect(entry('electrician', 'plumber-or-pipefitter')).toBe(
    'Typical entry for plumbers and pipefitters: a high school diploma or equivalent, the same in both; also an apprenticeship, in another trade.',
  )
  expect(entry('dermatologist', 'lawyer')).toMatch(
    /also a doctoral or professional degree, which may be in another field\.$/,
  )
  for (const comparison of drawn(120))
    for (const { entry: parts } of comparison.switching) expect(plainText(parts)).not.toMatch(/as now/)
})
