import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleFor, getRoleName, nameByRule, type RoleName } from './names'

const GOLDEN = new URL('./names.golden.csv', import.meta.url)
const GOLDEN_HEADER = 'code,singular,plural,article,rule_singular,rule_plural'
const RESERVED = new Set(['in', 'compare', 'new', 'search', 'index', 'feed', 'sitemap'])

/** Cells of one CSV line (RFC 4180, no line breaks inside cells). */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) =>
    m[1] === undefined ? (m[2] ?? '') : m[1].replaceAll('""', '"'),
  )
}

const linesOf = (file: string): string[] =>
  readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
const lines = linesOf('role-names.csv')
const rows = lines.slice(1).map((line) => {
  const [code = '', title = '', singular = '', plural = '', ...rest] = cells(line)
  return { code, title, singular, plural, rest }
})
const table: ReadonlyMap<string, RoleName> = new Map(
  rows.map(({ code, singular, plural }) => [code, { singular, plural, article: articleFor(singular) }]),
)
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The values that appear more than once. */
const repeated = (values: string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)

describe('the table of role names', () => {
  it('has one well-formed row per occupation, in order of code', () => {
    expect(lines[0]).toBe('code,title,singular,plural')
    expect(rows).toHaveLength(830)
    const codes = rows.map((row) => row.code)
    expect(codes).toEqual([...codes].sort())
    expect(repeated(codes)).toEqual([])
    for (const row of rows) {
      expect(row.code).toMatch(/^\d\d-\d{4}$/)
      expect(row.title, row.code).not.toBe('')
      expect(row.rest, row.code).toEqual([])
    }
  })

  it('names every occupation once: singulars, plurals and slugs are unique', () => {
    expect(repeated(rows.map((row) => row.singular.toLowerCase()))).toEqual([])
    expect(repeated(rows.map((row) => row.plural.toLowerCase()))).toEqual([])
    expect(repeated(rows.map((row) => slugOf(row.singular)))).toEqual([])
    expect(rows.filter((row) => row.singular === row.plural)).toEqual([])
  })

  it('uses plain characters and stays short', () => {
    for (const { code, singular, plural } of rows) {
      for (const name of [singular, plural]) {
        expect(name, code).toMatch(/^[A-Za-z0-9]+(?:[ '-][A-Za-z0-9]+)*$/)
        expect(name.length, `${code}: ${name}`).toBeLessThanOrEqual(60)
        expect(name, code).not.toMatch(/all other|except|miscellaneous| {2}/i)
      }
    }
  })

  it('is lower case but for acronyms and proper nouns', () => {
    const capitals = rows.flatMap((row) => `${row.singular} ${row.plural}`.match(/\S*[A-Z]\S*/g) ?? [])
    expect([...new Set(capitals)].sort()).toEqual(
      ['CNC', 'DJ', 'DJs', 'ESL', 'English', 'HVAC', 'IT', 'MRI', 'QA', 'RV'].sort(),
    )
  })

  it('gives slugs that are safe in an address', () => {
    for (const { code, singular } of rows) {
      const slug = slugOf(singular)
      expect(slug, code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(`-${slug}-`, code).not.toContain('-vs-')
      expect(RESERVED.has(slug), code).toBe(false)
    }
  })

  it('keeps the plural the plural of the singular', () => {
    for (const { code, singular, plural } of rows) {
      expect(/ or /.test(singular) ? / and /.test(plural) : true, `${code}: ${plural}`).toBe(true)
      expect(plural, code).not.toMatch(/ or /)
      expect(/ in another \w+$/.test(singular), code).toBe(/ in other \w+s$/.test(plural))
      expect(plural, code).toMatch(/(s|people)$/)
    }
  })

  it('speaks of every residual occupation in the same pattern', () => {
    const residual = rows.filter((row) => /\bAll Other\b|^Miscellaneous /.test(row.title))
    expect(residual.length).toBeGreaterThan(50)
    for (const row of residual)
      expect(row.singular, row.code).toMatch(/ in another (field|role|specialty|subject|setting|trade)$/)
    expect(rows.filter((row) => / in another /.test(row.singular))).toHaveLength(residual.length)
  })

  it('holds the names other parts rely on', () => {
    const expected = {
      '11-2021': 'marketing manager',
      '13-1082': 'project management specialist',
      '13-2011': 'accountant or auditor',
      '15-1232': 'user support specialist',
      '15-1252': 'software developer',
      '15-2051': 'data scientist',
      '23-1011': 'lawyer',
      '23-2011': 'paralegal',
      '25-2021': 'elementary school teacher',
      '29-1141': 'registered nurse',
      '47-2111': 'electrician',
    }
    for (const [code, singular] of Object.entries(expected)) expect(table.get(code)?.singular).toBe(singular)
  })
})

describe('the table of titles', () => {
  const [header, ...titles] = linesOf('titles.csv').map(cells)
  const listed = ['alternate', 'reported'].flatMap((kind) =>
    linesOf(`onet-${kind}-titles-29-3.csv`).slice(1).map(cells),
  )

  it('has well-formed names that no occupation and no other title has', () => {
    expect(header?.join()).toBe('code,singular,plural,occupation,grade,note,alternatives,aliases')
    expect(titles).toHaveLength(20)
    for (const [code, singular = '', plural] of titles) {
      expect(code).toBe(slugOf(singular))
      expect(plural).toBe(`${singular}s`)
    }
    const names = [...rows, ...titles.map(([, singular = '', plural = '']) => ({ singular, plural, title: singular }))]
    expect(repeated(names.map((row) => slugOf(row.singular)))).toEqual([])
    expect(repeated(names.map((row) => slugOf(row.plural)))).toEqual([])
    const official = new Set(rows.map((row) => slugOf(row.title)))
    expect(titles.filter(([code = '', , plural = '']) => official.has(code) || official.has(slugOf(plural)))).toEqual(
      [],
    )
  })

  it('matches each to known occupations and says how', () => {
    for (const [code, , , occupation = '', , note, alternatives = ''] of titles) {
      expect(note, code).toMatch(/^[A-Z].{40,}\.$/)
      for (const other of [occupation, ...alternatives.split('|').filter(Boolean)])
        expect(table.has(other), `${code}: ${other}`).toBe(true)
    }
  })

  it('calls a match exact where O*NET lists the title for that occupation and no other, and only there', () => {
    for (const [code, singular = '', , occupation = '', grade] of titles) {
      const found = listed.filter(([, name = '']) => name.toLowerCase() === singular.toLowerCase()).map(([of]) => of)
      expect(grade, code).toBe([...new Set(found)].join() === occupation ? 'exact' : 'chosen')
    }
  })
})

describe('getRoleName', () => {
  it('takes the reviewed name for a known code and the rule for any other', () => {
    expect(getRoleName('15-1232', 'Computer User Support Specialists', table).singular).toBe('user support specialist')
    expect(getRoleName('99-9999', 'Cooks, Private Household', table)).toEqual({
      singular: 'private household cook',
      plural: 'private household cooks',
      article: 'a',
    })
  })
})

describe('nameByRule', () => {
  it.each([
    ['Registered Nurses', 'registered nurse', 'registered nurses'],
    ['Cooks, Restaurant', 'restaurant cook', 'restaurant cooks'],
    ['Accountants and Auditors', 'accountant or auditor', 'accountants and auditors'],
    ['Engineers, All Other', 'engineer in another field', 'engineers in other fields'],
    ['Helpers--Carpenters', 'carpenter helper', 'carpenter helpers'],
    ['Actuaries', 'actuary', 'actuaries'],
    ['Nurse Midwives', 'nurse midwife', 'nurse midwives'],
    ['Architects, Except Landscape and Naval', 'architect', 'architects'],
    ['Human Resources Managers', 'human resources manager', 'human resources managers'],
    [
      'Secretaries and Administrative Assistants, Except Legal, Medical, and Executive',
      'secretary or administrative assistant',
      'secretaries and administrative assistants',
    ],
  ])('%s', (title, singular, plural) => {
    expect(nameByRule(title)).toMatchObject({ singular, plural })
  })

  it('gives plain characters for every official title', () => {
    for (const { title, code } of rows) {
      const { singular, plural } = nameByRule(title)
      for (const name of [singular, plural]) {
        expect(name, code).toMatch(/^[A-Za-z0-9]+(?:[ '-]+[A-Za-z0-9]+)*$/)
        expect(name, code).not.toMatch(/all other|except| {2}/i)
      }
    }
  })
})

describe('articleFor', () => {
  const AN =
    'electrician|actuary|orderly|usher or ticket taker|upholsterer|umpire|urban planner|underwriter|hourly worker|' +
    'honest lawyer|heir|herbalist|HVAC technician|MRI technologist|RV service technician|IT manager|ESL instructor|' +
    'HR manager|X-ray technician|e-commerce manager|8-hour shift|11-month contract|18-wheeler driver|' +
    'uninsured driver|unidentified worker|oneiric tale|LPN|R and D manager'
  const A =
    'registered nurse|university teacher|union representative|unit clerk|uniform maker|user support specialist|' +
    'utility meter reader|urologist|European chef|one-person crew|once-licensed pilot|UX designer|CNC tool operator|' +
    'UI designer|NASA scientist|historian|hotel desk clerk|home health aide|K-12 teacher|T-shirt printer|' +
    'U-turn|QA tester|12-hour shift|ukulele maker|unanimous jury|youth worker|herbivore keeper'
  it.each(AN.split('|'))('an %s', (phrase) => expect(articleFor(phrase)).toBe('an'))
  it.each(A.split('|'))('a %s', (phrase) => expect(articleFor(phrase)).toBe('a'))

  it('writes "an" in the table only where a vowel is heard', () => {
    const odd = rows.filter(({ singular }) => (articleFor(singular) === 'an') !== /^[aeiou]/i.test(singular))
    expect(odd.map((row) => row.singular).sort()).toEqual(
      [
        'HVAC technician',
        'MRI technologist',
        'RV service technician',
        'user support specialist',
        'utility meter reader',
      ].sort(),
    )
  })
})

describe('the golden file', () => {
  it('holds every form as it is now', () => {
    const now = rows.map(({ code, title }) => {
      const name = getRoleName(code, title, table)
      const rule = nameByRule(title)
      return [code, name.singular, name.plural, name.article, rule.singular, rule.plural].join(',')
    })
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, `${[GOLDEN_HEADER, ...now].join('\n')}\n`)
    const [header, ...recorded] = readFileSync(GOLDEN, 'utf8').trimEnd().split('\n')
    expect(header).toBe(GOLDEN_HEADER)
    const was = new Map(recorded.map((line) => [line.slice(0, 7), line.slice(8)]))
    const is = new Map(now.map((line) => [line.slice(0, 7), line.slice(8)]))
    const differing = [...new Set([...was.keys(), ...is.keys()])]
      .filter((code) => was.get(code) !== is.get(code))
      .map((code) => `${code}: ${was.get(code) ?? '(none)'} → ${is.get(code) ?? '(none)'}`)
    if (differing.length > 0)
      expect.fail(`${differing.length} forms differ from ${GOLDEN.pathname}:\n${differing.join('\n')}`)
  })
})
