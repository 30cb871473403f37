import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'

vi.mock('next/headers', () => import('@/bin/testing/headers'))

let store: TestStore
let sql: ReturnType<typeof connectOwner>
let jobs: typeof import('../jobs/mutations')
let messages: typeof import('../jobs/messages')
let waiting: typeof import('../jobs/waiting-messages')
let digest: typeof import('./digest')
let secret: typeof import('../secret')
const people: Record<'owner' | 'recruiter' | 'viewer' | 'reviewer', string> = {
  owner: '',
  recruiter: '',
  viewer: '',
  reviewer: '',
}
let [companyId, id] = ['', '']

/** Names that strangers give, to see where they turn up. */
const [COMPANY, TITLE] = ['WIN a car at win.example', 'FREE MONEY and a car']

beforeAll(async () => {
  store = await createFilledStore()
  sql = connectOwner(store.ownerUrl)
  vi.stubEnv('DATABASE_URL', store.webUrl)
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32))
  vi.stubEnv('SITE_URL', 'https://rolebook.example')
  jobs = await import('../jobs/mutations')
  messages = await import('../jobs/messages')
  waiting = await import('../jobs/waiting-messages')
  digest = await import('./digest')
  secret = await import('../secret')
  const [made] = await sql`
    insert into company (slug, name, time_zone) values ('example-digest', ${COMPANY}, 'UTC') returning id`
  companyId = String(made?.id)
  for (const name of Object.keys(people) as (keyof typeof people)[]) {
    const [row] = await sql`insert into "user" (email) values (${`${name}@example.net`}) returning id`
    people[name] = String(row?.id)
    if (name !== 'reviewer')
      await sql`insert into member (company_id, user_id, role) values (${companyId}, ${people[name]}, ${name})`
  }
  await sql`insert into reviewer (email) values ('reviewer@example.net'), ('other@example.net')`
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

type Sent = { to: string; subject: string; paragraphs: string[]; link: { href: string } }
/** The mails that wait to be sent; they are taken. */
async function takeMails(): Promise<Sent[]> {
  const rows = await sql`delete from graphile_worker._private_jobs returning payload`
  return rows
    .map(({ payload }) => JSON.parse(secret.unseal(payload.sealed, 'mail')) as Sent)
    .toSorted((a, b) => a.to.localeCompare(b.to))
}
const recruiter = (action: 'submit' | 'publish') =>
  jobs.moveJob({ id, companyId, action, by: 'recruiter', userId: people.recruiter })
const pass = (minutes: number) => sql`update review_notice set told_at = told_at - make_interval(mins => ${minutes})`

beforeEach(async () => {
  await sql`delete from job`
  await sql`delete from review_notice`
  id = await jobs.createJob(companyId, people.recruiter, typedPosting({ title: TITLE }))
  await sql`update job_version set content = jsonb_set(content, '{title}', ${sql.json(TITLE)}) where job_id = ${id}`
  await takeMails()
})

test('reviewers hear of a waiting posting once, and again only of something new, 15 minutes later', async () => {
  await digest.sendDigests()
  expect(await takeMails()).toEqual([])
  await recruiter('submit')
  await Promise.all([1, 2, 3, 4].map(() => digest.sendDigests()))
  const first = await takeMails()
  expect(first.map(({ to }) => to)).toEqual(['other@example.net', 'reviewer@example.net'])
  expect(first[0]).toMatchObject({ link: { href: 'https://rolebook.example/review' } })
  expect(first[0]?.paragraphs.join()).toContain('Waiting for a reviewer: 1 posting.')
  await pass(16)
  await digest.sendDigests()
  expect(await takeMails()).toEqual([])
  await messages.writeToReviewers({ userId: people.recruiter, companyId }, id, 'Is it soon?')
  await digest.sendDigests()
  expect((await takeMails()).length).toBe(2)
  await messages.writeToReviewers({ userId: people.recruiter, companyId }, id, 'And now?')
  await digest.sendDigests()
  expect(await takeMails()).toEqual([])
  await pass(16)
  await digest.sendDigests()
  expect((await takeMails())[0]?.paragraphs.join()).toContain('1 posting, 2 messages')
})

test('the thread works both ways: what an employer writes waits until a reviewer answers, decides or closes it', async () => {
  const ask = (text: string) => messages.writeToReviewers({ userId: people.recruiter, companyId }, id, text)
  const waits = async () => (await waiting.listWaitingMessages()).map(({ messages: n }) => n)
  await recruiter('submit')
  await takeMails()
  await ask('Why does it take so long?')
  await expect(ask('Why does it take so long?')).rejects.toThrow('Already sent')
  expect(await waits()).toEqual([1])
  await messages.writeToEmployer(people.reviewer, id, 'It is read today.')
  await expect(messages.writeToEmployer(people.reviewer, id, 'It is read today.')).rejects.toThrow('Already sent')
  expect(await waits()).toEqual([])
  const mails = await takeMails()
  expect(mails.map(({ to }) => to)).toEqual(['owner@example.net', 'recruiter@example.net'])
  expect(mails[0]?.paragraphs).toContain('It is read today.')
  expect(mails[0]?.link.href).toBe(`https://rolebook.example/employer/example-digest/jobs/${id}#thread`)
  await ask('Thank you')
  await messages.closeMessages(id)
  expect(await waits()).toEqual([])
  await ask('One thing more')
  await jobs.moveJob({ id, action: 'approve', by: 'reviewer', userId: people.reviewer })
  expect(await waits()).toEqual([])
})

test('mails name nothing of a stranger’s in their subject, go to all who should know, say why, and lead to it', async () => {
  const { mailHtml, mailText } = await import('../mail/message')
  const mails: Sent[] = []
  await recruiter('submit')
  await jobs.moveJob({
    id,
    action: 'request-changes',
    by: 'reviewer',
    userId: people.reviewer,
    note: 'Say which nights.',
  })
  mails.push(...(await takeMails()))
  await recruiter('submit')
  await jobs.moveJob({
    id,
    action: 'refuse',
    by: 'reviewer',
    userId: people.reviewer,
    reason: 'fee',
    note: 'No deposit, please.',
  })
  const refused = await takeMails()
  mails.push(...refused)
  await messages.writeToEmployer(people.reviewer, id, 'Write to us.')
  mails.push(...(await takeMails()))
  await (await import('../companies/team')).invite(
    { id: people.owner, email: 'owner@example.net' },
    { id: companyId, name: COMPANY },
    'guest@example.net',
    'viewer',
  )
  mails.push(...(await takeMails()))
  expect(mails.length).toBe(7)
  for (const mail of mails) {
    expect(mail.subject).not.toMatch(/win|car|money|t\.me/i)
    expect(mailHtml(mail as never)).toContain(`>${mail.link.href}</a>`)
    expect(mailText(mail as never)).toContain(mail.link.href)
  }
  expect(refused.map(({ to }) => to)).toEqual(['owner@example.net', 'recruiter@example.net'])
  expect(refused[0]?.paragraphs).toEqual([
    `“${TITLE}”: A reviewer has refused it.`,
    'The reason: Applicants are asked for money.',
    'No deposit, please.',
  ])
  expect(refused[0]?.link.href).toBe(`https://rolebook.example/employer/example-digest/jobs/${id}`)
})
