import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { createStore, type TestStore } from '@/bin/testing/store'
import { MigrationError, migrateStore } from './migrate'

let store: TestStore
let sql: Sql
let copy: string
const at = (name: string) => join(copy, 'drizzle/migrations', name)

beforeAll(async () => {
  store = await createStore()
  sql = postgres(store.ownerUrl, { max: 1, onnotice() {} })
})
afterAll(async () => {
  await sql.end()
  await store.drop()
})
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'rolebook-migrate-'))
  cpSync(join(root, 'drizzle/migrations'), at(''), { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true }))

/** Adds a migration to the copy, as `db:generate` does. */
function add(tag: string, text: string): void {
  const journal = JSON.parse(readFileSync(at('meta/_journal.json'), 'utf8'))
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag })
  writeFileSync(at('meta/_journal.json'), JSON.stringify(journal))
  writeFileSync(at(`${tag}.sql`), text)
}

const failure = () => migrateStore(store.ownerUrl, copy).catch((error: Error) => error)

test('a migration that fails is one sentence with its file and Postgres’s reason, and leaves nothing behind', async () => {
  add('9998_fine', 'create table left_behind (id int);')
  add('9999_broken', 'create table role (id int);')
  const error = await failure()
  expect(error).toBeInstanceOf(MigrationError)
  expect(error?.message).toBe(
    'Migration drizzle/migrations/9999_broken.sql failed: relation "role" already exists (42P07). Nothing was changed.',
  )
  expect(await sql`select to_regclass('left_behind') as there`).toEqual([{ there: null }])
  add('9999_broken', 'creat table x (id int);')
  expect((await failure())?.message).toContain('syntax error at or near "creat" (42601)')
})

test('a store that ran another text of a migration is refused before anything is changed, with what to do', async () => {
  appendFileSync(at('0001_ledger.sql'), '\n-- edited since\n')
  add('9999_new', 'create table added (id int);')
  const error = await failure()
  expect(error).toBeInstanceOf(MigrationError)
  expect(error?.message).toMatch(
    /^This store was made with a migration of another text .* Nothing was changed\. .*docs\/operating\.md/,
  )
  expect(await sql`select to_regclass('added') as there`).toEqual([{ there: null }])
  // Dated anew too, as when it is generated again.
  const journal = readFileSync(at('meta/_journal.json'), 'utf8').replaceAll(/"when": \d/g, '"when": 9')
  writeFileSync(at('meta/_journal.json'), journal)
  expect((await failure())?.message).toMatch(/^This store was made with a migration of another text/)
})

test('a migration that was put before one that has run is named', async () => {
  add('9999_early', 'create table early (id int);')
  const journal = JSON.parse(readFileSync(at('meta/_journal.json'), 'utf8'))
  journal.entries.at(-1).when = 1
  writeFileSync(at('meta/_journal.json'), JSON.stringify(journal))
  expect((await failure())?.message).toContain('drizzle/migrations/9999_early.sql has not run')
})
