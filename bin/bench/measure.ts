import { once } from 'node:events'
import { createServer } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { findPort, startApp, stopApp, waitUntilReady } from '../app'
import { build } from '../build'
import { step } from '../steps.mjs'
import { createFilledStore } from '../testing/store'
import { cost, line, same } from './cost'
import { bytesOf, type Fetched, fetchRaw, median } from './fetch'

const PAIR = '/compare/paralegal-vs-registered-nurse'
/** The one static page of the site: next to nothing on it, made at build. */
const TRIVIAL = '/nothing-is-here'
const RUNS = 5
const HOT = 400

async function firstVisit(url: string, page: Fetched): Promise<{ total: number; parts: string }> {
  const html = gunzipSync(page.body).toString()
  const addresses = [...html.matchAll(/<(?:link|script)[^>]+(?:href|src)="(\/(?:_next|modules)[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  const css = addresses.find((address) => address.endsWith('.css'))
  const fonts = css
    ? [...(await bytesOf(url + css)).text.matchAll(/url\(([^)]+woff2)\)/g)].map(
        (match) => new URL(match[1] ?? '', url + css).pathname,
      )
    : []
  // A browser fetches each face that the page uses: all of ours, at most once.
  const all = [...new Set([...addresses, ...fonts])]
  const sizes = await Promise.all(
    all.map(async (address) => ({ address, size: (await fetchRaw(url + address, true)).body.length })),
  )
  const total = page.body.length + sizes.reduce((sum, { size }) => sum + size, 0)
  return { total, parts: `${sizes.length} files beside the page` }
}

/** Measures what the issues name and prints it, as ratios to a trivial page of the same server in the same run. */
export async function measure(): Promise<void> {
  await build()
  const store = await step('Fill a store', createFilledStore)
  const port = await findPort()
  const app = startApp(
    port,
    { DATABASE_URL: store.webUrl, AUTH_SECRET: 'x'.repeat(32), SITE_URL: `http://localhost:${port}` },
    'pipe',
  )
  const url = `http://127.0.0.1:${port}`
  const pid = app.pid ?? 0
  try {
    await waitUntilReady(port)
    const plain = await fetchRaw(url + PAIR, false)
    const zipped = await fetchRaw(url + PAIR, true)
    const bare = createServer((_, response) => response.end(plain.body)).listen(0, '127.0.0.1')
    await once(bare, 'listening')
    const address = bare.address()
    const bareUrl = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
    const slugs = [...(await bytesOf(`${url}/sitemaps/roles.xml`)).text.matchAll(/roles\/([^<]+)</g)].map(
      (match) => match[1] ?? '',
    )
    let next = 0
    const cold = () => {
      next += 1
      const [a = '', b = ''] = [slugs[(next * 7) % slugs.length], slugs[(next * 131 + 17) % slugs.length]]
      return a < b ? `/compare/${a}-vs-${b}` : `/compare/${b}-vs-${a}`
    }
    for (const path of [...same(PAIR, HOT), ...same(TRIVIAL, HOT), ...Array.from({ length: 300 }, cold)])
      await fetchRaw(url + path, false)
    const rows: Record<string, number[]> = {
      trivial: [],
      hot: [],
      trivialGzip: [],
      hotGzip: [],
      cold: [],
      bare: [],
      search: [],
    }
    await step(`Measure, ${RUNS} runs in turn`, async () => {
      for (let run = 0; run < RUNS; run += 1) {
        rows.trivial?.push(await cost(pid, url, same(TRIVIAL, HOT), false))
        rows.hot?.push(await cost(pid, url, same(PAIR, HOT), false))
        rows.trivialGzip?.push(await cost(pid, url, same(TRIVIAL, HOT), true))
        rows.hotGzip?.push(await cost(pid, url, same(PAIR, HOT), true))
        rows.cold?.push(await cost(pid, url, Array.from({ length: 60 }, cold), false))
        const before = process.cpuUsage()
        for (const path of same('/', HOT)) await fetchRaw(bareUrl + path, false)
        const used = process.cpuUsage(before)
        rows.bare?.push((used.user + used.system) / 1000 / HOT)
        for (const word of ['nurse', 'sofware enginer', 'product owner', 'rn', 'wellder', 'acountant']) {
          const since = performance.now()
          await fetchRaw(`${url}/search?q=${encodeURIComponent(`${word}`)}`, false)
          rows.search?.push(performance.now() - since)
        }
      }
    })
    bare.close()
    const value = (name: string) => median(rows[name] ?? [])
    const visit = await firstVisit(url, zipped)
    const p95 = (rows.search ?? []).toSorted((a, b) => a - b)[Math.floor((rows.search?.length ?? 0) * 0.95)] ?? 0
    console.log('')
    line('trivial static page, CPU-ms', value('trivial').toFixed(2))
    line('bare node:http, same bytes, client included', value('bare').toFixed(2))
    line('hot comparison, CPU-ms', value('hot').toFixed(2))
    line('hot / trivial', `${(value('hot') / value('trivial')).toFixed(2)} ×`, 'floor 2 ×')
    line('hot with gzip / trivial without', `${(value('hotGzip') / value('trivial')).toFixed(2)} ×`, 'floor 4 ×')
    line('cold comparison, CPU-ms of the server', value('cold').toFixed(1), 'floor 45')
    line('HTML', `${(plain.body.length / 1024).toFixed(1)} KB`, 'floor 100 KB')
    line('HTML, gzip', `${(zipped.body.length / 1024).toFixed(1)} KB`, 'floor 14 KB')
    line('first visit, gzip', `${(visit.total / 1024).toFixed(1)} KB`, `floor 110 KB; ${visit.parts}`)
    line('search page, p95 in all', `${p95.toFixed(1)} ms`)
  } finally {
    await stopApp(app)
    await store.drop()
  }
}
