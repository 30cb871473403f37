import type { Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainLogo } from '@/bin/testing/pictures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { makePicture, type Picture } from './picture'
import type { Profile } from './profile'

let store: TestStore
let sql: Sql
let change: typeof import('./mutations')
let decide: typeof import('./decide')
let read: typeof import('./queries') & typeof import('./change-queries')
let taken: typeof import('./taken')
let logo: Picture
const person = { id: '', email: 'ana@freight.example' }
let id = ''
let n = 0
let slug = ''

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  process.env.DATABASE_URL = store.webUrl
  process.env.QUOTAS = 'unverified-companies=100'
  process.env.AUTH_SECRET = 'for tests only, and long enough for it'
  change = await import('./mutations')
  decide = await import('./decide')
  taken = await import('./taken')
  read = { ...(await import('./queries')), ...(await import('./change-queries')) }
  const [made] = await sql`insert into "user" (email, email_verified) values (${person.email}, now()) returning id`
  person.id = String(made?.id)
  logo = (await makePicture(await plainLogo().png().toBuffer())) as Picture
  const rail = await change.createCompany(person, profile({ name: 'Example Rail' }))
  await sql`
    update company set verified_domain = 'rail.example', verified_by = 'dns', verified_at = now(), site = 'https://rail.example'
    where slug = ${rail}`
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end()
  await sql.end()
  await store.drop()
})

const profile = (changes: Partial<Profile> = {}): Profile => ({
  name: 'Example Freight',
  site: null,
  about: 'We move freight.',
  industry: null,
  size: null,
  places: ['Denver, CO'],
  timeZone: 'UTC',
  ...changes,
})
const free = { email: 'ana@gmail.com' }
const by = () => ({ ...person, ...free })
const save = (changes: Partial<Profile>, picture?: Picture | 'remove') =>
  change.changeCompany(by(), id, profile({ name: `Freight ${n}`, ...changes }), picture)
const shown = async () => {
  const found = await read.getCompany(slug)
  return found && { ...found.company, logo: found.logo?.hash ?? null }
}
const waits = async () => (await read.listCompanyChanges()).find((company) => company.slug === slug)
const open = async () => {
  const newest = await read.getNewestChange(id)
  return newest?.outcome === null ? newest : undefined
}
const approve = async (seen?: number) =>
  decide.decideChange(id, 'approve', { userId: person.id, seen: seen ?? (await open())?.edition ?? 0 })
const refuse = async () =>
  decide.decideChange(id, 'refuse', {
    userId: person.id,
    seen: (await open())?.edition ?? 0,
    reason: 'misleading',
    note: 'Not yours.',
  })
const verify = (domain: string) =>
  sql`update company set verified_domain = ${domain}, verified_by = 'dns', verified_at = now(), site = ${`https://${domain}`} where id = ${id}`

beforeEach(async () => {
  n += 1
  slug = await change.createCompany(by(), profile({ name: `Freight ${n}` }))
  const [row] = await sql`select id from company where slug = ${slug}`
  id = String(row?.id)
  await sql`insert into job (company_id, slug, title, state) values (${id}, ${`job-${n}`}, 'Approved', 'approved')`
  await sql`delete from graphile_worker._private_jobs`
  await sql`truncate cache_change`
})

test.each([
  ['name', { name: 'Walmart' }],
  ['site', { site: 'https://elsewhere.example' }],
  ['about', { about: 'We sell what others own.' }],
  ['industry', { industry: 'Banking' }],
  ['size', { size: '10–49' }],
  ['places', { places: ['Boulder, CO'] }],
] as [string, Partial<Profile>][])(
  'a company that has proved no domain: another %s is shown only after it was read',
  async (name, changes) => {
    const before = await shown()
    expect(await save(changes)).toBe(slug)
    expect(await shown()).toEqual(before)
    expect(await waits()).toMatchObject({ unread: false })
    expect(await approve()).toEqual({ kind: 'done' })
    slug = (await sql`select slug from company where id = ${id}`)[0]?.slug
    expect(await shown()).toMatchObject(changes as Record<string, unknown>)
    expect(await waits(), name).toBeUndefined()
    expect(await sql`select 1 from graphile_worker.jobs`).toHaveLength(1)
  },
)

