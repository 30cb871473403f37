import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOptions, DeadlineError, withDeadline } from '../../lib/db-options'
import { guardDriver } from '../driver-guard.mjs'
import { type Lease, leasePostgres } from './lease'
import { waitUntil } from './processes'
import { copyPublishedDriver, project } from './published-driver'
import { ask, cleanUp, scratch, startProgram, track } from './test-kit'

// What the site's connections do when the server goes away and comes back.

type Report = {
  succeeded: number[]
  failed: number
  pending: number
  wrong: number
  uncaught: string[]
  wholePool: number
}

const driver = join(project, 'node_modules/postgres/src/index.js')
const folder = scratch()
let lease: Lease

beforeAll(async () => {
  guardDriver(project)
  lease = await leasePostgres({ dataDir: join(folder, '.data/pg18'), fsync: false })
}, 30_000)

afterAll(async () => {
  track(lease.pid)
  await lease.release()
  await cleanUp()
})

/** Ends the server, keeps it away for 1.5 s, and answers when it was there again. */
async function outage(signal: 'SIGKILL' | 'SIGINT'): Promise<number> {
  const { pid } = lease
  const guardian = track(pid)
  process.kill(guardian, 'SIGSTOP')
  process.kill(pid, signal)
  await sleep(1500)
  process.kill(guardian, 'SIGCONT')
  expect(await waitUntil(() => lease.pid !== pid, 10_000)).toBe(true)
  track(lease.pid)
  return Date.now()
}

async function transactThrough(signal: 'SIGKILL' | 'SIGINT'): Promise<Report & { recovery: number }> {
  const { child, nextLine } = startProgram('outage-traffic.ts', [lease.ownerUrl, driver])
  await nextLine()
  await sleep(1000)
  const back = await outage(signal)
  await sleep(2000)
  child.stdin?.write('\n')
  const report = await nextLine<Report>()
  const first = report.succeeded.find((at) => at > back - 200) ?? Number.POSITIVE_INFINITY
  return { ...report, recovery: first - back }
}

test.each(['SIGKILL', 'SIGINT'] as const)(
  'guarded: transactions through %s all settle, and succeed again',
  async (signal) => {
    const report = await transactThrough(signal)
    expect(report.uncaught).toEqual([])
    expect(report.pending).toBe(0)
    expect(report.wrong).toBe(0)
    expect(report.failed).toBeGreaterThan(0)
    expect(report.succeeded.length).toBeGreaterThan(20)
    expect(report.recovery).toBeLessThan(5000)
    // Ten queries of a second at once: no connection was lost.
    expect(report.wholePool).toBeLessThan(1900)
  },
  25_000,
)

test('a transaction that goes on after its connection ended throws past everyone as published, and not guarded', async () => {
  const copy = copyPublishedDriver(folder)
  const run = (module: string) =>
    startProgram('lost-transaction.ts', [lease.ownerUrl, lease.superUrl, module]).nextLine<{ uncaught: string[] }>()
  const published = await run(join(copy, 'src/index.js'))
  expect(published.uncaught[0]).toMatch(/null.*write/)
  expect(await run(driver)).toEqual({ outcome: 'CONNECTION_CLOSED', uncaught: [] })
  // It was the published one, else the guard would refuse it.
  expect(guardDriver(folder)).toHaveLength(6)
}, 25_000)

test('a frozen server holds nobody beyond the deadline, and cancelling it harms nothing', async () => {
  const sql = postgres(lease.ownerUrl, connectionOptions('deadline', { max: 2 }))
  const [session] = await sql`select pg_backend_pid() as pid, current_setting('statement_timeout') as limit`
  expect(session?.limit).toBe('5s')
  process.kill(session?.pid, 'SIGSTOP')
  let told = 0
  const since = Date.now()
  await expect(withDeadline(sql`select 1`, 300, () => told++)).rejects.toThrow(DeadlineError)
  expect(Date.now() - since).toBeLessThan(1000)
  expect(told).toBe(1)
  process.kill(session?.pid, 'SIGCONT')
  // Cancelled at the server too, long before its own limit.
  await expect(withDeadline(sql`select pg_sleep(4)`, 200)).rejects.toThrow(DeadlineError)
  await sleep(300)
  expect(
    await ask(
      lease.superUrl,
      `select count(*)::int from pg_stat_activity where query ~ 'pg_sleep.4' and state = 'active' and pid <> pg_backend_pid()`,
    ),
  ).toEqual([0])
  // A cancellation that reaches nobody must not end the process.
  const silent = withDeadline(sql`select pg_sleep(4)`, 300).catch((error: Error) => error.name)
  await outage('SIGKILL')
  expect(await silent).not.toBe('')
  expect(await withDeadline(sql`select 1 as one`, 5000)).toEqual([{ one: 1 }])
  await sql.end({ timeout: 1 })
}, 20_000)
