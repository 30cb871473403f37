// Runs a task of package.json. Needs no package: it installs them first where they are missing or out of date.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { guardDriver } from './driver-guard.mjs'
import { flagsOf } from './flags.mjs'
import { CommandError, exclusively, root, run, step, typescript } from './steps.mjs'

const TASKS = {
  start: 'bin/start.ts',
  dev: 'bin/dev.ts',
  build: 'bin/build.ts',
  test: 'bin/test.ts',
  check: 'bin/check.ts',
  'test-e2e': 'bin/test-e2e.ts',
  bench: 'bin/bench.ts',
  'db-generate': 'bin/db-generate.ts',
  'data-import': 'bin/data-import.ts',
  'data-export': 'bin/data-export.ts',
  'data-make': 'bin/data-make.ts',
  'data-towns': 'bin/data-towns.ts',
  'content-check': 'bin/content-check.ts',
  'content-new': 'bin/content-new.ts',
  reviewer: 'bin/reviewer.ts',
  editor: 'bin/editor.ts',
  demo: 'bin/demo.ts',
}

/** Tasks that an editor waits for again and again, with their workers: they run from one file. */
const BUNDLED = { 'content-check': ['lib/content/check-worker.ts'] }

const changed = (file) => statSync(file).mtimeMs

function isInstalled() {
  const done = join(root, 'node_modules', '.package-lock.json')
  return existsSync(done) && changed(done) >= changed(join(root, 'package-lock.json'))
}

async function install() {
  if (isInstalled()) return
  await exclusively('install', async () => {
    if (isInstalled()) return
    const npm = process.env.npm_execpath
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']
    const [command, before] = npm?.endsWith('.js')
      ? [process.execPath, [npm]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
    await step('Install packages (npm ci)', () => run(command, [...before, ...args]))
  })
}

const [major, minor] = process.versions.node.split('.').map(Number)
const [task, ...args] = process.argv.slice(2)

try {
  if (major < 20 || (major === 20 && minor < 19))
    throw new CommandError(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  const file = TASKS[task]
  if (!file) throw new CommandError(`Unknown task "${task}". Tasks: ${Object.keys(TASKS).join(', ')}.`)
  await install()
  guardDriver(root)
  if (BUNDLED[task]) await import(pathToFileURL(await bundle(file, ...BUNDLED[task])))
  else
    await run(
      process.execPath,
      [...flagsOf(task), ...typescript(file), ...args],
      { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
      ['SIGINT', 'SIGTERM'],
    )
} catch (error) {
  if (!(error instanceof CommandError) || !/ended with/.test(error.message))
    console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
