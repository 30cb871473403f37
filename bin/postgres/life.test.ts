import { spawn } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { leasePostgres } from './lease'
import { isAlive, waitUntil } from './processes'
import { areGone, ask, cleanUp, hold, scratch, track } from './test-kit'

// The life of one store, from the first start through every way to lose it.

const dataDir = join(scratch(), '.data/pg18')
const lease = () => leasePostgres({ dataDir })

afterAll(cleanUp)

test('three cold starts at once make one server, which ends with its last lease', async () => {
  const three = await Promise.all([1, 2, 3].map(() => hold([dataDir])))
  expect(new Set(three.map((one) => one.pid)).size).toBe(1)
  expect(new Set(three.map((one) => one.ownerUrl)).size).toBe(1)
  const [first, second, third] = three
  if (!first || !second || !third) throw new Error('three were asked for')
  first.child.kill('SIGKILL')
  second.child.stdin?.end()
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(isAlive(first.pid)).toBe(true)
  third.child.kill('SIGKILL')
  expect(await areGone(first.pid, first.guardian)).toBe(true)
}, 25_000)

test('the owner makes tables and databases, the web role neither', async () => {
  const held = await lease()
  track(held.pid)
  await ask(held.ownerUrl, 'create table kept (id int)')
  await ask(held.ownerUrl, 'create database another')
  expect(await ask(held.webUrl, 'select 1')).toEqual([1])
  await expect(ask(held.webUrl, 'create table not_kept (id int)')).rejects.toMatchObject({ code: '42501' })
  await expect(ask(held.webUrl, 'create temp table not_kept (id int)')).rejects.toMatchObject({ code: '42501' })
  await expect(ask(held.webUrl, 'create database not_kept')).rejects.toMatchObject({ code: '42501' })
  await expect(ask(held.webUrl, 'select * from kept')).rejects.toMatchObject({ code: '42501' })
  const wrong = held.webUrl.replace(/:[^:@/]+@/, ':wrong@')
  await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(await ask(held.ownerUrl, `select similarity('role', 'roles') > 0.5 and unaccent('é') = 'e'`)).toEqual([true])
  await held.release()
}, 15_000)

test('a killed server is back at the same address, with its rows', async () => {
  const held = await lease()
  track(held.pid)
  const { pid } = held
  await ask(held.ownerUrl, 'insert into kept values (1)')
  process.kill(pid, 'SIGKILL')
  const since = Date.now()
  expect(await ask(held.ownerUrl, 'select id from kept', 5000)).toEqual([1])
  expect(Date.now() - since).toBeLessThan(5000)
  expect(await waitUntil(() => held.pid !== pid, 1000)).toBe(true)
  track(held.pid)
  await held.release()
}, 15_000)

test('a killed guardian is replaced at the same address, with the rows', async () => {
  const held = await lease()
  const { pid, ownerUrl } = held
  process.kill(track(pid), 'SIGKILL')
  expect(await waitUntil(() => held.pid !== pid, 10_000)).toBe(true)
  track(held.pid)
  expect(isAlive(pid)).toBe(false)
  expect(await ask(ownerUrl, 'select id from kept')).toEqual([1])
  await held.release()
}, 20_000)

test('when everything is killed, the next start recovers', async () => {
  const held = await hold([dataDir])
  for (const pid of [held.child.pid ?? 0, held.guardian]) process.kill(pid, 'SIGKILL')
  // The server is an orphan now, and still serves.
  expect(isAlive(held.pid)).toBe(true)
  const next = await lease()
  const guardian = track(next.pid)
  expect(isAlive(held.pid)).toBe(false)
  expect(next.ownerUrl).toBe(held.ownerUrl)
  expect(await ask(next.ownerUrl, 'select id from kept')).toEqual([1])
  const { pid } = next
  const since = Date.now()
  await next.release()
  expect(await areGone(pid, guardian)).toBe(true)
  expect(Date.now() - since).toBeLessThan(5000)
}, 20_000)

test('a pid file that names a living stranger is set aside, and the stranger left alone', async () => {
  // Of the same user as the server, else Postgres would see by itself that it is a stranger.
  const { uid, gid } = statSync(dataDir)
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)'], { uid, gid, cwd: '/', stdio: 'ignore' })
  const stranger = Number(child.pid)
  writeFileSync(join(dataDir, 'postmaster.pid'), `${stranger}\n${dataDir}\n`, { mode: 0o600 })
  const held = await lease()
  const guardian = track(held.pid)
  expect(await ask(held.ownerUrl, 'select id from kept')).toEqual([1])
  expect(isAlive(stranger)).toBe(true)
  const { pid } = held
  await held.release()
  child.kill()
  expect(await areGone(pid, guardian)).toBe(true)
}, 20_000)
