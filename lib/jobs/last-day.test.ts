import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn, typedPosting } from '@/bin/testing/posting'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'

const TYPED = typedPosting({ workplace: 'on-site', vacancy: 'open', screening: 'none' })

let store: TestStore
let sql: Sql
let companyId: string
let userId: string

beforeAll(async () => {
  store = await createStore()
  process.env.DATABASE_URL = store.webUrl
  process.env.AUTH_SECRET = 'for tests only, and long enough for it'
  sql = connectOwner(store.ownerUrl)
  await sql`insert into family (code, slug, name) values ('15', 'mathematics', 'Mathematics')`
  await sql`insert into role (code, slug, kind, name, singular, plural, article, family_code)
    values ('15-2011', 'actuary', 'occupation', 'Actuaries', 'actuary', 'actuaries', 'an', '15')`
  const [company] =
    await sql`insert into company (slug, name, time_zone) values ('example', 'Example', 'America/New_York') returning id`
  const [user] = await sql`insert into "user" (email) values ('owner@example.com') returning id`
  companyId = String(company?.id)
  userId = String(user?.id)
})
afterAll(async () => {
  await closeDb()
  await sql.end()
  await store.drop()
})

async function closeDb() {
  const { getDb } = await import('../db')
  await getDb().$client.end()
  Object.assign(globalThis, { rolebookDb: undefined })
}

/** Moves the store's clock: connections made from now on see it. */
async function moveClock(to: Date) {
  const seconds = Math.round((to.getTime() - Date.now()) / 1000)
  const admin = postgres(store.superUrl, { max: 1 })
  await admin.unsafe(`alter database ${store.name} set rolebook.clock_offset = '${seconds} seconds'`)
  await admin.end()
  await closeDb()
}

async function publish(values: Record<string, string>) {
  const { createJob, moveJob } = await import('./mutations')
  const id = await createJob(companyId, userId, { ...TYPED, ...values })
  await sql`update job set state = 'approved' where id = ${id}`
  expect(await moveJob({ id, companyId, action: 'publish', by: 'recruiter', userId })).toMatchObject({ kind: 'done' })
  const [row] = await sql<{ zone: string; until: Date; places: number }[]>`
    select time_zone as zone, valid_through as until,
      (select count(latitude)::int from job_place where job_id = job.id) as places from job where id = ${id}`
  if (!row) throw new Error('no such job')
  return { id, ...row }
}

test('each job ends with its own day, by the store’s clock, wherever it is', async () => {
  const { sweep } = await import('../queue/sweep')
  const last = dayIn(20)
  const made = {
    'St. John’s': await publish({ places: "St. John's, NL, Canada", payCurrency: 'CAD', validThrough: last }),
    remote: await publish({ places: 'El Paso, TX', workplace: 'remote', validThrough: last }),
    'El Paso': await publish({ places: 'El Paso, TX\nGothic, CO', validThrough: last }),
    Honolulu: await publish({ places: 'Honolulu, HI', validThrough: last }),
  }
  expect(Object.values(made).map(({ zone }) => zone)).toEqual([
    'America/St_Johns',
    'America/New_York',
    'America/Denver',
    'Pacific/Honolulu',
  ])
  expect(made['El Paso'].places).toBe(1)
  for (const { zone, until } of Object.values(made)) {
    const [{ end } = { end: undefined }] = await sql<{ end: Date }[]>`
      select ((${last}::date + 1)::timestamp at time zone ${zone}) - interval '1 second' as end`
    expect(until).toEqual(end)
  }
  const names = Object.keys(made) as (keyof typeof made)[]
  const live = async () => {
    const rows = await sql<{ id: string }[]>`select id from job where state = 'live'`
    return names.filter((name) => rows.some(({ id }) => id === made[name].id))
  }
  for (const [n, name] of names.entries()) {
    await moveClock(new Date(made[name].until.getTime() - 60_000))
    await sweep()
    expect(await live()).toEqual(names.slice(n))
    await moveClock(new Date(made[name].until.getTime() + 1000))
    await sweep()
    expect(await live()).toEqual(names.slice(n + 1))
  }
})

test('today is reckoned where the job is', async () => {
  const { todayOf } = await import('./own-queries')
  // 03:00 UTC: still the day before in El Paso, and in New York.
  await moveClock(new Date('2027-01-10T03:00:00Z'))
  expect(await todayOf(companyId, { places: 'Paris, France' })).toBe('2027-01-10')
  expect(await todayOf(companyId, { places: 'El Paso, TX' })).toBe('2027-01-09')
  expect(await todayOf(companyId, { places: 'Paris, France', workplace: 'remote' })).toBe('2027-01-09')
})
