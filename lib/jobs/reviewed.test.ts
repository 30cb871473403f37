import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { dayIn, typedPosting } from '@/bin/testing/posting'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import type { Values } from '../forms'
import type { Move } from './changes'

let store: TestStore
let sql: ReturnType<typeof connectOwner>
let jobs: typeof import('./mutations')
let queries: typeof import('./queries') & typeof import('./own-queries') & typeof import('./review-queries')
let read: typeof import('./stored').readStored
let endOf: typeof import('./last-day').endOf
let differencesOf: typeof import('./differences').differencesOf
let [companyId, userId, id] = ['', '', '']

beforeAll(async () => {
  store = await createFilledStore()
  sql = connectOwner(store.ownerUrl)
  vi.stubEnv('DATABASE_URL', store.webUrl)
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32))
  jobs = await import('./mutations')
  queries = {
    ...(await import('./queries')),
    ...(await import('./own-queries')),
    ...(await import('./review-queries')),
  }
  read = (await import('./stored')).readStored
  endOf = (await import('./last-day')).endOf
  differencesOf = (await import('./differences')).differencesOf
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-read', 'Example Read', 'America/Denver') returning id`
  const [user] = await sql`insert into "user" (email) values ('read@example.net') returning id`
  await sql`
    insert into company (slug, name, time_zone, site, verified_domain, verified_by, verified_at)
    values ('example-rail', 'Example Rail', 'UTC', 'https://rail.example', 'rail.example', 'dns', now())`
  companyId = String(company?.id)
  userId = String(user?.id)
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

const move = (action: Move['action'], by: 'recruiter' | 'reviewer', more: Partial<Move> = {}) =>
  jobs.moveJob({ id, action, by, userId, ...(by === 'recruiter' ? { companyId } : {}), ...more })
