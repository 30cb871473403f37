import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { dayIn, typedPosting } from '@/bin/testing/posting'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import type { Values } from '../forms'
import type { Move } from './changes'
import type { Moved, Saved } from './mutations'

type Jobs = typeof import('./mutations')
let store: TestStore
let sql: ReturnType<typeof connectOwner>
let jobs: Jobs
let queries: typeof import('./queries') &
  typeof import('./own-queries') &
  typeof import('./history-queries') &
  typeof import('./review-queries')
let sweep: () => Promise<void>
let renewals: typeof import('./last-day')
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
    ...(await import('./history-queries')),
    ...(await import('./review-queries')),
  }
  renewals = await import('./last-day')
  sweep = (await import('../queue/sweep')).sweep
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-moves', 'Example Moves', 'America/Denver') returning id`
  const [user] = await sql`insert into "user" (email) values ('moves@example.net') returning id`
  companyId = String(company?.id)
  userId = String(user?.id)
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

const recruiter = (action: Move['action'], more: Partial<Move> = {}): Promise<Moved> =>
  jobs.moveJob({ id, companyId, action, by: 'recruiter', userId, ...more })
const reviewer = (action: Move['action'], more: Partial<Move> = {}): Promise<Moved> =>
  jobs.moveJob({ id, action, by: 'reviewer', userId, ...more })
const save = (values: Values, edition: number, over = false): Promise<Saved> =>
  jobs.saveJob({ companyId, id, userId }, values, edition, over)
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
const seenByReaders = async () => {
  const shown = await queries.getShownJob((await row()).slug)
  return shown?.content as Values | undefined
}
const events = async () =>
  (await sql`select action from job_event where job_id = ${id} order by id`).map(({ action }) => action)
const mails = async () => (await sql`select count(*)::int as n from graphile_worker.jobs`)[0]?.n
const marks = async () => (await sql`select tags, expire from cache_change order by id`).flatMap(({ tags }) => tags)
const end = async () => renewals.endOf({ validThrough: (await row()).valid_through })

beforeEach(async () => {
  await sql`delete from job`
  id = await jobs.createJob(companyId, userId, typedPosting())
  await recruiter('submit')
  await reviewer('approve')
  expect(await recruiter('publish')).toMatchObject({ state: 'live' })
  await sql`truncate cache_change`
  await sql`delete from graphile_worker._private_jobs`
})

test('a material change is shown only after a reviewer has read it, and then everywhere', async () => {
  const before = await row()
  expect(await save(typedPosting({ title: 'Day actuary', role: 'embalmer', roleSlug: 'embalmer' }), 1)).toMatchObject({
    kind: 'saved',
    edition: 2,
  })
  expect(await recruiter('submit-revision')).toEqual({ kind: 'done', state: 'live' })
  expect(await row()).toMatchObject({ title: 'Night actuary', version: 2, shown_version: 1, review_version: 2 })
  expect(await row()).toMatchObject({ changed_at: before.changed_at, place_text: before.place_text })
  expect(await seenByReaders()).toMatchObject({ title: 'Night actuary' })
  expect(await marks()).toEqual([])
  expect(await save(typedPosting(), 2)).toEqual({ kind: 'closed' })
  expect((await queries.listQueue()).find((job) => job.id === id)).toMatchObject({ changes: true })
  const asked = await queries.getJobForReview(id)
  expect([asked?.before?.content, asked?.content]).toMatchObject([{ title: 'Night actuary' }, { title: 'Day actuary' }])

  expect(await reviewer('approve-revision', { seen: 1 })).toMatchObject({ kind: 'refused' })
  expect(await reviewer('approve-revision', { seen: 2 })).toEqual({ kind: 'done', state: 'live' })
  expect(await seenByReaders()).toMatchObject({ title: 'Day actuary' })
  const after = await row()
  expect(after).toMatchObject({ title: 'Day actuary', shown_version: 2, review_version: null, slug: before.slug })
  expect([after.date_posted, after.valid_through]).toEqual([before.date_posted, before.valid_through])
  expect(await marks()).toEqual(
    expect.arrayContaining([`job:${before.slug}`, 'jobs:actuary', 'jobs:embalmer', `company:${companyId}`]),
  )
  expect(await events()).toEqual(['submit', 'approve', 'publish', 'revise', 'submit-revision', 'approve-revision'])
  expect(await mails()).toBe(1)
  expect((await queries.listQueue()).some((job) => job.id === id)).toBe(false)
})

