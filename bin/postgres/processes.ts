import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process of this id runs, whosever it is. One that has ended but was not yet taken note of does not. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return !'ZX'.includes(statOf(pid)[0] ?? 'X')
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process, or null when it has none to show: gone, a zombie, or Windows. */
export function commandOf(pid: number): string | null {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || null
  return ps(pid, 'command=')
}

/** The id of a process's parent, or null when it cannot be told. */
export function parentOf(pid: number): number | null {
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid=')) || null
  return Number(statOf(pid)[1]) || null
}

/** What a program of the store needs of this process's environment, which may hold NODE_OPTIONS and PG* of the caller. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP', 'NODE_ENV']
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as NodeJS.ProcessEnv
}

/** Asks every 20 ms until `done` answers true; false when that did not happen within `ms`. */
export async function waitUntil(done: () => boolean, ms: number): Promise<boolean> {
  const end = Date.now() + ms
  while (!done()) {
    if (Date.now() > end) return false
    await sleep(20)
  }
  return true
}

/** State, parent and more of a Linux process; its name, in parentheses before these, may hold anything. */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`)?.split(')').at(-1)?.trim().split(' ') ?? []
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ps(pid: number, column: string): string | null {
  if (process.platform === 'win32') return null
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
