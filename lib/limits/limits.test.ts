import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { from } from '@/bin/testing/headers'
import { typedPosting } from '@/bin/testing/posting'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { RATES, readQuotas, type Way } from './numbers'

vi.hoisted(() => {
  process.env.QUOTAS = 'unverified-companies=2 drafts=7, submissions=3 members=40'
})
vi.mock('next/headers', () => import('@/bin/testing/headers'))

let store: TestStore
let sql: Sql
let mail: typeof import('../mail/sign-in')
let team: typeof import('../companies/team')
let messages: typeof import('../jobs/messages')
let reports: typeof import('../reports/mutations')
let companies: typeof import('../companies/mutations')
let jobs: typeof import('../jobs/mutations')

beforeAll(async () => {
  store = await createFilledStore()
  sql = connectOwner(store.ownerUrl)
  vi.stubEnv('DATABASE_URL', store.webUrl)
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32))
  mail = await import('../mail/sign-in')
  team = await import('../companies/team')
  messages = await import('../jobs/messages')
  reports = await import('../reports/mutations')
  companies = await import('../companies/mutations')
  jobs = await import('../jobs/mutations')
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

async function makeUser() {
  const email = `${randomUUID()}@example.net`
  const [row] = await sql`insert into "user" (email) values (${email}) returning id`
  return { id: String(row?.id), email }
}
async function makeCompany() {
  const [row] = await sql`
    insert into company (slug, name, time_zone) values (${randomUUID()}, 'Example Limits', 'UTC') returning id, name`
  return { id: String(row?.id), name: String(row?.name) }
}
async function makeJob(companyId: string) {
  const [row] = await sql`
    insert into job (company_id, slug, state) values (${companyId}, ${randomUUID()}, 'submitted') returning id`
  return String(row?.id)
}

/** One thing of each kind; those of `same` are the same each time. */
async function cast(same: 'to' | 'by' | 'company' | 'from') {
  const one = { user: await makeUser(), company: await makeCompany(), to: `${randomUUID()}@example.net` }
  const network = `198.51.100.${randomUUID()}`
  return async () => ({
    by: same === 'by' ? one.user : await makeUser(),
    company: same === 'company' ? one.company : await makeCompany(),
    to: same === 'to' ? one.to : `${randomUUID()}@example.net`,
    network: same === 'from' || (same === 'to' && one.to === '') ? network : `203.0.113.${randomUUID()}`,
  })
}

type Cast = Awaited<ReturnType<Awaited<ReturnType<typeof cast>>>>
const SENDS: Record<Way, (who: Cast) => Promise<unknown>> = {
  link: ({ to }) => mail.mailLink(to, randomUUID(), 'http://localhost/?callbackUrl=/employer'),
  invite: ({ by, company, to }) => team.invite(by, company, to, 'viewer'),
  async message({ by, company }) {
    const id = await makeJob(company.id)
    await messages.writeToReviewers({ userId: by.id, companyId: company.id }, id, `Word ${randomUUID()}`)
  },
  report: () => reports.reportSubject({ kind: 'page', subject: `/${randomUUID()}` }, words()),
}
/** Does something with each, ten at any time: as many as the store has connections for. */
async function inTens<T>(all: readonly T[], work: (one: T) => Promise<unknown>) {
  const waiting = [...all]
  const answers: PromiseSettledResult<unknown>[] = []
  const worker = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
      answers.push(...(await Promise.allSettled([work(one)])))
  }
  await Promise.all(Array.from({ length: 10 }, worker))
  return answers
}

const words = () => ({ reason: 'words', note: `Another ${randomUUID()}`, form: '' })

const rows = (Object.keys(RATES) as Way[]).flatMap((way) =>
  (['to', 'by', 'company', 'from'] as const)
    .filter((part) => RATES[way][part] && !(way === 'report' && part === 'to'))
    .map((part) => ({ way, part, most: RATES[way][part]?.most ?? 0 })),
)

test.each(rows)('$way, the same $part: $most and no more, ten at a time', async ({ way, part, most }) => {
  const make = await cast(part)
  const all = await Promise.all(Array.from({ length: most + 20 }, make))
  const answers = await inTens(all, (who) => from(who.network, () => SENDS[way](who)))
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(most)
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(String(answer.reason.message)).toMatch(/^Too many .*Try again in /)
  }
})

test('one thing reported again and again from one network: three, and the fourth is told', async () => {
  const send = (network: string) =>
    from(network, () => reports.reportSubject({ kind: 'page', subject: '/roles/actuary' }, words()))
  for (let n = 0; n < 3; n += 1) expect(await send('198.51.100.1')).toBe(true)
  await expect(send('198.51.100.1')).rejects.toThrow('Too many reports for now. Try again in 24 hours.')
  expect(await send('198.51.100.2')).toBe(true)
})

test('the same report pressed twice is kept once, and said to be there; another form without words is another', async () => {
  const send = (form: string, note: string) =>
    reports.reportSubject({ kind: 'page', subject: '/roles/paralegal' }, { reason: 'broken', note, form })
  const twice = await Promise.all([send('a', 'It is gone'), send('b', 'It is gone')])
  expect(twice.toSorted()).toEqual([false, true])
  expect([await send('a', ''), await send('a', ''), await send('b', '')]).toEqual([true, false, true])
})

