import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './steps.mjs'

const DEBIAN = '/usr/bin/chromium'
const DOWNLOAD_LIMIT = 240_000

function cached(): string | undefined {
  const { chromium } = createRequire(import.meta.url)('playwright-core') as { chromium: { executablePath(): string } }
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

const quietly = (command: string, args: string[], timeout: number) =>
  spawnSync(command, args, { cwd: root, stdio: 'ignore', timeout }).status === 0

function installByApt(): string | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args]
    return quietly(command, rest, DOWNLOAD_LIMIT)
  }
  if (!apt('update')) return undefined
  return apt('install', '-y', '--no-install-recommends', 'chromium') && existsSync(DEBIAN) ? DEBIAN : undefined
}

function download(): string | undefined {
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  return quietly(process.execPath, [cli, 'install', 'chromium'], DOWNLOAD_LIMIT) ? cached() : undefined
}

/**
 * A Chromium for the journeys: CHROMIUM_PATH, Debian's, Playwright's, then one installed by apt or by Playwright.
 * @throws Error when none can be had
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`)
  const found = named ?? (existsSync(DEBIAN) ? DEBIAN : undefined) ?? cached() ?? installByApt() ?? download()
  if (!found) throw new Error('No Chromium could be found or installed; set CHROMIUM_PATH to one.')
  return found
}
