import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildForEditors } from '@/lib/content/build'
import { readWriteUp } from '@/lib/content/check'
import { openFigures } from '@/lib/content/dataset'
import { readContent } from '@/lib/content/read'
import { formatProblem } from '@/lib/content/types'

/** An editor's program writes a file in several steps; they are waited for. */
const PAUSE = 40
const WARM = 20

/**
 * Makes the write-ups ready and again whenever a file of them changes, until the process ends. A file that is wrong
 * is told and stops nothing.
 * @param say takes one line for each problem and one for each build
 * @returns once the first build is done: what stops the watching
 */
export async function watchContent(root: string, say: (line: string) => void = console.log): Promise<() => void> {
  // Read once: the dataset stays as it is while an editor writes.
  const find = await openFigures(join(root, 'data'))
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const build = async () => {
    const since = performance.now()
    try {
      const { problems, published } = await buildForEditors(root, find)
      for (const problem of problems) say(formatProblem(problem))
      say(`${published} write-ups are ready (${((performance.now() - since) / 1000).toFixed(2)} s).`)
    } catch (error) {
      say(`The write-ups could not be read: ${error instanceof Error ? error.message : error}`)
    }
  }
  await build()
  // The first edit finds the parser loaded and warm: what was read before leaves it untouched.
  for (const { slug } of (await readContent(root, { texts: true })).writeUps.slice(0, WARM))
    await readWriteUp(root, slug)
  const watcher = watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(build)
    }, PAUSE)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
