import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startQueue, stopApp } from '@/bin/app'
import { type Cluster, startCluster } from '@/bin/postgres/cluster'
import { urlsOf } from '@/bin/postgres/secrets'
import { root } from '@/bin/steps.mjs'
import { migrateStore } from '@/lib/migrate'
import { connectOwner } from '@/lib/owner-db'
import { loadDataset } from '@/lib/sources/dataset/load'
import { type OwnServer, startOwnServer, until } from './own-server'
import { SESSION } from './people'

const KEPT = '/compare/paralegal-vs-registered-nurse'
/** A session's token, whose hash the store is asked for. */
const CANARY = 'canary-session-token-of-nobody'
const dataDir = join(mkdtempSync(join(tmpdir(), 'rolebook-outage-')), 'pg18')

let cluster: Cluster
let server: OwnServer
let queue: ChildProcess
const queueLog: string[] = []

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  cluster = await startCluster({ dataDir, fsync: false })
  const { ownerUrl, webUrl } = urlsOf(cluster.secrets, cluster.port)
  await migrateStore(ownerUrl, root)
  const sql = connectOwner(ownerUrl)
  await loadDataset(sql, join(root, 'data'))
  await sql.end()
  server = await startOwnServer(webUrl)
  queue = startQueue({ DATABASE_URL: webUrl, DATABASE_OWNER_URL: ownerUrl, AUTH_SECRET: 'x'.repeat(32) }, 'pipe')
  for (const stream of [queue.stdout, queue.stderr]) stream?.on('data', (data) => queueLog.push(String(data)))
  await once(queue, 'message')
})
test.afterAll(async () => {
  await server?.stop()
  if (queue) await stopApp(queue)
  await cluster?.stop()
  rmSync(join(dataDir, '..'), { recursive: true, force: true })
})

async function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: Headers; milliseconds: number }> {
  const since = Date.now()
  const answer = await fetch(server.url + path, { redirect: 'manual', headers })
  const body = await answer.text()
  return { status: answer.status, body, headers: answer.headers, milliseconds: Date.now() - since }
}

for (const way of ['killed', 'stopped'] as const) {
  test(`with the store ${way}, kept pages go on, others say so within 3 s, and all heals by itself`, async () => {
    const [fresh, other] = way === 'killed' ? ['/roles/actuary', '/roles/dancer'] : ['/roles/baker', '/roles/carpenter']
    expect((await ask(KEPT)).status).toBe(200)
    let traffic = true
    const asked: number[] = []
    const stream = (async () => {
      for (let i = 0; traffic; i += 1) {
        asked.push((await ask(`/search?q=nurse${i}`)).status)
        await ask('/employer', { Cookie: `${SESSION}=${CANARY}` })
        await ask('/sitemaps/jobs.xml')
      }
    })()
    if (way === 'killed') process.kill(cluster.pid, 'SIGKILL')
    else await cluster.stop()
    await cluster.ended

    const kept = await ask(KEPT)
    expect(kept.status).toBe(200)
    for (const path of [fresh, '/search?q=nurse', '/compare?a=nurse&b=lawyer']) {
      const answer = await ask(path)
      expect(answer.status, path).toBe(500)
      expect(answer.body, path).toContain('This page is out of order')
      expect(answer.body, path).not.toMatch(/<script|ECONNREFUSED|select /)
      expect(answer.headers.get('cache-control'), path).toContain('no-store')
      expect(answer.milliseconds, path).toBeLessThan(3000)
    }
    const ready = await ask('/api/ready')
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await ask('/sitemaps/roles.xml')).status).toBe(503)
    expect((await ask('/api/health')).status).toBe(200)
    expect((await ask('/roles/no-such-role')).status).toBe(404)

    cluster = await startCluster({ dataDir, fsync: false })
    const healed = await until(
      async () => String((await ask(fresh)).status),
      (status) => status === '200',
      5000,
    )
    expect(healed.answer).toBe('200')
    expect(healed.milliseconds).toBeLessThan(5000)
    expect((await ask(other)).status).toBe(200)
    traffic = false
    await stream
    expect(new Set(asked).size).toBeGreaterThan(0)
    expect(asked.every((status) => status === 200 || status === 500)).toBe(true)
    expect(server.app.exitCode).toBeNull()
  })
}

test('the log of all that is a few JSON lines with counts and reasons, and holds no statement, value or token', async () => {
  expect(queue.exitCode).toBeNull()
  await Promise.all([server.stop(), stopApp(queue)])
  for (const [who, text] of [
    ['server', server.log.join('')],
    ['queue', queueLog.join('')],
  ] as const) {
    const lines = text.split('\n').filter((line) => line !== '')
    expect(lines.length, who).toBeLessThan(200)
    const told = lines.map((line) => JSON.parse(line) as { level: string; time: string; times?: number; code?: string })
    for (const { level, time } of told)
      expect([level, Number.isNaN(Date.parse(time))]).toEqual([expect.any(String), false])
    for (const word of [
      'Failed query',
      'select ',
      'params',
      '$1',
      CANARY,
      createHash('sha256').update(CANARY).digest('hex'),
    ])
      expect(text, who).not.toContain(word)
    if (who === 'server') {
      expect(told.some(({ times = 0, code = '' }) => times > 1 && /^(ECONN|CONNECT|57P)/.test(code))).toBe(true)
      expect(text).toContain('"paths":["/')
    }
  }
})
