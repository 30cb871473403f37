import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StoreError } from './errors'
import { makeFolder } from './identity'

/** What the guardian tells its leases, one JSON line each: the addresses when the store is up, or why it is not. */
export type News =
  | { ownerUrl: string; webUrl: string; superUrl: string; pid: number; dataDir: string }
  | { fault: string }

/** One path for one folder, however it was reached. The folder it lies in is made. */
export function canonical(dataDir: string): string {
  makeFolder(dirname(dataDir))
  return join(realpathSync(dirname(dataDir)), basename(dataDir))
}

/**
 * Where the guardian of this data listens. To bind there is the mutex between guardians. The folder is closed to
 * others, who could else take the name first and hand out addresses of their own.
 * @throws StoreError when the folder is another's
 */
export function socketPath(dataDir: string): string {
  const uid = process.getuid?.() ?? userInfo().username
  const name = createHash('sha256').update(`${uid}\n${dataDir}`).digest('hex').slice(0, 20)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rolebook-pg-${name}`
  // The path of a socket may have about 100 bytes.
  const folder = join(tmpdir().length < 60 ? tmpdir() : '/tmp', `rolebook-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== uid || stat.mode & 0o077)
    throw new StoreError(`${folder} is not a private folder of this user; remove it.`)
  return join(folder, `pg-${name}.sock`)
}

/** A connection to whoever listens at `path`, or null when nobody does. */
export function reach(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(null))
    // A guardian may go at any moment; 'close' tells.
    socket.on('error', () => {})
  })
}
