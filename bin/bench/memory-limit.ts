import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MB = 2 ** 20
/** How often a process is looked at where the system will not limit it, in milliseconds. */
const EVERY = 50

/** The cgroup that this process is in, where we may make one inside it. */
function ownCgroup(): { folder: string; limit: string; swap: string } | undefined {
  const groups = existsSync('/proc/self/cgroup') ? readFileSync('/proc/self/cgroup', 'utf8') : ''
  const first = /^\d+:memory:(.*)$/m.exec(groups)?.[1]
  if (first !== undefined) {
    // Inside a container the path may be that of the machine outside.
    const folder = [`/sys/fs/cgroup/memory${first}`, '/sys/fs/cgroup/memory'].find((path) => existsSync(path))
    if (folder) return { folder, limit: 'memory.limit_in_bytes', swap: 'memory.memsw.limit_in_bytes' }
  }
  const second = /^0::(.*)$/m.exec(groups)?.[1]
  const folder = second === undefined ? undefined : join('/sys/fs/cgroup', second)
  return folder && existsSync(join(folder, 'cgroup.procs'))
    ? { folder, limit: 'memory.max', swap: 'memory.swap.max' }
    : undefined
}

/** Starts a process inside a cgroup of its own; undefined where the system does not let us. */
function startInCgroup(start: () => ChildProcess, megabytes: number): ChildProcess | undefined {
  const own = ownCgroup()
  if (!own) return undefined
  const folder = join(own.folder, `rolebook-bench-${process.pid}`)
  const enter = (path: string) => writeFileSync(join(path, 'cgroup.procs'), String(process.pid))
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, own.limit), String(megabytes * MB))
    if (existsSync(join(folder, own.swap)))
      writeFileSync(join(folder, own.swap), String(own.limit === 'memory.max' ? 0 : megabytes * MB))
    // A child begins where its parent is: what it takes is counted from its first byte.
    enter(folder)
  } catch {
    if (existsSync(folder)) rmdirSync(folder)
    return undefined
  }
  try {
    const child = start()
    child.once('exit', () => rmdirSync(folder))
    return child
  } finally {
    enter(own.folder)
  }
}

/** Resident memory of a process, now or at its largest, in bytes (Linux); 0 when it is gone. */
export function residentOf(pid: number, what: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  try {
    return (
      Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    )
  } catch {
    return 0
  }
}

/**
 * Starts a process that ends when it takes more memory than it may: by a cgroup where we may make one, else by looking at it
 * twenty times a second.
 * @returns the process, and which of the two it is
 */
export function startLimited(start: () => ChildProcess, megabytes: number): { child: ChildProcess; by: string } {
  const limited = startInCgroup(start, megabytes)
  if (limited) return { child: limited, by: 'cgroup' }
  const child = start()
  const watch = setInterval(() => {
    if (residentOf(child.pid ?? 0) > megabytes * MB) child.kill('SIGKILL')
  }, EVERY)
  child.once('exit', () => clearInterval(watch))
  return { child, by: 'watching' }
}
