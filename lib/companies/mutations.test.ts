import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainLogo } from '@/bin/testing/pictures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { makePicture, type Picture } from './picture'
import { type Profile, profileSchema } from './profile'

let store: TestStore
let sql: Sql
let change: typeof import('./mutations')
let read: typeof import('./queries')
let known: typeof import('../jobs/known')
const person = { id: '', email: 'ana@freight.example' }

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  process.env.DATABASE_URL = store.webUrl
  process.env.QUOTAS = 'unverified-companies=100'
  change = await import('./mutations')
  read = await import('./queries')
  known = await import('../jobs/known')
  const [made] = await sql`insert into "user" (email, email_verified) values (${person.email}, now()) returning id`
  person.id = String(made?.id)
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
  about: '',
  industry: null,
  size: null,
  places: [],
  timeZone: 'UTC',
  ...changes,
})
const rowOf = async (slug: string) => {
  const [row] = await sql`select * from company where slug = ${slug}`
  return { ...row, id: String(row?.id) } as Record<string, unknown> & { id: string }
}
const leadsTo = (path: string) => {
  known.forgetCompanies()
  return known.resolveKnown(path)
}
/** What the form sends for what is empty. */
const TYPED = { site: '', industry: '', size: '', places: '' }
/** As if a reviewer had approved a posting. */
const approve = (id: string) =>
  sql`insert into job (company_id, slug, title, state) values (${id}, ${`approved-${id}`}, 'Approved', 'approved')`
const free = { email: 'ana@gmail.com' }

test('a name of any script has an address of its own, and X is a name', async () => {
  const addresses: string[] = []
  for (const name of ['Яндекс', 'Яндекс', '株式会社', '株式会社', 'X', '株式会社 Acme'])
    addresses.push(await change.createCompany(person, profile({ name })))
  expect(addresses).toEqual(['yandeks', 'yandeks-2', 'company', 'company-2', 'x', 'acme'])
  expect(profileSchema.parse({ ...profile(), ...TYPED, name: ' X\u200B ' })).toMatchObject({ name: 'X' })
  for (const name of ['', '\u200B\u3164', '…', '***'])
    expect(profileSchema.safeParse({ ...profile(), ...TYPED, name }).success, name).toBe(false)
})

test('places of a company are written as they are understood, and one that may be two is asked about', () => {
  const places = (typed: string) => profileSchema.safeParse({ ...profile(), ...TYPED, places: typed })
  expect(places('• denver co\nToronto, ON\n1600 Broadway, Denver, CO 80202\nWorldwide').data?.places).toEqual([
    'Denver, Colorado',
    'Toronto, Ontario, Canada',
    '1600 Broadway, Denver, Colorado 80202, United States',
    'Worldwide',
  ])
  expect(places('Denver, CO\nGeorgia').error?.issues[0]?.message).toContain('Line 2: Which “Georgia” is it?')
})

test('an address that leads elsewhere is never a company’s, and two of one name differ', async () => {
  for (const name of ['New', 'Account', 'Jobs', 'Index']) {
    const slug = await change.createCompany(person, profile({ name }))
    expect(slug).toBe(`${name.toLowerCase()}-2`)
  }
  expect(await change.createCompany(person, profile({ name: 'Twin' }))).toBe('twin')
  expect(await change.createCompany(person, profile({ name: 'Twin' }))).toBe('twin-2')
})

test('a renamed company is found by each former address, also after it has gone back', async () => {
  const first = await change.createCompany(person, profile({ name: 'First Name' }))
  const { id } = await rowOf(first)
  expect(await change.changeCompany(person, id, profile({ name: 'Second Name' }))).toBe('second-name')
  await approve(id)
  expect(await leadsTo('/companies/first-name')).toBe('/companies/second-name')
  expect(await change.createCompany(person, profile({ name: 'First Name' }))).toBe('first-name-2')
  await sql`delete from job where company_id = ${id}`
  expect(await change.changeCompany(person, id, profile({ name: 'First Name' }))).toBe('first-name')
  expect(await leadsTo('/companies/first-name')).toBeNull()
  await approve(id)
  expect(await leadsTo('/companies/second-name')).toBe('/companies/first-name')
  expect(await leadsTo('/companies/first-name')).toBe('/companies/first-name')
  expect(await leadsTo('/companies/no-such-name')).toBeNull()
})

