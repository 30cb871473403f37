import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPort, startApp, stopApp, waitUntilReady } from '../app'
import { root, step } from '../steps.mjs'
import { createFilledStore } from '../testing/store'
import { bytesOf, fetchRaw } from './fetch'

const PAGES = 5000
const EVERY = 250
const TAIL = 2000

async function heapOf(app: ChildProcess): Promise<{ heap: number; rss: number }> {
  const answer = once(app, 'message')
  app.send('memory')
  const [usage] = await answer
  return usage
}

const countFiles = () => readdirSync(join(root, '.next'), { recursive: true }).length

/** Slope of a straight line through the samples, by least squares, in bytes a page. */
function slope(samples: readonly { pages: number; heap: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(samples.map(({ pages }) => pages)), mean(samples.map(({ heap }) => heap))]
  const top = samples.reduce((sum, { pages, heap }) => sum + (pages - mx) * (heap - my), 0)
  return top / samples.reduce((sum, { pages }) => sum + (pages - mx) ** 2, 0)
}

/** Asks for 5,000 distinct comparisons of a server with a small page cache and prints what stays behind. */
export async function measureMemory(): Promise<void> {
  const store = await createFilledStore()
  const port = await findPort()
  const preload = new URL('report-memory.mjs', import.meta.url).href
  const app = startApp(
    port,
    { DATABASE_URL: store.webUrl, CACHE_MB: '64', NODE_OPTIONS: `--expose-gc --import ${preload}` },
    'pipe',
  )
  const url = `http://127.0.0.1:${port}`
  try {
    await waitUntilReady(port)
    const slugs = [...(await bytesOf(`${url}/sitemaps/roles.xml`)).text.matchAll(/roles\/([^<]+)</g)].map(
      (match) => match[1] ?? '',
    )
    const files = countFiles()
    const samples: { pages: number; heap: number; rss: number }[] = []
    let bad = 0
    await step(`Ask for ${PAGES} distinct comparisons at CACHE_MB=64`, async () => {
      let pages = 0
      for (let i = 0; pages < PAGES && i < slugs.length; i += 1) {
        for (let j = i + 1; j < slugs.length && pages < PAGES; j += 60) {
          const [a = '', b = ''] = [slugs[i], slugs[j]].sort()
          const { status } = await fetchRaw(`${url}/compare/${a}-vs-${b}`, false)
          if (status !== 200) bad += 1
          pages += 1
          if (pages % EVERY === 0) samples.push({ pages, ...(await heapOf(app)) })
        }
      }
    })
    const tail = samples.filter(({ pages }) => pages > PAGES - TAIL)
    console.log(`heap and buffers, MB: ${samples.map(({ heap }) => (heap / 1e6).toFixed(0)).join(' ')}`)
    console.log(`resident, MB, at the end: ${((samples.at(-1)?.rss ?? 0) / 1e6).toFixed(0)}`)
    console.log(`rise over the last ${TAIL} pages: ${(slope(tail) / 1024).toFixed(2)} KB a page (floor 5)`)
    console.log(`answers other than 200: ${bad}; files added below .next: ${countFiles() - files}`)
  } finally {
    await stopApp(app)
    await store.drop()
  }
}
