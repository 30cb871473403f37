import { expect, test } from '@playwright/test'
import { parseCsv } from 'hucre'
import postgres from 'postgres'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { type OwnServer, startOwnServer } from './own-server'
import { makePerson, SESSION } from './people'
import { putJob } from './postings'

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const READER = { 'User-Agent': AGENT, 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }

let store: TestStore
let sql: ReturnType<typeof postgres>
const servers: OwnServer[] = []
let job: { id: string; slug: string }
let cookie = ''

async function start(environment: Record<string, string> = {}): Promise<OwnServer> {
  const server = await startOwnServer(store.webUrl, environment)
  servers.push(server)
  return server
}

async function visit(server: OwnServer, path: string, times = 1, headers: Record<string, string> = READER) {
  for (let i = 0; i < times; i += 1) {
    const answer = await fetch(server.url + path, { headers, redirect: 'manual' })
    await answer.arrayBuffer()
    expect(answer.status, path).toBe(200)
  }
}

const counted = async (subject: string, kind: string) => {
  const [row] = await sql`
    select coalesce(sum(n), 0)::int as n from count_daily
    where subject = ${subject} and kind = ${kind} and day = (store_now() at time zone 'UTC')::date`
  return Number(row?.n)
}
/** Ten seconds is what a crash may lose at most. */
const soon = (subject: string, kind: string) => expect.poll(() => counted(subject, kind), { timeout: 10_000 })

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  store = await createFilledStore()
  sql = postgres(store.ownerUrl, { max: 2, onnotice() {} })
  const owner = await makePerson(sql, 'counts-owner@example.net')
  cookie = `${SESSION}=${owner.token}`
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-counts', 'Example Counts', 'UTC') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'viewer')`
  job = await putJob(sql, 'example-counts', { title: 'Counted actuary' })
})
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await sql?.end()
  await store?.drop()
})

test('readers are counted by two processes at once; bots, prefetches and unknown pages are not', async () => {
  const [a, b] = [await start(), await start()]
  const page = `/jobs/${job.slug}`
  await Promise.all([visit(a, page, 7), visit(b, page, 5), visit(a, `${page}/apply`, 2), visit(b, `${page}/apply`)])
  await Promise.all([visit(a, '/roles/actuary', 3), visit(b, '/roles/actuary')])
  const others: Record<string, string>[] = [
    { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    { 'User-Agent': 'rolebook-refresh bot' },
    { ...READER, 'Sec-Purpose': 'prefetch;prerender' },
    { ...READER, 'Sec-Fetch-Dest': 'empty' },
    { 'User-Agent': AGENT, RSC: '1' },
  ]
  for (const headers of others) for (const path of [page, `${page}/apply`]) await fetch(a.url + path, { headers })
  await fetch(a.url + page, { method: 'HEAD', headers: READER })
  await fetch(`${a.url}/jobs/never-was-1234567890`, { headers: READER })
  await fetch(`${a.url}/roles/never-was`, { headers: READER })

  await soon(job.id, 'job-view').toBe(12)
  await soon(job.id, 'job-apply').toBe(3)
  await soon('actuary', 'role-view').toBe(4)
  await visit(b, page)
  await soon(job.id, 'job-view').toBe(13)
  const subjects = await sql`select distinct subject from count_daily order by subject`
  expect(subjects.map(({ subject }) => subject).toSorted()).toEqual([job.id, 'actuary'].toSorted())
})

test('a removed job is not counted, though its address was known', async () => {
  const [server] = servers
  if (!server) throw new Error('no server')
  const gone = await putJob(sql, 'example-counts', { title: 'Gone actuary' })
  await visit(server, `/jobs/${gone.slug}`)
  await soon(gone.id, 'job-view').toBe(1)
  await sql`update job set state = 'removed' where id = ${gone.id}`
  await visit(server, `/jobs/${gone.slug}`)
  await visit(server, `/jobs/${job.slug}`)
  await soon(job.id, 'job-view').toBe(14)
  expect(await counted(gone.id, 'job-view')).toBe(1)
})

test('what the store does not take waits, and no page waits for it', async () => {
  const [server] = servers
  if (!server) throw new Error('no server')
  const before = await counted(job.id, 'job-view')
  const admin = postgres(store.superUrl, { max: 1, onnotice() {} })
  await admin.unsafe(`alter database ${store.name} allow_connections false`)
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${store.name}`
  const since = Date.now()
  await visit(server, `/jobs/${job.slug}`, 20)
  expect(Date.now() - since).toBeLessThan(3000)
  const wait = Date.now() + 4000
  await expect.poll(() => Date.now() > wait, { timeout: 6000 }).toBe(true)
  await admin.unsafe(`alter database ${store.name} allow_connections true`)
  await admin.end()
  await soon(job.id, 'job-view').toBe(before + 20)
})

test('a process that is killed loses no more than ten seconds; one that is stopped loses nothing', {
  tag: '@full',
}, async () => {
  const before = await counted(job.id, 'job-view')
  const killed = await start()
  await visit(killed, `/jobs/${job.slug}`, 6)
  await soon(job.id, 'job-view').toBe(before + 6)
  killed.app.kill('SIGKILL')
  expect(await counted(job.id, 'job-view')).toBe(before + 6)

  const stopped = await start()
  await visit(stopped, `/jobs/${job.slug}`, 9)
  await stopped.stop()
  expect(await counted(job.id, 'job-view')).toBe(before + 15)
})

test('the employer reads them beside the role’s median, and takes them as CSV without formulas (40)', async () => {
  const [server] = servers
  if (!server) throw new Error('no server')
  await sql`update job set title = '=HYPERLINK("http://evil.example","x"), "y"' where id = ${job.id}`
  await sql`
    insert into count_daily (subject, kind, day, n)
    select ${job.id}, 'job-view', (store_now() at time zone 'UTC')::date - 40, 3`
  const views = await counted(job.id, 'job-view')
  const own = `/employer/example-counts`
  const read = (path: string, from = server) => fetch(from.url + path, { headers: { Cookie: cookie } })
  expect(await (await read(own)).text()).toContain(`${views} views, 3 apply clicks in 30 days`)
  const page = (await (await read(`${own}/jobs/${job.id}`)).text()).replaceAll('<!-- -->', '')
  expect(page).toContain(`<dt>Views</dt><dd class="num">${views}</dd>`)
  expect(page).toMatch(
    /The median of actuaries in the United States is \$[\d,]+ a year\. This job’s \$98,000 is \d+% below it/,
  )

  const answer = await read(`${own}/jobs/${job.id}/counts.csv`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/)
  const rows = parseCsv(await answer.text()) as unknown[][]
  expect(rows[0]).toEqual(['job', 'day', 'views', 'apply clicks'])
  expect(rows).toHaveLength(42)
  expect(rows.at(-1)?.map(String).slice(0, 1)).toEqual([`'=HYPERLINK("http://evil.example","x"), "y"`])
  expect(rows.at(-1)?.slice(2).map(Number)).toEqual([views, 3])

  const shared = await start({ SHARED_CACHE: '1' })
  expect(await (await read(own, shared)).text()).toContain('views not counted')
  expect(await (await read(`${own}/jobs/${job.id}`, shared)).text()).toContain('not counted')
  expect(await (await read(`${own}/jobs/${job.id}/counts.csv`, shared)).text()).toContain('not counted,not counted')
  await visit(shared, `/jobs/${job.slug}`, 5)
  await shared.stop()
  expect(await counted(job.id, 'job-view')).toBe(views)
})
