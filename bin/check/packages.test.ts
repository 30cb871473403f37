import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, run } from '../steps.mjs'
import { findRefusedPackages } from './packages'

const rules = readFileSync(join(root, 'bin/check/packages.yaml'), 'utf8')
const good = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x', resolved: 'https://registry.npmjs.org/a' }
const refused = (name: string, changes: object) =>
  findRefusedPackages(
    JSON.stringify({ packages: { '': {}, [`node_modules/${name}`]: { ...good, ...changes } } }),
    rules,
  )

test('old, strange and unlicensed packages are refused, each with its reason (62)', () => {
  expect(refused('a', {})).toEqual([])
  expect(refused('next', { version: '16.4.0' })[0]).toContain('older than 16.4.1')
  expect(refused('a/node_modules/next', { version: '16.3.9' })[0]).toContain('older than 16.4.1')
  expect(refused('next-auth', { version: '5.0.0-beta.31' })[0]).toContain('older than 5.0.0-beta.32')
  expect(refused('next-auth', { version: '5.0.0' })).toEqual([])
  expect(refused('a', { integrity: undefined })[0]).toContain('checksum')
  expect(refused('a', { resolved: 'git+ssh://git@github.com/a/a.git' })[0]).toContain('checksum')
  expect(refused('a', { license: 'AGPL-3.0-only' })[0]).toContain('AGPL')
  expect(refused('a', { license: undefined })[0]).toContain('none')
  expect(refused('a', { license: 'AGPL-3.0-only', dev: true })).toEqual([])
})

test('the lock file fits package.json, without a script being run (62)', async () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await run(npm, ['ci', '--ignore-scripts', '--dry-run', '--offline', '--no-audit', '--no-fund'], { stdio: 'ignore' })
})
