import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { commandOf, isAlive, parentOf, waitUntil } from './processes'

export const isRoot = process.getuid?.() === 0

type Held = { ownerUrl: string; webUrl: string; superUrl: string; pid: number; fault?: string }

const folders: string[] = []
const programs: ChildProcess[] = []
const servers = new Map<number, string>()

/** A new folder, removed by `cleanUp`. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolebook-test-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Notes a server and its guardian, to be ended by `cleanUp` should a test fail to; answers the guardian's process. */
export function track(pid: number): number {
  const guardian = parentOf(pid) ?? 0
  for (const one of [pid, guardian]) servers.set(one, commandOf(one) ?? '')
  return guardian
}

/** Starts one of the TypeScript programs beside this file. */
export function startProgram(name: string, args: string[], options: SpawnOptions & { umask?: string } = {}) {
  const loader = createRequire(import.meta.url).resolve('tsx')
  const script = fileURLToPath(new URL(name, import.meta.url))
  const command = [process.execPath, '--import', loader, script, ...args]
  const { umask = '022', ...rest } = options
  const child = spawn('/bin/sh', ['-c', `umask ${umask}; exec "$@"`, 'sh', ...command], {
    cwd: '/',
    ...rest,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  programs.push(child)
  const lines = createInterface(child.stdout)
  return { child, nextLine: async <T>() => JSON.parse(String((await once(lines, 'line'))[0])) as T }
}

/** Holds a lease in a process of its own. */
export async function hold(args: string[], options?: Parameters<typeof startProgram>[2]) {
  const { child, nextLine } = startProgram('hold-lease.ts', args, options)
  const held = await nextLine<Held>()
  if (held.fault) throw new Error(held.fault)
  return { ...held, child, guardian: track(held.pid) }
}

/** Whether the given processes are all gone within five seconds. */
export function areGone(...pids: number[]): Promise<boolean> {
  return waitUntil(() => !pids.some(isAlive), 5000)
}

/** One query on a connection of its own; tried again for `patience` ms. */
export async function ask<T = unknown>(url: string, query: string, patience = 0): Promise<T[]> {
  const end = Date.now() + patience
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 3, fetch_types: false, onnotice() {}, backoff: () => 0.05 })
    try {
      return (await sql.unsafe(query).values()).map((row) => row[0] as T)
    } catch (error) {
      if (Date.now() > end) throw error
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
}

/** Ends what the tests of a file have left, by process, and removes their folders. */
export async function cleanUp(): Promise<void> {
  for (const child of programs) child.kill('SIGKILL')
  // A number may belong to somebody else by now.
  const left = [...servers].filter(([pid, command]) => isAlive(pid) && commandOf(pid) === command).map(([pid]) => pid)
  for (const pid of left.sort()) process.kill(pid, 'SIGKILL')
  await areGone(...left)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
