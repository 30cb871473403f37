import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startApp } from './app'
import { toolOptions } from './steps.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolebook-app-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** What the server's process sees of its options. */
async function serverSees(): Promise<{ limit: number; title: string; conditions: string[] }> {
  const file = join(folder, 'server.mjs')
  writeFileSync(
    file,
    `const { getHeapStatistics } = await import('node:v8')
     const limit = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20)
     process.send({ limit, title: process.title, conditions: (process.env.NODE_OPTIONS ?? '').split(' ').filter((word) => /react/.test(word)) })
     process.exit()`,
  )
  const app = startApp(1, {}, 'pipe', file)
  const [seen] = await once(app, 'message')
  return seen
}

test('NODE_OPTIONS of whoever runs the site reach the server, and what our tools need does not', async () => {
  vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=333 --title=of-the-operator')
  // As when the server is started from a tool of ours.
  vi.stubEnv('NODE_OPTIONS', toolOptions())
  const { limit, title, conditions } = await serverSees()
  expect(title).toBe('of-the-operator')
  expect(limit).toBeGreaterThanOrEqual(333)
  expect(limit).toBeLessThan(500)
  expect(conditions).toEqual([])
})

test('a limit of whoever runs it holds for imports too, whose own is smaller', async () => {
  vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=333')
  const { flagsOf } = await import('./flags.mjs')
  expect(flagsOf('data-import')).toEqual(['--max-semi-space-size=8'])
  vi.stubEnv('NODE_OPTIONS', '')
  expect(flagsOf('data-import')).toEqual(['--max-old-space-size=160', '--max-semi-space-size=8'])
})
