import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { makeWorkerUtils } from 'graphile-worker'
import { writeXlsx } from 'hucre'
import postgres from 'postgres'
import { root, typescript } from '@/bin/steps.mjs'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { recordChange } from '@/lib/cache/record-change'
import { type OwnServer, startOwnServer, until } from './own-server'

const run = promisify(execFile)
const LIMIT = 5000

let store: TestStore
let server: OwnServer
const page = async (path: string) => (await fetch(server.url + path)).text()

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  store = await createFilledStore()
  server = await startOwnServer(store.webUrl)
})
test.afterAll(async () => {
  await server?.stop()
  await store?.drop()
})

test('an import by command line makes a kept page fresh', async () => {
  const before = await page('/roles/actuary')
  expect(before).not.toContain('onet-zones-99-0')
  const folder = mkdtempSync(join(tmpdir(), 'rolebook-'))
  const file = join(folder, 'Job Zones.xlsx')
  writeFileSync(join(folder, 'Read Me.txt'), 'O*NET 99.0 Database\nMay 2099 Release\n')
  const rows = [
    ['O*NET-SOC Code', 'Title', 'Job Zone', 'Date', 'Domain Source'],
    ['15-2011.00', 'Actuaries', 3, '05/2099', 'Analyst'],
  ]
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Job Zones', rows }] }))
  const { stdout } = await run(process.execPath, [...typescript('bin/data-import.ts'), 'onet-zones', file], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: store.webUrl, DATABASE_OWNER_URL: store.ownerUrl },
  })
  expect(stdout).toContain('occupations     1 of 830')
  const { answer, milliseconds } = await until(
    () => page('/roles/actuary'),
    (html) => html.includes('onet-zones-99-0'),
    LIMIT,
  )
  expect(answer).toContain('onet-zones-99-0')
  expect(milliseconds).toBeLessThan(LIMIT)
})

async function renameByQueue(name: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: store.ownerUrl })
  await utils.migrate()
  await utils.addJob('rename', { slug: 'actuary', name })
  await utils.release()
  await run(process.execPath, [...typescript('e2e/queue-worker.ts'), store.ownerUrl], { cwd: root })
}

test('a queue job in another process makes kept pages fresh', async () => {
  expect(await page('/compare/actuary-vs-paralegal')).not.toContain('renamed by a job')
  await renameByQueue('actuary renamed by a job')
  const { answer } = await until(
    () => page('/compare/actuary-vs-paralegal'),
    (html) => html.includes('renamed by a job'),
    LIMIT,
  )
  expect(answer).toContain('renamed by a job')
})

test('what was written while the listener was cut off is fresh soon after', async () => {
  await page('/roles/actuary')
  const sql = postgres(store.ownerUrl, { max: 1, onnotice() {} })
  const admin = postgres(store.superUrl, { max: 1, onnotice() {} })
  const cut = () => admin`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listener' and datname = ${store.name}`
  for (let i = 0; i < 20; i += 1) {
    await cut().catch(() => {})
    if (i === 10) {
      await sql.begin(async (tx) => {
        await tx`update role set singular = 'actuary seen again' where slug = 'actuary'`
        await recordChange(tx, ['roles'])
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await sql.end()
  await admin.end()
  const { answer, milliseconds } = await until(
    () => page('/roles/actuary'),
    (html) => html.includes('seen again'),
    LIMIT,
  )
  expect(answer).toContain('seen again')
  expect(milliseconds).toBeLessThan(LIMIT)
})