test('an exhausted limit leaves nothing behind, and ends with its time', async () => {
  const to = 'once-more@example.net'
  const ask = () => mail.mailLink(to, randomUUID(), 'http://localhost/')
  const key = `link:to:${to}`
  await sql`insert into rate_limit (key, since, count) values (${key}, store_now(), 5)`
  await expect(ask()).rejects.toThrow('Too many links were asked for. Try again in 15 minutes.')
  await sql`update rate_limit set since = since - interval '15 minutes' where key = ${key}`
  await ask()
  const [company, by] = [await makeCompany(), await makeUser()]
  await sql`insert into rate_limit (key, since, count) values (${`invite:${company.id}`}, store_now(), 30)`
  await expect(team.invite(by, company, 'nobody@example.net', 'viewer')).rejects.toThrow('Too many invitations')
  expect(await sql`select from invitation where company_id = ${company.id}`).toHaveLength(0)
})

const count = (answers: PromiseSettledResult<unknown>[]) =>
  answers.filter(({ status }) => status === 'fulfilled').length
const fifty = (work: () => Promise<unknown>) => inTens(Array(50).fill(0), work)

test('fifty, ten at a time, make companies, drafts and submissions: as many as may, no more', async () => {
  const person = await makeUser()
  const profile = { name: 'Many', site: null, about: '', industry: null, size: null, places: [], timeZone: 'UTC' }
  expect(count(await fifty(() => companies.createCompany(person, profile)))).toBe(2)
  await expect(companies.createCompany(person, profile)).rejects.toThrow('2 companies whose domain is not verified')
  await sql`update company set verified_domain = 'a.example', verified_at = store_now() where name = 'Many'`
  await companies.createCompany(person, profile)

  const { id: companyId } = await makeCompany()
  expect(count(await fifty(() => jobs.createJob(companyId, person.id, typedPosting())))).toBe(7)
  const drafts = await sql`select id from job where company_id = ${companyId}`
  const sent = await Promise.all(
    drafts.map(({ id }) => jobs.moveJob({ id, companyId, action: 'submit', by: 'recruiter', userId: person.id })),
  )
  expect(sent.filter(({ kind }) => kind === 'done').length).toBe(3)
  expect(sent.find(({ kind }) => kind === 'refused')).toEqual({
    kind: 'refused',
    errors: { form: expect.stringContaining('It is saved, but not sent: a company sends at most 3 postings') },
  })
  await sql`update job set created_at = created_at - interval '24 hours' where company_id = ${companyId}`
  await jobs.createJob(companyId, person.id, typedPosting())

  const company = await makeCompany()
  await sql`
    insert into invitation (company_id, email, role, token_hash, expires_at)
    select ${company.id}, n || '@example.org', 'viewer', gen_random_uuid()::text, store_now() + interval '1 day'
    from generate_series(1, 36) n`
  const invite = (n: number) =>
    from(`192.0.2.${n + 10}`, () => team.invite(person, company, `m${n}@example.net`, 'viewer'))
  const invited = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => invite(n)))
  expect(count(invited)).toBe(4)
})

test('what is too long is refused field by field, and by the store itself', async () => {
  const { id: companyId } = await makeCompany()
  const { id: userId } = await makeUser()
  const values = typedPosting({ description: 'x'.repeat(3_900_000), employmentType: Array(21).fill('FULL_TIME') })
  await expect(jobs.createJob(companyId, userId, values)).rejects.toMatchObject({
    message: expect.stringContaining('too long'),
    errors: {
      description: 'At most 20,000 letters; this has 3,900,000.',
      employmentType: 'At most 20 of these.',
    },
  })
  const id = await jobs.createJob(companyId, userId, typedPosting())
  const save = (changes: Record<string, string>) =>
    jobs.saveJob({ companyId, id, userId }, typedPosting(changes), 1, false)
  for (const name of ['title', 'places', 'payMin', 'reference', 'apply', 'never-heard-of'])
    await expect(save({ [name]: 'x'.repeat(200_000) }), name).rejects.toMatchObject({
      errors: { [name]: expect.stringMatching(/^At most/) },
    })
  expect((await sql`select edition from job_version where job_id = ${id}`)[0]).toEqual({ edition: 1 })

  const long = 'x'.repeat(200_000)
  for (const statement of [
    sql`insert into job_version (job_id, number, content) values (${id}, 9, ${sql.json({ title: long })})`,
    sql`insert into job_message (job_id, side, text) values (${id}, 'employer', ${long})`,
    sql`insert into report (kind, subject, reason, note) values ('page', '/', 'words', ${long})`,
    sql`insert into job_event (job_id, action, to_state, note) values (${id}, 'x', 'draft', ${long})`,
    sql`update company set about = ${long} where id = ${companyId}`,
    sql`update company set name = ${long} where id = ${companyId}`,
    sql`update job set title = ${long} where id = ${id}`,
    sql`insert into invitation (company_id, email, role, token_hash, expires_at) values (${companyId}, ${long}, 'viewer', 'h', now())`,
  ])
    await expect(statement).rejects.toThrow(/_lengths/)
})

test('quotas are the operator’s, and a slip in them is named', () => {
  expect(readQuotas('').drafts).toBe(100)
  expect(readQuotas('drafts=20,members=10')).toMatchObject({ drafts: 20, members: 10, submissions: 50 })
  for (const slip of ['drafts=0', 'drafts=many', 'draughts=5', 'drafts'])
    expect(() => readQuotas(slip)).toThrow(/QUOTAS/)
})
