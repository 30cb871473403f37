import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPort, startApp, startQueue, stopApp, waitUntilReady } from './app'
import { findBrowser } from './browser'
import { build } from './build'
import { root, run, step, toolOptions } from './steps.mjs'
import { createFilledStore } from './testing/store'

/** Journeys in a real browser, on a production build with a store of its own. */
export async function testEndToEnd(args: readonly string[]): Promise<void> {
  const browser = await step('Find a browser', findBrowser)
  await build()
  const store = await step('Fill a store for the journeys', createFilledStore)
  const port = await findPort()
  const url = `http://localhost:${port}`
  const environment = {
    DATABASE_URL: store.webUrl,
    SITE_URL: url,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    MAIL_FOLDER: mkdtempSync(join(tmpdir(), 'rolebook-mail-')),
  }
  const app = startApp(port, environment, 'pipe')
  const queue = startQueue({ ...environment, DATABASE_OWNER_URL: store.ownerUrl }, 'pipe')
  const log: string[] = []
  for (const stream of [app.stdout, app.stderr, queue.stdout, queue.stderr])
    stream?.on('data', (data) => log.push(String(data)))
  try {
    await waitUntilReady(port)
    await step('Journeys in the browser', () =>
      run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args], {
        env: {
          ...process.env,
          NODE_OPTIONS: toolOptions(),
          CHROMIUM_PATH: browser,
          AUTH_SECRET: environment.AUTH_SECRET,
          E2E_MAIL: environment.MAIL_FOLDER,
          E2E_URL: url,
          E2E_OWNER_URL: store.ownerUrl,
          E2E_WEB_URL: store.webUrl,
        },
      }),
    )
    const unknown = log.join('').match(/document: unknown script.*/)
    if (unknown) throw new Error(`A reader's page was not sent as a document: ${unknown[0]}`)
  } catch (error) {
    console.error(log.join('').split('\n').slice(-30).join('\n'))
    throw error
  } finally {
    await Promise.all([stopApp(app), stopApp(queue)])
    await store.drop()
  }
}

if (process.argv[1]?.endsWith('test-e2e.ts')) {
  try {
    await testEndToEnd(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
