import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { typedPosting } from '@/bin/testing/posting'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { readAskedPlace } from '../places/asked'

let store: TestStore
let sql: ReturnType<typeof connectOwner>
let [companyId, userId] = ['', '']

beforeAll(async () => {
  store = await createFilledStore()
  sql = connectOwner(store.ownerUrl)
  vi.stubEnv('DATABASE_URL', store.webUrl)
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32))
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-found', 'Example Found', 'America/Denver') returning id`
  const [user] = await sql`insert into "user" (email) values ('found@example.net') returning id`
  companyId = String(company?.id)
  userId = String(user?.id)
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

async function publish(title: string, places: string, workplace: string): Promise<void> {
  const { createJob, moveJob } = await import('./mutations')
  const id = await createJob(companyId, userId, typedPosting({ title, places, workplace }))
  await moveJob({ id, companyId, action: 'submit', by: 'recruiter', userId })
  await moveJob({ id, action: 'approve', by: 'reviewer', userId })
  expect(await moveJob({ id, companyId, action: 'publish', by: 'recruiter', userId })).toMatchObject({ state: 'live' })
}

async function find(typed: string): Promise<{ here: string[]; elsewhere: string[] }> {
  const { listJobs, listJobsInTown } = await import('./queries')
  const asked = readAskedPlace(typed)
  const filter = asked.kind === 'where' ? { where: asked.where } : {}
  const titles = (rows: { title: string }[]) => rows.map(({ title }) => title).sort()
  const town = asked.kind === 'where' && asked.where.place?.town
  return { here: town ? titles(await listJobsInTown(filter)) : [], elsewhere: titles(await listJobs(filter)) }
}

test('a posting is found by town, state, province, territory and country, and by remote', async () => {
  await publish('On Broadway', '1600 Broadway, Denver, CO 80202', 'on-site')
  await publish('In Boulder', 'Boulder, Colorado', 'hybrid')
  await publish('From the country', 'United States', 'remote')
  await publish('In Toronto', 'Toronto, ON', 'on-site')
  await publish('In San Juan', 'San Juan, PR', 'on-site')
  await publish('In Paris', 'Paris, France', 'on-site')
  await publish('From France', 'France', 'remote')

  expect(await find('Denver')).toEqual({ here: ['On Broadway'], elsewhere: ['From the country', 'In Boulder'] })
  expect(await find('CO')).toEqual({ here: [], elsewhere: ['From the country', 'In Boulder', 'On Broadway'] })
  expect(await find('Remote')).toEqual({ here: [], elsewhere: ['From France', 'From the country'] })
  expect(await find('remote, Colorado')).toEqual({ here: [], elsewhere: ['From the country'] })
  expect(await find('Toronto, Canada')).toEqual({ here: ['In Toronto'], elsewhere: [] })
  expect(await find('Ontario')).toEqual({ here: [], elsewhere: ['In Toronto'] })
  expect(await find('Puerto Rico')).toEqual({ here: [], elsewhere: ['In San Juan'] })
  expect(await find('Paris, France')).toEqual({ here: ['In Paris'], elsewhere: ['From France'] })
  expect(await find('France')).toEqual({ here: [], elsewhere: ['From France', 'In Paris'] })
  expect(await find('Germany')).toEqual({ here: [], elsewhere: [] })
  expect((await find('anywhere')).elsewhere).toHaveLength(7)

  const [row] = await sql`select p.street, p.postal_code, p.region from job_place p where p.street is not null`
  expect(row).toEqual({ street: '1600 Broadway', postal_code: '80202', region: 'CO' })
})

test('places that lie in the store with withdrawn codes and typed provinces have the codes of now', async () => {
  const [job] = await sql`select id from job limit 1`
  const put = (n: number, country: string, region: string | null) =>
    sql`insert into job_place (job_id, n, country, region) values (${job?.id}, ${n}, ${country}, ${region})`
  await put(90, 'FX', null)
  await put(91, 'UK', null)
  await put(92, 'CA', 'Québec')
  await put(93, 'CA', 'on')
  const [, , ...updates] = readFileSync(join(root, 'drizzle/migrations/0007_addresses.sql'), 'utf8').split(
    '--> statement-breakpoint',
  )
  for (const update of updates) await sql.unsafe(update)
  const rows = await sql`select country, region from job_place where n >= 90 order by n`
  expect(rows.map(({ country, region }) => [country, region])).toEqual([
    ['FR', null],
    ['GB', null],
    ['CA', 'QC'],
    ['CA', 'ON'],
  ])
  await sql`delete from job_place where n >= 90`
})
