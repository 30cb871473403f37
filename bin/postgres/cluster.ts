import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries'
import { ensureDatabase } from './database'
import { StoreError } from './errors'
import { choosePlace, giveTo, type Place, spawnIn } from './identity'
import { initialise } from './initialise'
import { clearPidFile, isReady } from './pid-file'
import { findPort } from './ports'
import { waitUntil } from './processes'
import { keepPort, type Secrets } from './secrets'
import { stopServer } from './stop-server'

/** A running server. */
export type Cluster = {
  pid: number
  port: number
  secrets: Secrets
  dataDir: string
  /** Settles when the server has ended, whatever the reason. */
  ended: Promise<unknown>
  stop(): Promise<void>
}

export type ClusterOptions = { dataDir: string; fsync: boolean; packageDir?: string }

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  // Nothing replicates from here, and a store filled in one transaction then needs no second copy in the log.
  'wal_level=minimal',
  'max_wal_senders=0',
  'log_timezone=UTC',
  // The log is for the server's own troubles: no statements, whose texts can hold what people wrote.
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
]
const NO_SYNC = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const LOG_LIMIT = 1_000_000
/** A server killed with much unsaved work takes its time to recover. */
const START_LIMIT = 60_000

/**
 * Serves the store in `dataDir`, which is made when it is not there. A server of the same data that has lost its
 * guardian is stopped first.
 * @throws StoreError
 */
export async function startCluster({ dataDir, fsync, packageDir }: ClusterOptions): Promise<Cluster> {
  const place = choosePlace(dataDir, findBinaries(packageDir))
  const secrets = await initialise(place)
  giveTo(place, place.dataDir)
  await clearPidFile(place)
  const settings = fsync ? SETTINGS : [...SETTINGS, ...NO_SYNC]
  const end = Date.now() + START_LIMIT
  for (let patience = 2000; ; patience = 0) {
    const port = await findPort(secrets.port, patience)
    const server = spawnServer(place, port, settings)
    const ended = once(server, 'exit').catch(() => {})
    if (await becomesReady(server, place)) {
      await ensureDatabase(secrets, port)
      keepPort(secretsFile(place), secrets, port)
      const pid = Number(server.pid)
      return { pid, port, secrets, dataDir: place.dataDir, ended, stop: () => stopServer(place, pid) }
    }
    const reason = lastFault(place)
    // Orphaned backends of a killed server need a moment to notice.
    const passing = /shared memory block|bind|lock file|TCP\/IP sockets/.test(reason)
    if (!passing || Date.now() > end) throw new StoreError(`Postgres does not start: ${reason}; see ${logFile(place)}.`)
    await sleep(200)
  }
}

function spawnServer(place: Place, port: number, settings: string[]): ChildProcess {
  const path = logFile(place)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(path, size > LOG_LIMIT ? 'w' : 'a', 0o600)
  const args = ['-D', place.dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawnIn(place, place.binaries.postgres, args, ['ignore', log, log])
  closeSync(log)
  return server
}

async function becomesReady(server: ChildProcess, place: Place): Promise<boolean> {
  let gone = false
  server.once('exit', () => (gone = true))
  server.once('error', () => (gone = true))
  const settled = await waitUntil(() => gone || isReady(place.dataDir, server.pid), START_LIMIT)
  if (!settled && server.pid) await stopServer(place, server.pid)
  return settled && !gone
}

function lastFault(place: Place): string {
  const lines = readFileSync(logFile(place), 'utf8').trim().split('\n')
  const fatal = lines
    .slice(-20)
    .filter((line) => /FATAL|PANIC|error/.test(line))
    .at(-1)
  return (fatal ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): */, '').trim()
}

const logFile = (place: Place) => `${place.dataDir}.log`
const secretsFile = (place: Place) => `${place.dataDir}.json`
