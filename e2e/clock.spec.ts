import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startQueue, stopApp } from '@/bin/app'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { mailsTo } from './mail'
import { type OwnServer, startOwnServer, until } from './own-server'
import { makePerson, type openSql } from './people'
import { putJob } from './postings'

const EMAIL = 'clock@example.net'
const TITLE = 'Canary dancer'
const mail = mkdtempSync(join(tmpdir(), 'rolebook-mail-'))

let store: TestStore
let server: OwnServer
let sql: ReturnType<typeof openSql>
let admin: ReturnType<typeof openSql>

test.describe.configure({ mode: 'serial', timeout: 150_000 })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  store = await createFilledStore()
  server = await startOwnServer(store.webUrl, { MAIL_FOLDER: mail })
  sql = postgres(store.ownerUrl, { max: 1, onnotice() {} })
  admin = postgres(store.superUrl, { max: 1, onnotice() {} })
})
test.afterAll(async () => {
  await server?.stop()
  await sql?.end()
  await admin?.end()
  await store?.drop()
})

const ask = async (path: string) => {
  const answer = await fetch(server.url + path)
  return `${answer.status} ${await answer.text()}`
}
const becomes = async (path: string, satisfied: (answer: string) => boolean, what: string) =>
  expect(satisfied((await until(() => ask(path), satisfied, 8000)).answer), `${path}: ${what}`).toBe(true)

/** Moves the store's clock: connections made before keep the old one, so all are cut. */
async function moveClock(days: number): Promise<void> {
  await admin.unsafe(`alter database ${store.name} set rolebook.clock_offset = '${days} days'`)
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${store.name}`
  await expect
    .poll(() =>
      sql`select store_now() - now() as by`.then(
        ([row]) => row?.by,
        () => '',
      ),
    )
    .toBe(`${days} days`)
  await becomes('/api/ready', (answer) => answer.startsWith('200'), 'the server is back')
}

/** Two queue processes at once, each with sweeps to do; ends when all is done. */
async function sweepByTwo(): Promise<void> {
  const environment = {
    DATABASE_URL: store.webUrl,
    DATABASE_OWNER_URL: store.ownerUrl,
    SITE_URL: server.url,
    AUTH_SECRET: process.env.AUTH_SECRET ?? '',
    MAIL_FOLDER: mail,
  }
  for (let n = 0; n < 6; n += 1) await sql`select graphile_worker.add_job('sweep')`
  const queues = [startQueue(environment, 'pipe'), startQueue(environment, 'pipe')]
  const waiting = async () => (await sql`select count(*)::int as n from graphile_worker.jobs`)[0]?.n
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
  await Promise.all(queues.map(stopApp))
}

const mailed = (pattern: RegExp) => mailsTo(EMAIL, mail).filter((text) => pattern.test(text)).length

test('time passes: one reminder, the end, the page that stays for 30 days, and then nothing', async () => {
  const { id: by } = await makePerson(sql, EMAIL)
  await sql`insert into company (slug, name, time_zone) values ('example-clock', 'Example Clock', 'America/Denver')`
  const values = { role: 'dancer', roleSlug: 'dancer' }
  const { id, slug } = await putJob(sql, 'example-clock', { title: TITLE, roleSlug: 'dancer', by, values })
  await putJob(sql, 'example-clock', { title: 'Lasting dancer', roleSlug: 'dancer', values, days: 80 })
  const path = `/jobs/${slug}`
  const shows = ['/roles/dancer', '/companies/example-clock', '/compare/actuary-vs-dancer']
  const byDate = ['/jobs?role=dancer', '/jobs', '/sitemaps/jobs.xml']
  const marked = (at: string) => (at.endsWith('.xml') ? slug : TITLE)
  for (const at of [...shows, ...byDate]) expect(await ask(at), at).toContain(marked(at))
  expect(await ask(path)).toContain('"@type":"JobPosting"')

  await sweepByTwo()
  expect(mailed(/last day is near/)).toBe(0)
  await moveClock(14)
  await sweepByTwo()
  await sweepByTwo()
  expect(mailed(/last day is near/)).toBe(1)
  expect(await ask(path)).toContain('"@type":"JobPosting"')

  // Its end has passed, and nobody has swept: by date alone it is open no more.
  await moveClock(21)
  for (const at of byDate) await becomes(at, (answer) => !answer.includes(marked(at)), 'off by date')
  await becomes(`${path}/apply`, (answer) => answer.includes('takes no applications'), 'no application')
  await sweepByTwo()
  await becomes(path, (answer) => answer.includes('This job has ended'), 'says that it has ended')
  const ended = await ask(path)
  expect(ended).toMatch(/^200 /)
  expect(ended).toMatch(/<meta name="robots" content="noindex/)
  expect(ended).not.toContain('"@type":"JobPosting"')
  expect(ended).toMatch(/Open jobs like it[\s\S]*Lasting dancer/)
  for (const at of shows) await becomes(at, (answer) => !answer.includes(TITLE), 'off')
  expect(mailed(/last day is over/)).toBe(1)

  await moveClock(50)
  await sweepByTwo()
  expect(await ask(path)).toMatch(/^200 /)
  await moveClock(52)
  await sweepByTwo()
  await becomes(path, (answer) => answer.startsWith('404'), 'gone after 30 days')
  const events = await sql`select action from job_event where job_id = ${id} order by id`
  expect(events.map(({ action }) => action)).toEqual(['expire', 'take-down'])
  expect([mailed(/last day is near/), mailed(/last day is over/)]).toEqual([1, 1])
})
