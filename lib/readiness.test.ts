import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'

let store: TestStore
let owner: Sql
let ready: () => Promise<{ queue: Record<string, number> } | { reason: string }>

beforeAll(async () => {
  store = await createFilledStore()
  owner = postgres(store.ownerUrl, { max: 1, onnotice() {} })
  process.env.DATABASE_URL = store.webUrl
  ready = (await import('./readiness')).readReadiness
})
afterAll(async () => {
  await owner.end()
  await (await import('./db')).getDb().$client.end({ timeout: 1 })
  await store.drop()
})

test('a filled store is ready', async () => {
  expect(await ready()).toEqual({ queue: {} })
})

test('a table that pages read and the web role may not is found, also one that no reader’s page needs', async () => {
  for (const table of ['role', 'figure', 'release', 'job', 'company']) {
    await owner.unsafe(`revoke select on ${table} from rolebook_web`)
    expect(await ready(), table).toEqual({ reason: 'the web role may not read what pages show' })
    await owner.unsafe(`grant select on ${table} to rolebook_web`)
  }
  expect(await ready()).toEqual({ queue: {} })
})

test('a store whose roles are gone, or that was never migrated, is not ready, and says which', async () => {
  await owner.unsafe('alter table release rename to release_away')
  expect(await ready()).toEqual({ reason: 'the store has not been migrated' })
  await owner.unsafe('alter table release_away rename to release')
  await owner.unsafe(`update release set status = 'superseded' where status = 'current'`)
  expect(await ready()).toEqual({ reason: 'the store is empty' })
})
