import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { startQueue, stopApp } from './app'
import { readSecret } from './secret'
import { operatorOptions, root, step } from './steps.mjs'
import { openStore, prepareStore } from './store'
import { watchContent } from './watch-content'

const port = process.env.PORT ?? '3000'

try {
  const store = await openStore()
  await prepareStore(store.ownerUrl)
  const stopWatching = await step('Prepare the write-ups and watch them', () => watchContent(root))
  const environment = {
    DATABASE_URL: store.webUrl,
    AUTH_SECRET: readSecret(),
    ...(process.env.SMTP_URL ? {} : { MAIL_FOLDER: join(root, '.data/mail') }),
  }
  const queue = startQueue({ ...environment, DATABASE_OWNER_URL: store.ownerUrl })
  const next: ChildProcess = spawn(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'dev', '-p', port],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: operatorOptions(), NEXT_TELEMETRY_DISABLED: '1', ...environment },
    },
  )
  const stop = () => void next.kill('SIGTERM')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
  await new Promise((resolve) => next.once('exit', resolve))
  stopWatching()
  await stopApp(queue)
  await store.release()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