test('the last day is not for editing, and posting rules are checked again', async () => {
  await save(typedPosting({ validThrough: dayIn(80), benefits: '', places: 'Chicago, IL' }), 1)
  const { content } = await own()
  expect((content as Values).validThrough).toBe(dayIn(20))
  const moved = await recruiter('submit-revision')
  expect(moved.kind === 'refused' && Object.keys(moved.errors ?? {})).toEqual(['benefits'])
  expect(await row()).toMatchObject({ state: 'live', shown_version: 1, review_version: null })
})

test('asked for other changes, refused, discarded: the old version stays, and what was written is kept', async () => {
  await save(typedPosting({ title: 'First try' }), 1)
  await recruiter('submit-revision')
  await reviewer('request-revision-changes', { note: 'Say which nights.' })
  expect(await row()).toMatchObject({ review_version: null, version: 2 })
  expect(await save(typedPosting({ title: 'Second try' }), (await own()).edition)).toMatchObject({ kind: 'saved' })
  await recruiter('submit-revision')
  await reviewer('refuse-revision', { reason: 'misleading', note: 'No.' })
  expect(await row()).toMatchObject({ state: 'live', version: 1, review_version: null, title: 'Night actuary' })
  expect((await queries.listEarlier(id)).map(({ content }) => (content as Values).title)).toEqual(['Second try'])
  expect((await queries.listMessages(id)).map(({ text }) => text)).toEqual(['Say which nights.', 'No.'])
  expect(await mails()).toBe(2)

  // A form of the refused changes does not fit what is written next.
  expect(await save(typedPosting({ title: 'Stale' }), 3)).toMatchObject({ kind: 'elsewhere' })
  await save(typedPosting({ title: 'Third try' }), (await own()).edition)
  expect((await own()).edition).toBeGreaterThan(3)
  await recruiter('submit-revision')
  expect(await recruiter('discard-revision')).toMatchObject({ kind: 'done' })
  expect(await row()).toMatchObject({ version: 1, review_version: null })
  expect((await queries.listEarlier(id)).length).toBe(2)
  expect(await seenByReaders()).toMatchObject({ title: 'Night actuary' })
})

test('two tabs on a live posting: the later save wins knowingly, and both are kept', async () => {
  await save(typedPosting({ title: 'One' }), 1)
  const late = await save(typedPosting({ title: 'Two' }), 1)
  expect(late).toEqual({ kind: 'elsewhere', edition: 2 })
  expect(await save(typedPosting({ title: 'Two' }), 2, true)).toMatchObject({ kind: 'saved' })
  expect((await queries.listEarlier(id)).map(({ content }) => (content as Values).title)).toEqual(['One'])
  expect(await seenByReaders()).toMatchObject({ title: 'Night actuary' })
})

test('a posting that ends takes its changes out of the queue', async () => {
  for (const [action, state] of [
    ['fill', 'filled'],
    ['withdraw', 'withdrawn'],
  ] as const) {
    await save(typedPosting({ title: 'Too late' }), (await own()).edition)
    await recruiter('submit-revision')
    await recruiter(action)
    expect(await row()).toMatchObject({ state, version: 1, review_version: null })
    await sql`update job set state = 'live', ended_at = null where id = ${id}`
  }
})

test('fifty at once renew, or approve changes: one effect (59)', async () => {
  await sql`update job set valid_through = valid_through - interval '15 days', reminded_at = store_now() where id = ${id}`
  const from = await end()
  const before = await row()
  const renewed = await Promise.all(
    Array.from({ length: 50 }, () => recruiter('renew', { renewal: { from, days: 30 } })),
  )
  expect(renewed.filter(({ kind }) => kind === 'done').length).toBe(1)
  const after = await row()
  const [days] = await sql`
    select (${after.valid_through}::timestamptz at time zone 'America/Denver')::date
      - (${before.valid_through}::timestamptz at time zone 'America/Denver')::date as n,
      to_char(${after.valid_through}::timestamptz at time zone 'America/Denver', 'YYYY-MM-DD HH24:MI:SS') as at`
  expect(days?.n).toBe(30)
  expect(days?.at).toMatch(/ 23:59:59$/)
  expect(await seenByReaders()).toMatchObject({ validThrough: String(days?.at).slice(0, 10) })
  expect(after).toMatchObject({ date_posted: before.date_posted, reminded_at: null })

  await save(typedPosting({ title: 'Day actuary' }), 1)
  await recruiter('submit-revision')
  const approved = await Promise.all(Array.from({ length: 50 }, () => reviewer('approve-revision')))
  expect(approved.filter(({ kind }) => kind === 'done').length).toBe(1)
  expect((await events()).filter((action) => action === 'renew' || action === 'approve-revision').length).toBe(2)
})

