import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { build, server } from './build'
import { root, step } from './steps.mjs'
import { openStore, prepareStore, type Store } from './store'

const port = Number(process.env.PORT ?? 3000)
const since = Date.now()

let store: Store | undefined
let app: ChildProcess | undefined
let stopping = false

function checkPort(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken; set PORT to another one.`
            : `Port ${port} cannot be used: ${error.message}`,
        ),
      ),
    )
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

function startApp(webUrl: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', new URL('server-preload.mjs', import.meta.url).href, server], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      PORT: String(port),
      HOSTNAME: process.env.HOST ?? '0.0.0.0',
      DATABASE_URL: webUrl,
      SITE_URL: process.env.SITE_URL ?? `http://localhost:${port}`,
    },
  })
  child.on('exit', (code, signal) => {
    if (!stopping) void stop(`The server ended by itself (${signal ?? code}).`)
  })
  return child
}

async function waitUntilReady(): Promise<void> {
  for (let tries = 0; tries < 150 && !stopping; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (!stopping) throw new Error('The server did not answer within 15 seconds.')
}

async function stop(reason?: string): Promise<void> {
  if (stopping) return
  stopping = true
  if (reason) console.error(reason)
  const child = app
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 2500)
    await ended
    clearTimeout(late)
  }
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
  const { webUrl } = store
  await step('Start the server', async () => {
    app = startApp(webUrl)
    await waitUntilReady()
  })
  console.log(
    `Rolebook is on http://localhost:${port} (ready in ${((Date.now() - since) / 1000).toFixed(1)} s). Ctrl-C stops it.`,
  )
} catch (error) {
  await stop(error instanceof Error ? error.message : String(error))
}
