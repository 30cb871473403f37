import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from './errors'

/**
 * The kept port when it is free or becomes so within `patience` ms, else another.
 * @throws StoreError when no port is found
 */
export async function findPort(kept: number | null, patience: number): Promise<number> {
  if (kept) {
    const end = Date.now() + patience
    do {
      if (await isFree(kept)) return kept
      await sleep(50)
    } while (Date.now() < end)
  }
  for (let attempt = 0; attempt < 50; attempt++) {
    // Below the range systems take outgoing ports from: else a client could get the resting server's port as its own.
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
  throw new StoreError('No free port on 127.0.0.1 for the embedded store.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