test('renamed to a known brand, with its logo: the old name, address and logo stay, and the reviewer is told', async () => {
  const before = await shown()
  await save({ name: 'Example Rail', site: 'https://www.example.org' }, logo)
  expect(await shown()).toEqual(before)
  expect(await read.getLogo(logo.hash)).toBeUndefined()
  expect((await waits())?.risks).toContain('brand')
  expect(await open()).toMatchObject({ logoChange: 'replace', logoHash: logo.hash })
  expect(await refuse()).toEqual({ kind: 'done' })
  expect(await shown()).toEqual(before)
  expect(await read.getLogo(logo.hash)).toBeUndefined()
  const newest = await read.getNewestChange(id)
  expect(newest).toMatchObject({ outcome: 'refused', reason: 'misleading', note: 'Not yours.', logoImage: null })
  expect(await sql`select 1 from company_slug where company_id = ${id}`).toHaveLength(0)
})

test('a logo that a reviewer approves is shown from then on, and one that is to go stays until then', async () => {
  await save({}, logo)
  await approve()
  expect(await shown()).toMatchObject({ logo: logo.hash })
  await save({}, 'remove')
  expect(await shown()).toMatchObject({ logo: logo.hash })
  await approve()
  expect(await shown()).toMatchObject({ logo: null })
  expect(await read.getLogo(logo.hash)).toBeUndefined()
})

test('a company that speaks for a domain: its words are shown at once, in the queue and marked until they are read', async () => {
  await verify('freight.example')
  const site = 'https://freight.example'
  await save({ site, about: 'We move freight at night.' })
  expect(await shown()).toMatchObject({ about: 'We move freight at night.', unread: true })
  expect(await waits()).toMatchObject({ unread: true })
  await save({ site, about: 'We move freight at night.', industry: 'Freight' })
  expect(await open()).toMatchObject({ edition: 2, before: { about: 'We move freight.', industry: null } })
  expect(await approve(1)).toMatchObject({ kind: 'refused', why: expect.stringContaining('has changed since') })
  expect(await shown()).toMatchObject({ unread: true })
  expect(await approve(2)).toEqual({ kind: 'done' })
  expect(await shown()).toMatchObject({ unread: false, industry: 'Freight', verifiedDomain: 'freight.example' })
})

test('its words that are refused are taken back; those put back by itself need nobody', async () => {
  await verify('freight.example')
  const site = 'https://freight.example'
  await save({ site, about: 'Something else.' })
  await refuse()
  expect(await shown()).toMatchObject({ about: 'We move freight.', unread: false })
  await save({ site, about: 'Something else.' })
  await save({ site })
  expect(await shown()).toMatchObject({ about: 'We move freight.', unread: false })
  expect(await waits()).toBeUndefined()
  await save({ site, about: 'Something else.' })
  expect(await decide.withdrawChange(id, person.id)).toBe(true)
  expect(await shown()).toMatchObject({ about: 'We move freight.', unread: false })
  expect(await decide.withdrawChange(id, person.id)).toBe(false)
})

test.each([
  ['messenger', { about: 'Write to us on Telegram.' }],
  ['payment', { about: 'We ask for a deposit.' }],
  ['links', { industry: 'win.example.com' }],
  ['brand', { about: 'We are Example Rail.' }],
  ['brand', { name: 'Example Rail' }],
  ['brand', { about: 'Ask rail.example.' }],
] as [string, Partial<Profile>][])(
  'a company that speaks for a domain: %s in its words waits all the same',
  async (risk, changes) => {
    await verify('freight.example')
    const before = await shown()
    await save({ site: 'https://freight.example', ...changes })
    expect(await shown()).toEqual(before)
    expect((await waits())?.risks).toContain(risk)
  },
)

