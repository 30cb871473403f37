import 'server-only'
import { env } from '../env'
import { addCounts, type Count } from './mutations'
import { isVisit } from './visit'

/** How often counts go to the store, in milliseconds: what a crash can lose. */
const EVERY = 3000
/** Pages that are counted at most while the store is away. */
const MOST = 20_000

type Waiting = { counts: Map<string, Count>; busy?: Promise<void> }

// proxy.ts and the pages are bundled apart: what they count waits in one place.
const kept = globalThis as { rolebookCounts?: Waiting; rolebookFlush?: () => Promise<void> }

function start(): Waiting {
  const waiting: Waiting = { counts: new Map() }
  setInterval(() => waiting.busy ?? flushCounts(), EVERY).unref()
  // The server's end waits for this (bin/server-preload.mjs).
  kept.rolebookFlush = flushCounts
  process.once('beforeExit', flushCounts)
  return waiting
}

function add(waiting: Waiting, { kind, slug, n }: Count): void {
  const key = `${kind} ${slug}`
  const before = waiting.counts.get(key)
  if (before) before.n += n
  else if (waiting.counts.size < MOST) waiting.counts.set(key, { kind, slug, n })
}

/**
 * Counts one visit, in memory: no page waits for it or fails by it. Nothing is counted behind a shared cache, which
 * answers most readers by itself.
 */
export function countVisit(kind: Count['kind'], slug: string, method: string, headers: Pick<Headers, 'get'>): void {
  if (env.SHARED_CACHE || slug.length > 100 || !isVisit(method, headers)) return
  kept.rolebookCounts ??= start()
  add(kept.rolebookCounts, { kind, slug, n: 1 })
}

/** Writes what waits to the store. What the store does not take waits on. */
export async function flushCounts(): Promise<void> {
  const waiting = kept.rolebookCounts
  if (!waiting) return
  await waiting.busy
  waiting.busy ??= write(waiting).finally(() => {
    delete waiting.busy
  })
  await waiting.busy
}

async function write(waiting: Waiting): Promise<void> {
  if (waiting.counts.size === 0) return
  const taken = [...waiting.counts.values()]
  waiting.counts = new Map()
  await addCounts(taken).catch(() => {
    for (const count of taken) add(waiting, count)
  })
}
