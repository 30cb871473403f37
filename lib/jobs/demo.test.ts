import { spawnSync } from 'node:child_process'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, typescript } from '@/bin/steps.mjs'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { TRANSITIONS } from './lifecycle'
import { STATE_NAMES } from './words'

let store: TestStore
let sql: Sql
let demo: typeof import('./demo')

beforeAll(async () => {
  store = await createFilledStore()
  process.env.DATABASE_URL = store.ownerUrl
  process.env.AUTH_SECRET = 'a secret of thirty-two letters or more'
  sql = postgres(store.ownerUrl, { max: 1, onnotice() {} })
  demo = await import('./demo')
  await sql`insert into "user" (email) values ('ana@example.net')`
  await sql`insert into company (slug, name, time_zone) values ('example-freight', 'Example Freight', 'UTC')`
  await sql`
    insert into member (company_id, user_id, role) select c.id, u.id, 'owner' from company c, "user" u`
  await sql`insert into job (company_id, slug, title) select id, 'draft-own', 'Their own' from company`
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 5 })
  await sql.end()
  await store.drop()
})

/** Every row of what the demo writes in, but for what tells the page caches. */
async function snapshot(): Promise<string> {
  const tables = ['user', 'company', 'member', 'job', 'job_version', 'job_place', 'job_event', 'job_message', 'audit']
  const rows = await Promise.all(
    tables.map((name) => sql.unsafe(`select coalesce(json_agg(t order by t::text), '[]') as rows from "${name}" t`)),
  )
  return JSON.stringify(rows)
}

let before = ''

test('the demo holds postings in every state, made step by step, and adding it twice is adding it once', async () => {
  before = await snapshot()
  expect(await demo.addDemo()).toBe(5)
  const once = await snapshot()
  expect(await demo.addDemo()).toBe(0)
  expect(await snapshot()).toBe(once)
  const states = await sql`select state, count(*)::int as n from job where demo group by 1`
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(Object.keys(STATE_NAMES)))
  expect(states.find(({ state }) => state === 'live')?.n).toBeGreaterThanOrEqual(12)
  const events = await sql`
    select e.action, e.from_state, e.to_state from job_event e join job j on j.id = e.job_id where j.demo`
  expect(events.length).toBeGreaterThan(50)
  for (const { action, from_state, to_state } of events) {
    const rule = TRANSITIONS[action as keyof typeof TRANSITIONS]
    expect([rule.to, (rule.from as readonly string[]).includes(from_state)]).toEqual([to_state, true])
  }
  const [ended] = await sql`
    select valid_through < store_now() and ended_at <= store_now() and date_posted < valid_through as honest from job
    where demo and state = 'expired'`
  expect(ended?.honest).toBe(true)
  const [thread] = await sql`
    select array_agg(m.side order by m.id) as sides from job_message m join job j on j.id = m.job_id
    where j.demo and j.state = 'changes-requested'`
  expect(thread?.sides).toEqual(['reviewer', 'employer'])
})

test('its open jobs are in eight states and Ontario, within what most in the role earn, and in no sitemap', async () => {
  const { listJobs, listJobAddresses, getShownJob } = await import('./queries')
  const { roleContext } = await import('./page')
  const { readStored } = await import('./stored')
  const { fitOf } = await import('./pay-context')
  const open = await listJobs({})
  expect(open.length).toBeGreaterThanOrEqual(12)
  const wrong: string[] = []
  for (const { slug } of open) {
    const shown = await getShownJob(slug)
    const content = shown && readStored(shown)
    const pay = content && (await roleContext(content))?.pay
    if (content?.payCurrency === 'USD' && (!pay || fitOf(pay) !== 'within')) wrong.push(slug)
  }
  expect(wrong).toEqual([])
  const places = await sql`
    select distinct p.country, p.region from job_place p join job j on j.id = p.job_id where j.demo and j.state = 'live'`
  expect(places.filter(({ country, region }) => country === 'US' && region).length).toBeGreaterThanOrEqual(8)
  expect(places).toContainEqual({ country: 'CA', region: 'ON' })
  expect(open.every((job) => job.demo)).toBe(true)
  expect(await listJobAddresses()).toEqual([])
  const [people] =
    await sql`select bool_and(email like 'demo-%@example.com') as plain from "user" where email <> 'ana@example.net'`
  expect(people?.plain).toBe(true)
})

test('a demo that broke off is completed', async () => {
  await sql`delete from job where demo and state = 'expired'`
  expect(await demo.addDemo()).toBe(1)
  const [row] = await sql`select count(*)::int as n from company where demo`
  expect(row?.n).toBe(5)
})

test('taking it away leaves the rest as it was, and tells the pages that showed it', async () => {
  await sql`insert into reviewer (email) values ('demo-reviewer@example.com'), ('ana@example.net')`
  await sql`insert into count_daily select id::text, 'job-view', current_date, 3 from job`
  await sql`delete from cache_change`
  expect(await demo.removeDemo()).toBe(5)
  expect(await snapshot()).toBe(before)
  expect((await sql`select email from reviewer`).map(({ email }) => email)).toEqual(['ana@example.net'])
  expect(await sql`select 1 from count_daily`).toHaveLength(1)
  const [told] = await sql`select tags, expire from cache_change`
  expect(told?.expire).toBe(true)
  expect(told?.tags).toEqual(expect.arrayContaining(['companies', 'jobs:registered-nurse']))
  expect(await demo.removeDemo()).toBe(0)
})

test('a store that the operator names is refused in one sentence', () => {
  const run = spawnSync(process.execPath, [...typescript('bin/demo.ts'), 'add'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: store.ownerUrl },
  })
  expect([run.status, run.stderr.trim(), run.stdout]).toEqual([
    1,
    'DATABASE_URL is set: the demo is for the embedded store only, and goes into no other.',
    '',
  ])
})
