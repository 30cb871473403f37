import { existsSync, readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { buildForEditors } from '@/lib/content/build'
import { readForms } from '@/lib/content/cache'
import { openFigures, readKnown } from '@/lib/content/dataset'
import type { FindValue } from '@/lib/content/judge'
import { parseFiles } from '@/lib/content/parse-files'
import { FOLDER } from '@/lib/content/read'
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
  // What cannot be read was told just now.
  await warm(root, find).catch(() => {})
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

/** Loads and runs what an edit needs, so that the first one is as quick as others. What was read stays untouched. */
async function warm(root: string, find: FindValue): Promise<void> {
  const folder = join(root, FOLDER)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mdx')) : []
  const files = names.slice(0, WARM).map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }))
  parseFiles(files, await readKnown(root), await readForms(root))
  await buildForEditors(root, find)
}
