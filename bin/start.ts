import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startApp, startQueue, stopApp, waitUntilReady } from './app'
import { build } from './build'
import { readSecret } from './secret'
import { root, step } from './steps.mjs'
import { openStore, prepareStore, type Store } from './store'

const port = Number(process.env.PORT ?? 3000)
const since = Date.now()

let store: Store | undefined
let app: ChildProcess | undefined
let queue: ChildProcess | undefined
let stopping = false

function checkPort(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
  }
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken; set PORT to another one.' : `cannot be used: ${error.message}`
      reject(new Error(`Port ${port} ${why}`))
    })
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

async function stop(reason?: string): Promise<void> {
  if (stopping) return
  stopping = true
  if (reason) console.error(reason)
  await Promise.all([app && stopApp(app), queue && stopApp(queue)])
  await store?.release().catch(() => {})
  process.exit(reason ? 1 : 0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
process.on('disconnect', () => void stop())

try {
  await checkPort()
  store = await openStore()
  await prepareStore(store.ownerUrl)
  await build()
  const { webUrl, ownerUrl, embedded } = store
  const mailFolder = embedded && !process.env.SMTP_URL ? join(root, '.data/mail') : undefined
  const environment = {
    DATABASE_URL: webUrl,
    AUTH_SECRET: readSecret(),
    SITE_URL: process.env.SITE_URL ?? `http://localhost:${port}`,
    ...(mailFolder ? { MAIL_FOLDER: mailFolder } : {}),
  }
  await step('Start the server and the queue', async () => {
    app = startApp(port, environment)
    queue = startQueue({ ...environment, DATABASE_OWNER_URL: ownerUrl })
    for (const [name, child] of Object.entries({ server: app, queue })) {
      child.on('exit', (code, signal) => {
        if (!stopping) void stop(`The ${name} ended by itself (${signal ?? code}).`)
      })
    }
    await waitUntilReady(port)
  })
  if (mailFolder) console.log('SMTP_URL is not set: mails, with the links that sign in, lie in .data/mail.')
  else if (!process.env.SMTP_URL) console.warn('SMTP_URL is not set: nobody can sign in by mail.')
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  console.log(`Rolebook is on http://localhost:${port} (ready in ${seconds} s). Ctrl-C stops it.`)
} catch (error) {
  await stop(error instanceof Error ? error.message : String(error))
}
