import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../steps.mjs'
import { addHashes, findEditedMigrations } from './migrations'

let copy: string
const at = (name: string) => join(copy, 'drizzle/migrations', name)

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'rolebook-migrations-'))
  cpSync(join(root, 'drizzle/migrations'), at(''), { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true }))

test('the migrations that have landed are as they were', () => {
  expect(findEditedMigrations(root)).toEqual([])
})

test('a landed migration that is edited, even by one blank, or removed is refused by name', () => {
  appendFileSync(at('0001_ledger.sql'), ' ')
  rmSync(at('0002_employers.sql'))
  expect(findEditedMigrations(copy)).toEqual([
    'drizzle/migrations/0002_employers.sql has landed and is not there any more: put it back.',
    expect.stringContaining('drizzle/migrations/0001_ledger.sql was edited'),
  ])
  // What adds new hashes leaves the old ones as they are.
  expect(addHashes(copy)).toEqual([])
  expect(findEditedMigrations(copy)).toHaveLength(2)
})

test('a new migration has no hash until it is generated, and one out of order is told', () => {
  const journal = JSON.parse(readFileSync(at('meta/_journal.json'), 'utf8'))
  writeFileSync(at('9999_new.sql'), 'select 1;')
  expect(findEditedMigrations(copy)).toEqual([
    expect.stringContaining('9999_new.sql is not in meta/_journal.json'),
    expect.stringContaining('9999_new.sql has no hash yet'),
  ])
  journal.entries.push({ ...journal.entries[0], idx: 9999, tag: '9999_new' })
  writeFileSync(at('meta/_journal.json'), JSON.stringify(journal))
  expect(addHashes(copy)).toEqual(['9999_new.sql'])
  expect(findEditedMigrations(copy)).toEqual([expect.stringContaining('9999_new.sql is dated before')])
})