test('renewing: not too early, not too long, not after the end, not from another page’s end', async () => {
  expect(await recruiter('renew', { renewal: { from: await end(), days: 30 } })).toMatchObject({ kind: 'refused' })
  await sql`update job set valid_through = store_now() + interval '5 days' where id = ${id}`
  expect(await recruiter('renew', { renewal: { from: await end(), days: 90 } })).toMatchObject({
    errors: { days: expect.stringContaining('At most 90 days from today') },
  })
  expect(await recruiter('renew', { renewal: { from: '2020-01-01T00:00:00.000Z', days: 30 } })).toMatchObject({
    kind: 'refused',
  })
  expect(await recruiter('renew')).toMatchObject({ kind: 'refused' })
  // So near the new end that the reminder has been said already.
  await sql`update job set reminded_at = store_now() where id = ${id}`
  expect(await recruiter('renew', { renewal: { from: await end(), days: 1 } })).toMatchObject({ kind: 'done' })
  expect((await row()).reminded_at).not.toBeNull()
  await recruiter('pause')
  expect(await recruiter('renew', { renewal: { from: await end(), days: 20 } })).toMatchObject({ state: 'paused' })
  await sql`update job set valid_through = store_now() - interval '1 second' where id = ${id}`
  expect(await recruiter('renew', { renewal: { from: await end(), days: 30 } })).toMatchObject({ kind: 'refused' })
  expect(await recruiter('resume')).toMatchObject({ kind: 'refused' })
})

test('sweeping, many at once: each is reminded once, ended once, and taken down once', async () => {
  const ids = [id]
  for (let n = 0; n < 5; n += 1) {
    id = await jobs.createJob(companyId, userId, typedPosting({ title: `Actuary ${n}` }))
    await recruiter('submit')
    await reviewer('approve')
    await recruiter('publish')
    ids.push(id)
  }
  const of = sql`where id in ${sql(ids)}`
  const count = async (action: string) =>
    (await sql`select count(*)::int as n from job_event where action = ${action} and job_id in ${sql(ids)}`)[0]?.n
  const many = () => Promise.all([1, 2, 3, 4].map(() => sweep()))
  const mailed = async (work: () => Promise<unknown>) => {
    await sql`delete from graphile_worker._private_jobs`
    await work()
    return mails()
  }
  await sql`update job set date_posted = store_now() - interval '20 days', valid_through = store_now() + interval '6 days' ${of}`
  expect(await mailed(many)).toBe(6)
  expect(await mailed(many)).toBe(0)
  await sql`update job set valid_through = store_now() - interval '1 second' ${of}`
  expect((await queries.listJobsOfCompany(companyId)).filter((job) => ids.includes(job.id))).toEqual([])
  expect(await mailed(many)).toBe(6)
  expect(await mailed(many)).toBe(0)
  expect(await count('expire')).toBe(6)
  expect(await recruiter('fill')).toMatchObject({ state: 'filled' })
  const [shown] = await sql`select slug from job where id = ${id}`
  expect(await queries.getShownJob(shown?.slug)).toBeDefined()
  await sql`update job set valid_through = store_now() - interval '31 days', ended_at = store_now() - interval '31 days' ${of}`
  await sql`truncate cache_change`
  await many()
  expect(await count('take-down')).toBe(6)
  expect(await marks()).toContain(`job:${shown?.slug}`)
  expect(await jobs.moveJob({ id, action: 'expire', by: 'clock' })).toMatchObject({ kind: 'refused' })
})

test('a sweep that was late does not end a posting that has been renewed', async () => {
  expect(await jobs.moveJob({ id, action: 'expire', by: 'clock' })).toMatchObject({ kind: 'refused' })
  expect(await row()).toMatchObject({ state: 'live' })
})