test('its name waits while its words are shown, in one change', async () => {
  await verify('freight.example')
  await save({ name: `Other ${n}`, site: 'https://freight.example', about: 'New words.' })
  expect(await shown()).toMatchObject({ name: `Freight ${n}`, about: 'New words.', unread: true })
  await refuse()
  expect(await shown()).toMatchObject({ name: `Freight ${n}`, about: 'We move freight.', unread: false })
})

test('of many who save and decide at once each decision is of what was read', async () => {
  await save({ about: 'One' })
  const all = await Promise.all([
    ...Array.from({ length: 10 }, (_, i) => save({ about: `Later ${i}` }).then(() => 'saved')),
    ...Array.from({ length: 10 }, () => approve(1).then(({ kind }) => kind)),
  ])
  expect(all.filter((what) => what === 'done').length).toBeLessThanOrEqual(1)
  expect(['We move freight.', 'One']).toContain((await shown())?.about)
})

test('a domain that another company has verified is nobody else’s site without verification', async () => {
  const site = 'https://jobs.rail.example/about'
  await expect(save({ site })).rejects.toBeInstanceOf(taken.DomainTaken)
  await expect(change.createCompany(by(), profile({ name: 'Rail Two', site }))).rejects.toBeInstanceOf(
    taken.DomainTaken,
  )
  expect(await sql`select 1 from company where name = 'Rail Two'`).toHaveLength(0)
  expect(await waits()).toBeUndefined()
  // An address there, or the record in the DNS, proves it.
  const work = { ...person, email: 'ana@rail.example' }
  const other = await change.createCompany(work, profile({ name: 'Rail Three', site }))
  expect((await sql`select verified_domain from company where slug = ${other}`)[0]?.verified_domain).toBe(
    'rail.example',
  )
  await change.changeCompany(by(), id, profile({ name: `Freight ${n}`, site }), undefined, 'rail.example')
  expect(await open()).toMatchObject({ verifiedDomain: 'rail.example', verifiedBy: 'dns' })
  expect(await shown()).toMatchObject({ verifiedDomain: null })
  await approve()
  expect(await shown()).toMatchObject({ verifiedDomain: 'rail.example', site })
})

test('a site that was there before another company verified its domain stays, and the rest can be changed', async () => {
  await sql`update company set site = 'https://rail.example/old' where id = ${id}`
  await save({ site: 'https://rail.example/old', about: 'Other words.' })
  expect(await approve()).toEqual({ kind: 'done' })
  expect(await shown()).toMatchObject({ about: 'Other words.', verifiedDomain: null })
})

test('a domain that another company verifies before the reviewer decides is not given away', async () => {
  await save({ site: 'https://later.example' })
  await sql`update company set verified_domain = 'later.example', verified_by = 'dns', verified_at = now() where slug = 'example-rail'`
  expect(await approve()).toMatchObject({ kind: 'refused', why: expect.stringContaining('later.example') })
  await sql`update company set verified_domain = 'rail.example' where slug = 'example-rail'`
})

test('readers have no page of a company before its first approved posting, nor after its only one was removed', async () => {
  const addresses = async () => (await read.listCompanyAddresses()).map((company) => company.slug)
  expect(await shown()).toBeDefined()
  expect(await addresses()).toContain(slug)
  for (const state of ['draft', 'submitted', 'changes-requested', 'refused', 'withdrawn', 'archived', 'removed']) {
    await sql`update job set state = ${state}::job_state where company_id = ${id}`
    expect(await shown(), state).toBeUndefined()
    expect(await addresses(), state).not.toContain(slug)
  }
  await sql`update job set state = 'expired', shown_version = 1 where company_id = ${id}`
  expect(await shown()).toBeDefined()
})

test('nobody sees it yet: changes need no reviewer, and are read with the first posting', async () => {
  await sql`delete from job where company_id = ${id}`
  expect(await save({ name: `New ${n}`, about: 'Other words.' }, logo)).toBe(`new-${n}`)
  expect(await open()).toBeUndefined()
  expect((await sql`select about, logo from company where id = ${id}`)[0]).toEqual({
    about: 'Other words.',
    logo: logo.hash,
  })
})