test('a logo is stored with its company, replaced, kept and removed; readers get it by its hash', async () => {
  const first = (await makePicture(await plainLogo().png().toBuffer())) as Picture
  const second = (await makePicture(await plainLogo().flatten({ background: '#fff' }).jpeg().toBuffer())) as Picture
  const slug = await change.createCompany(person, profile({ name: 'With Logo' }), first)
  const { id } = await rowOf(slug)
  const shown = async () => (await read.getCompany(slug))?.logo
  expect(await shown()).toBeUndefined()
  await approve(id)
  expect(await shown()).toEqual({ hash: first.hash, width: 400, height: 133 })
  expect((await read.getLogo(first.hash))?.equals(first.image)).toBe(true)
  await sql`delete from job where company_id = ${id}`
  await change.changeCompany(person, id, profile({ name: 'With Logo', about: 'Kept.' }))
  expect((await rowOf(slug)).logo).toBe(first.hash)
  await change.changeCompany(person, id, profile({ name: 'With Logo' }), second)
  expect((await rowOf(slug)).logo).toBe(second.hash)
  expect(await read.getLogo(first.hash)).toBeUndefined()
  await change.changeCompany(person, id, profile({ name: 'With Logo' }), 'remove')
  expect(await sql`select 1 from logo where company_id = ${id}`).toHaveLength(0)
  expect((await rowOf(slug)).logo).toBeNull()
  for (const hash of [second.hash, '', 'x', `${first.hash}0`, first.hash.toUpperCase(), "' or 1=1"])
    expect(await read.getLogo(hash)).toBeUndefined()
})

test('when the company cannot be stored its logo is not either', async () => {
  const picture = (await makePicture(await plainLogo().webp().toBuffer())) as Picture
  const nobody = { id: '00000000-0000-4000-8000-000000000000', email: person.email }
  await expect(change.createCompany(nobody, profile({ name: 'Half Done' }), picture)).rejects.toThrow()
  expect(await sql`select 1 from company where name = 'Half Done'`).toHaveLength(0)
  expect(await read.getLogo(picture.hash)).toBeUndefined()
})

test('readers get no column that is the company’s own', async () => {
  await change.createCompany(person, profile({ name: 'Plain Page' }))
  const { id, dns_token: token } = await rowOf('plain-page')
  await approve(id)
  const shown = await read.getCompany('plain-page')
  expect(JSON.stringify(shown)).not.toContain(token)
  expect(Object.keys(shown?.company ?? {})).not.toContain('dnsToken')
})

test('the token of the DNS record is made with the company, of 128 bits, another for each', async () => {
  const [one, other] = await Promise.all(
    ['One Token', 'Other Token'].map(async (name) => rowOf(await change.createCompany(person, profile({ name })))),
  )
  expect(one?.dns_token).toMatch(/^[0-9a-f]{32}$/)
  expect(other?.dns_token).not.toBe(one?.dns_token)
})

test('the DNS verifies for somebody with free mail; another site drops it, the same one keeps it', async () => {
  const site = 'https://www.lincoln-freight.example'
  const by = { ...person, ...free }
  const slug = await change.createCompany(by, profile({ name: 'By Record', site }))
  const { id, verified_by } = await rowOf(slug)
  expect(verified_by).toBeNull()
  expect(await change.verifyByDns(person.id, id, 'https://other.example', 'other.example')).toBe(false)
  expect((await rowOf(slug)).verified_domain).toBeNull()
  expect(await change.verifyByDns(person.id, id, site, 'lincoln-freight.example')).toBe(true)
  await change.changeCompany(by, id, profile({ name: 'By Record', site, about: 'More.' }))
  expect(await rowOf(slug)).toMatchObject({ verified_domain: 'lincoln-freight.example', verified_by: 'dns' })
  await change.changeCompany(by, id, profile({ name: 'By Record', site: 'https://other.example' }))
  expect(await rowOf(slug)).toMatchObject({ verified_domain: null, verified_by: null, verified_at: null })
})

test('a work address verifies its own domain at once, a throw-away one never', async () => {
  const own = await change.createCompany(person, profile({ name: 'By Mail', site: 'https://freight.example' }))
  expect(await rowOf(own)).toMatchObject({ verified_domain: 'freight.example', verified_by: 'email' })
  const thrown = { ...person, email: 'ana@mailinator.com' }
  const other = await change.createCompany(thrown, profile({ name: 'Thrown', site: 'https://mailinator.com' }))
  expect((await rowOf(other)).verified_domain).toBeNull()
})
