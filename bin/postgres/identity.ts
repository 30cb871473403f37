import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Binaries, binariesIn } from './binaries'
import { StoreError } from './errors'
import { plainEnvironment } from './processes'

/** As whom a program runs; `prefix` is a command that goes in front of it. */
type Identity = { uid?: number; gid?: number; prefix: string[] }

/** Where the data is, and with which programs and as whom it is served. */
export type Place = { dataDir: string; binaries: Binaries; identity: Identity }

/**
 * Settles how this process can run Postgres, which refuses to be root. As an ordinary user: as itself. As root: as
 * `postgres` or `nobody`; where that user cannot come (a home folder closed to others), in a user namespace; where
 * there is none, with the data in a private folder of the system's.
 * @throws StoreError when there is no way
 */
export function choosePlace(dataDir: string, binaries: Binaries): Place {
  if (process.getuid?.() !== 0) return { dataDir, binaries, identity: { prefix: [] } }
  makeFolder(dirname(dataDir))
  const user = findUser()
  const elsewhere = privateFolder(dataDir)
  const moved = join(elsewhere, basename(dataDir))
  const here = existsSync(join(dataDir, 'PG_VERSION'))
  const isMoved = isOurs(elsewhere) && existsSync(join(moved, 'PG_VERSION'))
  if (here || !isMoved) {
    const namespace = { prefix: ['unshare', '-U'] }
    const identity = [user, namespace].find((one) => canServe(one, dirname(dataDir), binaries))
    if (identity) return { dataDir, binaries, identity }
  }
  if (here)
    throw new StoreError(
      `${user.name} cannot reach ${dataDir}; open the folders above it (chmod a+x), or do not start as root.`,
    )
  makeFolder(elsewhere)
  if (!isOurs(elsewhere)) throw new StoreError(`${elsewhere} is not ours; remove it.`)
  const copy = copyBinaries(binaries, elsewhere)
  if (canServe(user, elsewhere, copy)) return { dataDir: moved, binaries: copy, identity: user }
  throw new StoreError(
    `Postgres can be run as ${user.name} neither in ${dataDir} nor in ${elsewhere}; do not start as root, or set DATABASE_URL.`,
  )
}

/** Starts a program of the place as its user, apart from this process's group so that Ctrl-C does not reach it. */
export function spawnIn({ identity }: Place, program: string, args: string[], stdio: StdioOptions): ChildProcess {
  const [command = program, ...rest] = [...identity.prefix, program, ...args]
  return spawn(command, rest, { ...launch(identity), stdio, detached: true, windowsHide: true })
}

/** Gives a file or a whole folder to the place's user; does nothing to what is theirs already. */
export function giveTo({ identity }: Place, path: string): void {
  if (process.getuid?.() !== 0) return
  const uid = identity.uid ?? 0
  const gid = identity.gid ?? 0
  const stat = lstatSync(path)
  if (stat.uid === uid) return
  if (stat.isDirectory()) {
    for (const name of readdirSync(path)) giveTo({ identity } as Place, join(path, name))
  }
  // The folder last, so that an interrupted walk is taken up again.
  lchownSync(path, uid, gid)
}

/** Makes a folder that others may pass through but not list, whatever the umask; an existing one is left as it is. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o711)
}

function launch({ uid, gid }: Identity) {
  // The working folder must be one the user can read.
  return { uid, gid, cwd: '/', env: { ...plainEnvironment(), LC_ALL: 'C' } }
}

function canServe(identity: Identity, folder: string, binaries: Binaries): boolean {
  const script = 'cd "$1" && "$2" --version && "$3" --version'
  const [command = '', ...args] = [
    ...identity.prefix,
    '/bin/sh',
    '-c',
    script,
    'sh',
    folder,
    binaries.postgres,
    binaries.initdb,
  ]
  return spawnSync(command, args, { ...launch(identity), stdio: 'ignore', timeout: 10_000 }).status === 0
}

function findUser() {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  if (!line)
    throw new StoreError('Postgres cannot run as root, and there is no user postgres or nobody; start as another user.')
  return { name: String(line[0]), uid: Number(line[2]), gid: Number(line[3]), prefix: [] }
}

function privateFolder(dataDir: string): string {
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  return join(base, `rolebook-pg-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
}

/** Anybody can make a folder in /var/tmp. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false })
  return stat?.isDirectory() === true && stat.uid === 0 && (stat.mode & 0o022) === 0
}

function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const version = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).stdout
  const copy = join(folder, `native-${createHash('sha256').update(version).digest('hex').slice(0, 8)}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    cpSync(binaries.native, partial, { recursive: true, verbatimSymlinks: true })
    openToAll(partial)
    renameSync(partial, copy)
    for (const name of readdirSync(folder)) {
      if (name.startsWith('native-') && name !== basename(copy)) rmSync(join(folder, name), { recursive: true })
    }
  }
  return binariesIn(copy)
}

function openToAll(path: string) {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
