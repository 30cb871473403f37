import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { StoreError } from './errors'
import type { Place } from './identity'
import { commandOf, isAlive, parentOf } from './processes'
import { stopServer } from './stop-server'

/** Whether the server `pid` of this data takes queries: Postgres writes it on the eighth line. */
export function isReady(dataDir: string, pid: number | undefined): boolean {
  const lines = readLines(dataDir)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/**
 * Makes way for a server: stops one of the same data that has lost its guardian, and removes the file of a dead one
 * whose number now belongs to a stranger (Postgres would take the stranger for itself).
 * @throws StoreError when a living guardian serves the data
 */
export async function clearPidFile(place: Place): Promise<void> {
  const pid = Number(readLines(place.dataDir)[0])
  if (!pid || !isAlive(pid)) return
  const command = commandOf(pid)
  if (process.platform !== 'win32' && !serves(command, place.dataDir)) {
    rmSync(join(place.dataDir, 'postmaster.pid'), { force: true })
    return
  }
  const parent = parentOf(pid)
  if (parent && parent !== process.pid && commandOf(parent)?.includes('guardian')) {
    throw new StoreError(`Another guardian (process ${parent}) serves ${place.dataDir}; stop it, or use its TMPDIR.`)
  }
  await stopServer(place, pid)
}

function serves(command: string | null, dataDir: string): boolean {
  return (
    command !== null && basename(command.split(' -D ')[0] ?? '') === 'postgres' && command.includes(` -D ${dataDir} `)
  )
}

function readLines(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}
