import { appendFileSync, renameSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ClusterOptions, startCluster } from './cluster'
import { StoreError } from './errors'
import { Leases } from './leases'
import { urlsOf } from './secrets'
import { reach, socketPath } from './socket'

// The process that owns the server: it outlives each app that uses the store, and ends with the last.

const GRACE = 2000
/** The app that called for this guardian may itself be slow to come. */
const FIRST_GRACE = 10_000

const options = JSON.parse(process.argv[3] ?? '{}') as ClusterOptions
const leases = new Leases()
let server: Server

async function guard() {
  let grace = FIRST_GRACE
  while (await leases.heldWithin(grace)) {
    grace = 0
    const cluster = await startCluster(options)
    leases.tell({ ...urlsOf(cluster.secrets, cluster.port), pid: cluster.pid, dataDir: cluster.dataDir })
    const unheld = leases.unheldFor(GRACE)
    await Promise.race([cluster.ended, unheld])
    leases.forget()
    // Does nothing when the server has ended by itself; the next round then starts it anew.
    await cluster.stop()
    await sleep(50)
  }
}

/** Takes the socket; false when another guardian has it. */
async function bind(path: string): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await listen(path)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
    const other = await reach(path)
    other?.destroy()
    if (other || !(await removeStale(path))) return false
  }
  return false
}

/** Removes a socket nobody listens at. Renamed first: only what is then still silent is surely the stale one. */
async function removeStale(path: string): Promise<boolean> {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return true
  }
  const living = await reach(aside)
  living?.destroy()
  if (living) renameSync(aside, path)
  else rmSync(aside, { force: true })
  return !living
}

function listen(path: string): Promise<void> {
  server = createServer((socket) => leases.add(socket))
  return new Promise((resolve, reject) => server.once('error', reject).listen(path, resolve))
}

async function main() {
  if (!(await bind(socketPath(options.dataDir)))) return
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => leases.close())
  try {
    await guard()
  } catch (error) {
    const { message } = error as Error
    const fault =
      error instanceof StoreError ? message : `The store in ${options.dataDir} cannot be started: ${message}`
    await leases.end({ fault })
  }
  server.close()
}

try {
  await main()
  process.exit()
} catch (error) {
  appendFileSync(`${options.dataDir}.log`, `${(error as Error).stack}\n`)
  process.exit(1)
}
