import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Known } from './known'
import type { Parsed } from './parse'
import type { ContentFile } from './parse-files'
import type { Forms } from './spelling'

/** Starting a worker costs as much as reading some sixty files. */
const FEW = 60
const AT_ONCE = 25

/**
 * Reads files, many of them in worker threads.
 * @param forms what the dictionary has; without it spelling is not checked
 * @returns a result for each file, in the same order
 */
export async function parseAll(files: readonly ContentFile[], known: Known, forms?: Forms): Promise<Parsed[]> {
  if (files.length === 0) return []
  const count = Math.min(4, availableParallelism())
  if (files.length <= FEW || count === 1) return (await import('./parse-files')).parseFiles(files, known, forms)
  const results: Parsed[] = []
  let next = 0
  const work = async () => {
    const worker = new Worker(new URL('check-worker.mjs', import.meta.url), {
      workerData: { known, forms },
      execArgv: [],
    })
    try {
      while (next < files.length) {
        const first = next
        next += AT_ONCE
        worker.postMessage(files.slice(first, next))
        const [answer] = (await once(worker, 'message')) as [Parsed[]]
        for (const [i, result] of answer.entries()) results[first + i] = result
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: count }, work))
  return results
}
