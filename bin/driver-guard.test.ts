import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guardDriver } from './driver-guard.mjs'
import { BUILDS, copyPublishedDriver, project } from './postgres/published-driver'

const program = fileURLToPath(new URL('driver-guard.mjs', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'rolebook-guard-'))

beforeAll(() => void guardDriver(project))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A project whose driver is as published. */
function makeProject(name: string): string {
  const root = join(scratch, name)
  copyPublishedDriver(root)
  return root
}

const run = (root: string) => spawnSync(process.execPath, [program, root], { encoding: 'utf8' })

test('the driver of this project is guarded', () => {
  expect(guardDriver(project)).toEqual([])
})

test('guards every build once, and leaves nothing else behind', () => {
  const root = makeProject('once')
  const path = join(root, 'node_modules/postgres/src/connection.js')
  const { mode } = statSync(path)
  expect(guardDriver(root)).toEqual(BUILDS.flatMap((build) => [`${build}/connection.js`, `${build}/index.js`]))
  expect(guardDriver(root)).toEqual([])
  expect(statSync(path).mode).toBe(mode)
  expect(readdirSync(dirname(path)).filter((name) => name.startsWith('connection'))).toEqual(['connection.js'])
})

test('guards what a standalone build has copied', () => {
  const root = makeProject('standalone')
  for (const part of ['cjs', 'cf']) rmSync(join(root, 'node_modules/postgres', part), { recursive: true })
  expect(guardDriver(root)).toEqual(['src/connection.js', 'src/index.js'])
})

test('refuses a version it does not know', () => {
  const root = makeProject('version')
  const path = join(root, 'node_modules/postgres/package.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('3.4.9', '3.5.0'))
  const { status, stderr } = run(root)
  expect(status).toBe(1)
  expect(stderr.trim()).toMatch(/^The driver guard knows postgres 3\.4\.9, not 3\.5\.0 in .*\.$/)
})

test('refuses a file it does not know, and changes nothing in it', () => {
  const root = makeProject('file')
  const path = join(root, 'node_modules/postgres/src/connection.js')
  appendFileSync(path, '\n')
  const before = readFileSync(path, 'utf8')
  const { status, stderr } = run(root)
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test('several at once do no harm', async () => {
  const root = makeProject('at-once')
  const codes = [1, 2, 3, 4].map(() => new Promise((done) => spawn(process.execPath, [program, root]).on('exit', done)))
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0])
  expect(guardDriver(root)).toEqual([])
})
