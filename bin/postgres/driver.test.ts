import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOptions } from '../../lib/db-options'
import { guardDriver } from '../driver-guard.mjs'
import { type Lease, leasePostgres } from './lease'
import { project } from './published-driver'
import { ask, cleanUp, scratch, track } from './test-kit'

// What the guard mends besides the crash, each in its smallest form.

let lease: Lease

beforeAll(async () => {
  guardDriver(project)
  lease = await leasePostgres({ dataDir: join(scratch(), '.data/pg18'), fsync: false })
  track(lease.pid)
}, 30_000)

afterAll(async () => {
  await lease.release()
  await cleanUp()
})

test('transactions begin among single queries, and leave no connection inside one', async () => {
  const sql = postgres(lease.ownerUrl, connectionOptions('mixed', { max: 3 }))
  const work: Promise<unknown>[] = []
  for (let turn = 0; turn < 60; turn++) {
    work.push(sql`select pg_sleep(.003)`.execute())
    if (turn % 3 === 0) work.push(sql.begin((tx) => tx`select pg_sleep(.003)`))
    if (turn % 5 === 0) await sleep(2)
  }
  await Promise.all(work)
  const open = `select count(*)::int from pg_stat_activity where application_name = 'mixed' and state like '%transaction%'`
  expect(await ask(lease.superUrl, open)).toEqual([0])
  await sql.end()
})

test('a transaction that has lost its connection writes nothing through the next one', async () => {
  const sql = postgres(lease.ownerUrl, connectionOptions('lost', { max: 1 }))
  await sql`create table written (id int)`
  let late: Promise<unknown> | undefined
  const lost = sql.begin(async (tx) => {
    const [session] = await tx`select pg_backend_pid() as pid`
    await ask(lease.superUrl, `select pg_terminate_backend(${session?.pid})`)
    await sleep(500)
    late = tx`insert into written values (1)`.execute()
    await late
  })
  await expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  // The one connection of this pool is up again before the transaction goes on.
  await sql`select 1`
  await sleep(600)
  await expect(late).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  expect(await sql`select id from written`).toHaveLength(0)
  await sql.end()
})

test('a server that refuses for a while is asked a few times, and tells why', async () => {
  let asked = 0
  let refusing = false
  const clients = new Set<Socket>()
  const gate = createServer((client) => {
    asked += 1
    clients.add(client.on('error', () => {}))
    if (refusing) return void client.once('data', () => client.end(STARTING))
    const server = connect(Number(new URL(lease.ownerUrl).port), '127.0.0.1').on('error', () => {})
    client.pipe(server).pipe(client)
    client.once('close', () => server.destroy())
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const url = new URL(lease.ownerUrl)
  url.port = String((gate.address() as { port: number }).port)
  const sql = postgres(url.href, connectionOptions('refused', { max: 5 }))
  const query = () =>
    sql`select pg_sleep(.5)`.then(
      () => 'ok',
      (error: { code: string }) => error.code,
    )
  const five = (): Promise<string>[] => Array.from({ length: 5 }, query)

  const cut = five()
  await sleep(300)
  refusing = true
  for (const client of clients) client.destroy()
  await Promise.all(cut)
  asked = 0
  expect(new Set(await Promise.all(five()))).toEqual(new Set(['57P03']))
  expect(asked).toBeLessThan(20)
  refusing = false
  expect(new Set(await Promise.all(five()))).toEqual(new Set(['ok']))
  await sql.end()
  gate.close()
}, 15_000)

/** What a server says that takes no one yet. */
const STARTING = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0')
  const head = Buffer.from('E\0\0\0\0')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
})()
