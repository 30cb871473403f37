import { describeForLog, takeConsole } from '@/lib/log/console.mjs'
import { writeLine } from '@/lib/log/lines.mjs'
import { startWorker } from '@/lib/queue/worker'

takeConsole()
/** Node would print the whole error, with whatever a query held. */
function fail(error: unknown): void {
  writeLine('error', { event: 'queue ended', ...describeForLog(error) })
  process.exit(1)
}
process.on('uncaughtException', fail)

// Works off the queue until it is told to stop. `npm start` runs one beside the server; more may run elsewhere.
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_OWNER_URL or DATABASE_URL must lead to the store.')

const worker = await startWorker(url)
let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), 2000).unref()
  await worker.stop().catch(() => {})
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
process.on('disconnect', () => void stop())
process.send?.('ready')
await worker.promise