const row = async () => {
  const [found] = await sql`select * from job where id = ${id}`
  if (!found) throw new Error('no job')
  return found
}
const own = async () => {
  const found = await queries.getOwnJob(companyId, id)
  if (!found) throw new Error('no job')
  return found
}
/** Writes changes and sends them; @returns what readers see then. */
async function change(values: Values) {
  await jobs.saveJob({ companyId, id, userId }, typedPosting(values), (await own()).edition, false)
  expect(await move('submit-revision', 'recruiter')).toMatchObject({ kind: 'done' })
  return seen()
}
const seen = async () => {
  const shown = await queries.getShownJob((await row()).slug)
  if (!shown) throw new Error('not shown')
  return read(shown)
}
const waits = async () => (await queries.listQueue()).find((job) => job.id === id)
/** What a reviewer is shown as different. */
const different = async () => {
  const asked = await queries.getJobForReview(id)
  return asked?.before ? differencesOf(read(asked.before), read(asked)).map(({ name }) => name) : []
}
const verify = (domain: string | null) =>
  sql`update company set verified_domain = ${domain}, verified_by = ${domain && 'dns'}, verified_at = ${domain && new Date()}, site = ${domain && `https://${domain}`}
    where id = ${companyId}`

beforeEach(async () => {
  await sql`delete from job`
  await verify(null)
  id = await jobs.createJob(companyId, userId, typedPosting())
  await move('submit', 'recruiter')
  await move('approve', 'reviewer')
  expect(await move('publish', 'recruiter')).toMatchObject({ state: 'live' })
  await sql`truncate cache_change`
})

const SCAM =
  'You pack parcels at home. Whoever wants to start sends us forty dollars for the kit by gift card. '.repeat(2)
const HONEST = 'We move freight by night and by day, and want to know what may go wrong with all of it. '.repeat(3)

test.each([
  ['description', SCAM],
  ['description', HONEST],
  ['responsibilities', 'Something else'],
  ['needed', 'Something else'],
  ['nice', 'Something else'],
  ['benefits', 'Something else'],
  ['start', 'At once'],
  ['employmentType', ['PART_TIME']],
])('a company that has proved no domain: a new %s is shown only after it was read', async (name, value) => {
  const before = await seen()
  expect(await change({ [name]: value })).toEqual(before)
  expect(await waits()).toMatchObject({ changes: true })
  expect(await different()).toEqual([name])
  await move('approve-revision', 'reviewer', { seen: (await queries.getJobForReview(id))?.edition ?? 0 })
  expect(await seen()).not.toEqual(before)
  expect(await waits()).toBeUndefined()
})

test('a company that speaks for a domain: its words are shown at once, in the queue and marked until they are read', async () => {
  await verify('read.example')
  expect(await change({ description: HONEST })).toMatchObject({ description: HONEST.trim() })
  expect(await row()).toMatchObject({ shown_version: 2, last_read_version: 1, review_version: null })
  expect(await waits()).toMatchObject({ unread: true, changes: false })
  expect(await different()).toEqual(['description'])
  // A second change: the reviewer reads both against what was read.
  await change({ description: HONEST, benefits: 'A bicycle' })
  expect(await row()).toMatchObject({ shown_version: 3, last_read_version: 1 })
  expect(await different()).toEqual(['description', 'benefits'])
  // Of an edition that somebody saw before the second one.
  expect(await move('read-shown', 'reviewer', { seen: 2 })).toMatchObject({ kind: 'refused' })
  expect(await waits()).toBeDefined()
  const { edition = 0 } = (await queries.getJobForReview(id)) ?? {}
  await sql`truncate cache_change`
  expect(await move('read-shown', 'reviewer', { seen: edition })).toMatchObject({ kind: 'done' })
  expect(await row()).toMatchObject({ last_read_version: null, shown_version: 3 })
  expect(await waits()).toBeUndefined()
  expect(await sql`select 1 from cache_change`).toHaveLength(1)
  expect(await move('read-shown', 'reviewer')).toMatchObject({ kind: 'refused' })
})

test('words that a reviewer does not want are taken back, with a last day moved since', async () => {
  await verify('read.example')
  await change({ description: HONEST })
  const from = endOf({ validThrough: (await row()).valid_through })
  await move('move-last-day', 'recruiter', { lastDay: { from, day: dayIn(10) } })
  expect(await move('revert-shown', 'reviewer', { reason: 'misleading' })).toMatchObject({ kind: 'done' })
  expect(await seen()).toMatchObject({ description: typedPosting().description.trim(), validThrough: dayIn(10) })
  expect(await row()).toMatchObject({ version: 1, shown_version: 1, last_read_version: null })
  expect(await waits()).toBeUndefined()
})

test.each([
  ['payment', { description: `${HONEST} There is a registration fee.` }],
  ['messenger', { benefits: 'Ask us on WhatsApp' }],
  ['papers', { needed: 'Send a copy of your passport' }],
  ['links', { nice: 'See win.example.com' }],
  ['links', { responsibilities: 'Mail boss@elsewhere-jobs.com' }],
  ['brand', { description: `${HONEST} You work for Example Rail.` }],
  ['brand', { start: 'As rail.example says' }],
  ['brand', { description: `${HONEST} You work for Walmart.` }],
])('a company that speaks for a domain: a sentence with %s waits all the same', async (risk, values) => {
  await verify('read.example')
  const before = await seen()
  expect(await change(values as Values)).toEqual(before)
  const asked = await waits()
  expect(asked).toMatchObject({ changes: true })
  expect(asked?.risks).toContain(risk)
})

test.each([
  { title: 'Day actuary' },
  { role: 'embalmer', roleSlug: 'embalmer' },
  { places: 'Boulder, CO' },
  { workplace: 'on-site' },
  { payMax: '125000' },
  { commission: 'A tenth of all' },
  { apply: 'https://jobs.example.com/other' },
])('a company that speaks for a domain: %j waits all the same', async (values) => {
  await verify('read.example')
  const before = await seen()
  expect(await change(values as unknown as Values)).toEqual(before)
  expect(await waits()).toMatchObject({ changes: true, unread: false })
})

test('two changes at once: a title waits while words are shown unread, and is read with them', async () => {
  await verify('read.example')
  await change({ description: HONEST })
  expect(await change({ description: HONEST, title: 'Day actuary' })).toMatchObject({
    title: 'Night actuary',
    description: HONEST.trim(),
  })
  expect(await different()).toEqual(['title', 'description'])
  expect(await move('read-shown', 'reviewer')).toMatchObject({ kind: 'refused' })
  await move('refuse-revision', 'reviewer', { reason: 'misleading' })
  expect(await waits()).toMatchObject({ unread: true, changes: false })
  await change({ description: HONEST, title: 'Day actuary' })
  expect(await move('approve-revision', 'reviewer')).toMatchObject({ kind: 'done' })
  expect(await row()).toMatchObject({ title: 'Day actuary', last_read_version: null })
  expect(await waits()).toBeUndefined()
})

test('of many who send changes and a reviewer at once nothing is shown that was not read', async () => {
  const before = await seen()
  await jobs.saveJob({ companyId, id, userId }, typedPosting({ description: SCAM }), 1, false)
  const all = await Promise.all([
    ...Array.from({ length: 20 }, () => move('submit-revision', 'recruiter')),
    ...Array.from({ length: 20 }, () => move('show-revision', 'recruiter')),
    ...Array.from({ length: 20 }, () => move('approve-revision', 'reviewer', { seen: 1 })),
    ...Array.from({ length: 20 }, () => move('read-shown', 'reviewer', { seen: 1 })),
  ])
  expect(all.filter(({ kind }) => kind === 'done').length).toBe(1)
  expect(await seen()).toEqual(before)
})

test('who loses the domain, or whose postings were all removed, is read first again', async () => {
  await verify('read.example')
  await change({ description: HONEST })
  await verify(null)
  expect(await change({ description: SCAM })).toMatchObject({ description: HONEST.trim() })
  await move('discard-revision', 'recruiter')
  await move('remove', 'reviewer', { reason: 'fee' })
  expect(await waits()).toBeUndefined()
})

test('the last day: earlier at any time, later within 90 days of the posting, from the day its form was told', async () => {
  const from = async () => endOf({ validThrough: (await row()).valid_through })
  const to = async (day: string, end?: string) =>
    move('move-last-day', 'recruiter', { lastDay: { from: end ?? (await from()), day } })
  const first = await from()
  expect(await to(dayIn(3))).toMatchObject({ kind: 'done', state: 'live' })
  expect(await seen()).toMatchObject({ validThrough: dayIn(3) })
  const [marks] = await sql`select count(*)::int as n from cache_change`
  expect(marks?.n).toBe(1)
  expect(await to(dayIn(50), first)).toMatchObject({ errors: { form: expect.stringContaining('has changed since') } })
  expect(await to(dayIn(80))).toMatchObject({ kind: 'done' })
  const [event] = await sql`select action, note from job_event where job_id = ${id} order by id desc limit 1`
  expect(event?.note).toMatch(/^\w+ \d+, \d{4} → \w+ \d+, \d{4}$/)
  for (const day of [dayIn(92), dayIn(-2), '', 'soon', '2026-02-30', '9999-12-31'])
    expect(await to(day), day).toMatchObject({ errors: { lastDay: expect.stringContaining('at most 90 days') } })
  // Posted 60 days ago: 30 days more and no further; a renewal begins 90 days anew.
  await sql`update job set date_posted = date_posted - interval '60 days', valid_through = store_now() + interval '5 days' where id = ${id}`
  expect(await to(dayIn(40))).toMatchObject({ kind: 'refused' })
  expect(await move('renew', 'recruiter', { renewal: { from: await from(), days: 30 } })).toMatchObject({
    kind: 'done',
  })
  expect(await to(dayIn(40))).toMatchObject({ kind: 'done' })
  await move('pause', 'recruiter')
  expect(await to(dayIn(1))).toMatchObject({ state: 'paused' })
  await sql`update job set valid_through = store_now() - interval '1 second' where id = ${id}`
  expect(await to(dayIn(20))).toMatchObject({ kind: 'refused' })
  expect(await seen()).toMatchObject({ title: 'Night actuary' })
})

test('a first posting is approved with the profile that was read, and makes the page public', async () => {
  const [other] = await sql`
    insert into company (slug, name, time_zone) values ('example-first', 'Example First', 'UTC') returning id, edition`
  const first = await jobs.createJob(String(other?.id), userId, typedPosting())
  await jobs.moveJob({ id: first, companyId: String(other?.id), action: 'submit', by: 'recruiter', userId })
  const { changeCompany } = await import('../companies/mutations')
  const { getCompany } = await import('../companies/queries')
  const seenProfile = Number(other?.edition)
  const profile = { name: 'Walmart', site: null, about: '', industry: null, size: null, places: [], timeZone: 'UTC' }
  await changeCompany({ id: userId, email: 'read@example.net' }, String(other?.id), profile)
  const approve = (profileSeen: number) =>
    jobs.moveJob({ id: first, action: 'approve', by: 'reviewer', userId, seen: 1, seenProfile: profileSeen })
  expect(await approve(seenProfile)).toMatchObject({ errors: { form: expect.stringContaining('has changed since') } })
  expect(await getCompany('walmart')).toBeUndefined()
  expect(await approve(seenProfile + 1)).toMatchObject({ state: 'approved' })
  expect(await getCompany('walmart')).toBeDefined()
})

test('words that went live unread before this was so stand in the queue after the migration', async () => {
  await verify('read.example')
  await change({ description: HONEST })
  await sql`update job set last_read_version = null where id = ${id}`
  const file = readdirSync('drizzle/migrations').find((name) => name.endsWith('_reviewed_changes.sql')) ?? ''
  const [, update = ''] = readFileSync(`drizzle/migrations/${file}`, 'utf8').split(/(?=UPDATE "job")/)
  await sql.unsafe(update)
  expect(await row()).toMatchObject({ last_read_version: 1, shown_version: 2 })
  await move('read-shown', 'reviewer')
  expect(await waits()).toBeUndefined()
})
