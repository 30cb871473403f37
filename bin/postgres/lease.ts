import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { StoreError } from './errors'
import { plainEnvironment } from './processes'
import { canonical, type News, reach, socketPath } from './socket'

type Options = {
  dataDir: string
  /** false for data that may be lost in a crash, as in tests: faster. Settled by the first lease. */
  fsync?: boolean
  log?: (line: string) => void
  /** The package with the programs, when it is not the installed one. */
  packageDir?: string
}

export type Lease = {
  ownerUrl: string
  webUrl: string
  superUrl: string
  /** The server's process; another after it was started anew. */
  readonly pid: number
  /** Gives the lease back; the last one stops the server two seconds later. */
  release(): Promise<void>
  /** Called when the store is lost for good: not back within 30 s, or back at another address. */
  onLost(callback: (error: StoreError) => void): void
}

type Up = Exclude<News, { fault: string }>

const WAIT = 30_000

/**
 * Leases the embedded Postgres of `dataDir`, made and started when needed. It goes on as long as anybody holds a
 * lease; a process that ends without release, even killed, gives its lease back. When the server or its guardian dies
 * meanwhile, it is started anew at the same address. The lease alone does not keep this process alive.
 * @throws StoreError when the store is not there within 30 s
 */
export async function leasePostgres(options: Options): Promise<Lease> {
  const settled = { ...options, dataDir: canonical(options.dataDir) }
  const log = options.log ?? (() => {})
  let released = false
  let tellLost: (error: StoreError) => void = (error) => log(error.message)
  let held = await acquire(settled)
  let { up } = held
  const { ownerUrl, webUrl, superUrl } = up
  log(`Embedded Postgres serves ${up.dataDir}`)

  function keep() {
    held.socket.unref()
    held.onNews((news) => {
      if ('fault' in news) return log(news.fault)
      if (news.ownerUrl !== ownerUrl)
        tellLost(new StoreError('The store came back at another address; restart the server.'))
      if (news.pid !== up.pid) log('Embedded Postgres has been started anew')
      up = news
    })
    if (held.socket.destroyed) recover()
    else held.socket.once('close', recover)
  }

  async function recover(): Promise<void> {
    const end = Date.now() + WAIT
    while (!released) {
      try {
        held = await acquire(settled)
        if (released) held.socket.destroy()
        if (held.up.ownerUrl !== ownerUrl)
          throw new StoreError('The store came back at another address; restart the server.')
        up = held.up
        log('Embedded Postgres has been started anew')
        return keep()
      } catch (error) {
        if (Date.now() > end) return tellLost(error as StoreError)
        await sleep(1000)
      }
    }
  }

  keep()
  return {
    ownerUrl,
    webUrl,
    superUrl,
    get pid() {
      return up.pid
    },
    onLost: (callback) => {
      tellLost = callback
    },
    async release() {
      released = true
      if (held.socket.destroyed) return
      held.socket.ref()
      const closed = once(held.socket, 'close')
      held.socket.destroy()
      await closed
    },
  }
}

async function acquire(
  options: Options,
): Promise<{ socket: Socket; up: Up; onNews(hear: (news: News) => void): void }> {
  const path = socketPath(options.dataDir)
  const end = Date.now() + WAIT
  let failures = 0
  let guardian: ChildProcess | undefined
  while (Date.now() < end) {
    const socket = await reach(path)
    if (socket) {
      const lines = createInterface(socket)
      // It passes the socket's errors on, which would end the process; 'close' follows them.
      lines.on('error', () => {})
      let hear: (news: News) => void = () => {}
      const first = await new Promise<News | null>((resolve) => {
        lines.on('line', (line) => {
          const news = JSON.parse(line) as News
          resolve(news)
          hear(news)
        })
        socket.once('close', () => resolve(null))
        setTimeout(resolve, end - Date.now(), null).unref()
      })
      if (first && 'fault' in first) throw new StoreError(first.fault)
      if (first) return { socket, up: first, onNews: (callback) => (hear = callback) }
      socket.destroy()
    } else if (!guardian || guardian.exitCode !== null || guardian.signalCode !== null) {
      if (guardian?.exitCode || guardian?.signalCode) failures += 1
      if (failures >= 3) throw new StoreError(`The guardian of the store does not start; see ${options.dataDir}.log.`)
      guardian = startGuardian(options)
    }
    await sleep(50)
  }
  throw new StoreError(
    `The store in ${options.dataDir} was not there within ${WAIT / 1000} seconds; see ${options.dataDir}.log.`,
  )
}

function startGuardian({ dataDir, fsync = true, packageDir }: Options): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const script = fileURLToPath(new URL('./guardian.ts', import.meta.url))
  const guardian = spawn(
    process.execPath,
    ['--import', loader, script, dataDir, JSON.stringify({ dataDir, fsync, packageDir })],
    {
      env: plainEnvironment(),
      cwd: '/',
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
    },
  )
  guardian.once('error', () => {})
  guardian.unref()
  return guardian
}
