import { spawnSync } from 'node:child_process'
import { StoreError } from './errors'
import type { Place } from './identity'
import { isAlive, waitUntil } from './processes'

/** Ends the server at once but in order; without order when it does not obey. */
export async function stopServer(place: Place, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    // Node's signals end a process without warning on Windows.
    spawnSync(place.binaries.pgCtl, ['stop', '-D', place.dataDir, '-m', 'fast', '-w', '-t', '10'], { stdio: 'ignore' })
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await waitUntil(() => !isAlive(pid), 5000)) return
  }
  throw new StoreError(`Postgres (process ${pid}) does not stop.`)
}
