import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { mayShow } from './unshown'

let store: TestStore
let roles: Awaited<ReturnType<typeof import('./queries').listRoles>>
const titles: Awaited<ReturnType<typeof import('./queries').listTitles>> = []
const technologies: Awaited<ReturnType<typeof import('./queries').listTechnologies>> = []
let aliases: { slug: string; name: string; kind: string }[]
let search: typeof import('./search').searchRoles

const OFFENDING =
  /\b(handicap(s|ped)?|retarded|cripple\w*|oriental|negro\w*|servant|charwoman|chambermaid|stewardess\w*|busboy|bus boy|convict|hooker|fagot\w*|girl)\b/i

beforeAll(async () => {
  store = await createFilledStore()
  process.env.DATABASE_URL = store.webUrl
  const [queries, found, { getDb }] = await Promise.all([import('./queries'), import('./search'), import('../db')])
  search = found.searchRoles
  roles = await queries.listRoles()
  // A page asks for one or two roles at a time, and has 2.5 seconds.
  for (let i = 0; i < roles.length; i += 100) {
    const ids = roles.slice(i, i + 100).map(({ id }) => id)
    titles.push(...(await queries.listTitles(ids)))
    technologies.push(...(await queries.listTechnologies(ids)))
  }
  aliases = await getDb().$client`select r.slug, a.name, a.kind from role_alias a join role r on r.id = a.role_id`
})

afterAll(async () => {
  await (await import('../db')).getDb().$client.end({ timeout: 5 })
  await store.drop()
})

const idOf = (slug: string) => roles.find((role) => role.slug === slug)?.id
const titlesOf = (slug: string) => titles.filter(({ roleId }) => roleId === idOf(slug)).map(({ name }) => name)
const technologiesOf = (slug: string) =>
  technologies.filter(({ roleId }) => roleId === idOf(slug)).map(({ name }) => name)

it('no outdated or offending name is listed for any role', () => {
  expect(titles.length).toBeGreaterThan(5000)
  expect(titles.filter(({ name }) => OFFENDING.test(name) || !mayShow(name))).toEqual([])
})

it('the reviewed words catch every such name in the store, and no role’s own name', () => {
  const others = aliases.filter(({ kind }) => kind === 'alternate' || kind === 'reported')
  expect(others.length).toBeGreaterThan(60_000)
  expect(others.filter(({ name }) => OFFENDING.test(name) && mayShow(name))).toEqual([])
  for (const name of ['Lineman', 'Special Education Teacher', 'Flight Attendant', 'Crane Operator', 'Alderman'])
    expect(mayShow(name), name).toBe(true)
})

it('each word of the list is there for a reason, once, and in order', () => {
  const [header, ...rows] = readFileSync('data/unshown-names.csv', 'utf8').trimEnd().split('\n')
  expect(header).toBe('words,reason')
  const words = rows.map((row) => row.slice(0, row.indexOf(',')))
  expect(words).toEqual([...new Set(words)].sort())
  for (const row of rows) expect(row).toMatch(/^[a-z0-9 ]+,("[^"]{5,}"|[^",]{5,})$/)
})

it('a name that nobody should read is found, and not read back', async () => {
  const hidden = aliases.filter(({ kind, name }) => ['alternate', 'reported'].includes(kind) && !mayShow(name))
  expect(hidden.length).toBeGreaterThan(300)
  for (const { slug, name } of hidden.filter((_, i) => i % 12 === 0)) {
    const found = await search(name)
    const sure = aliases.filter((alias) => alias.name === name).length <= 20
    if (sure)
      expect(
        found.map((row) => row.slug),
        name,
      ).toContain(slug)
    for (const row of found) expect(row.matched === '' || mayShow(row.matched), `${name}: ${row.matched}`).toBe(true)
  }
})

it('titles stand by how usual they are: those that job seekers are shown come first, then by name', () => {
  expect(titlesOf('registered-nurse').slice(0, 4)).toEqual([
    'Charge Nurse',
    'Emergency Department Registered Nurse',
    'Operating Room Registered Nurse',
    'Staff Nurse',
  ])
  expect(titlesOf('electrician').slice(0, 3)).toEqual([
    'Industrial Electrician',
    'Inside Wireman',
    'Maintenance Electrician',
  ])
  expect(titlesOf('general-or-operations-manager').slice(0, 4)).toEqual([
    'General Manager',
    'Operations Director',
    'Operations Manager',
    'Store Manager',
  ])
  expect(titlesOf('electrician')).not.toContain('Electrician')
})

it('technologies in demand are those of the occupation itself; where it has none, none is listed', () => {
  expect(technologiesOf('plumber-or-pipefitter')).toEqual([])
  expect(technologiesOf('registered-nurse')).toEqual([])
  expect(technologiesOf('software-developer')).toContain('Python')
  expect(technologiesOf('software-developer')).not.toContain('Adobe Photoshop')
  expect(new Set(technologies.map(({ roleId }) => roleId)).size).toBe(403)
})

it('no list of names follows the order of capital letters', () => {
  const names = roles.map(({ singular }) => singular)
  expect(names.indexOf('MRI technologist')).toBeGreaterThan(names.indexOf('acupuncturist'))
  expect(names.findIndex((name) => name.startsWith('HVAC'))).toBeGreaterThan(names.indexOf('historian'))
})

it('every role has the article by which it is spoken', () => {
  const heard = roles.filter(({ article, singular }) => (article === 'an') !== /^[aeiou]/i.test(singular))
  // A vowel is heard in front of a consonant's letter, or the other way about, in these alone.
  expect(heard.map(({ article, singular }) => `${article} ${singular}`)).toEqual([
    'an HVAC technician',
    'an MRI technologist',
    'an RV service technician',
    'a user support specialist',
    'a utility meter reader',
    'a UX designer',
  ])
})
