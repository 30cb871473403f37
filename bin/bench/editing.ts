import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { findPort, startApp, stopApp, waitUntilReady } from '../app'
import { findBrowser } from '../browser'
import { run, step } from '../steps.mjs'
import { copyWholeProject, fillWithWriteUps } from '../testing/project-copy'
import { createFilledStore, type TestStore } from '../testing/store'
import { cost, line } from './cost'
import { fetchRaw, median } from './fetch'

const EDITS = 15
const PAIRS = 40
const RUNS = 15
const SECRET = 'x'.repeat(32)

/** Edits a write-up beside an open page of `npm run dev`. @returns milliseconds until the page shows each edit */
async function measureEdits(copy: string, store: TestStore): Promise<number[]> {
  const port = await findPort()
  const dev = spawn(process.execPath, ['bin/run.mjs', 'dev'], {
    cwd: copy,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      AUTH_SECRET: SECRET,
      DATABASE_URL: store.webUrl,
      DATABASE_OWNER_URL: store.ownerUrl,
    },
  })
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
    // A development server takes longer to begin than one that was built.
    await waitUntilReady(port).catch(() => waitUntilReady(port))
    const page = await browser.newPage()
    await page.goto(`http://localhost:${port}/roles/paralegal`, { timeout: 60_000 })
    await page.waitForTimeout(4000)
    const file = join(copy, 'content/roles/paralegal.mdx')
    const text = readFileSync(file, 'utf8')
    const times: number[] = []
    for (let i = 0; i < EDITS; i += 1) {
      const words = `Edit number ${i}.`
      const since = performance.now()
      writeFileSync(file, text.replace('## A working day\n', `## A working day\n\n${words}\n`))
      await page.waitForFunction((shown) => document.body.innerText.includes(shown), words, { polling: 'raf' })
      times.push(performance.now() - since)
      await page.waitForTimeout(1500)
    }
    return times
  } finally {
    await browser?.close()
    await stopApp(dev)
  }
}

const buildIn = (copy: string) => run(process.execPath, ['bin/run.mjs', 'build'], { cwd: copy, stdio: 'ignore' })

async function startIn(copy: string, store: TestStore): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const port = await findPort()
  const environment = { DATABASE_URL: store.webUrl, AUTH_SECRET: SECRET, SITE_URL: `http://localhost:${port}` }
  const app = startApp(port, environment, 'pipe', join(copy, '.next/standalone/server.js'))
  await waitUntilReady(port)
  return { url: `http://127.0.0.1:${port}`, pid: app.pid ?? 0, stop: () => stopApp(app) }
}

/** CPU-milliseconds of a cold comparison in a build with one write-up, and in one with as many as there are roles. */
async function measureCold(
  copy: string,
  store: TestStore,
): Promise<{ without: number; beside: number; ratio: number; files: number }> {
  const other = copyWholeProject()
  const servers: Awaited<ReturnType<typeof startIn>>[] = []
  try {
    const roles = join(copy, 'content/roles')
    for (const name of readdirSync(roles)) if (name !== 'paralegal.mdx') rmSync(join(roles, name))
    await step('Build with one write-up', () => buildIn(copy))
    const files = await fillWithWriteUps(other.root, 800)
    await step(`Build with ${files.length}`, () => buildIn(other.root))
    for (const folder of [copy, other.root]) servers.push(await startIn(folder, store))
    const slugs = [
      ...(await fetchRaw(`${servers[0]?.url}/sitemaps/roles.xml`, false)).body.toString().matchAll(/roles\/([^<]+)</g),
    ].map(([, slug = '']) => slug)
    let next = 0
    // No pair comes twice: it would be in the cache.
    const pairs = (count: number) =>
      Array.from({ length: count }, () => {
        next += 1
        const { length } = slugs
        const two = [slugs[next % length], slugs[(next * 131 + 17 + Math.floor(next / length)) % length]].sort()
        return `/compare/${two.join('-vs-')}`
      })
    const costs: [number[], number[]] = [[], []]
    for (const { url } of servers) for (const path of pairs(300)) await fetchRaw(url + path, false)
    await step(`Measure, ${RUNS} runs in turn`, async () => {
      for (let count = 0; count < RUNS; count += 1) {
        const paths = pairs(PAIRS)
        // Now the one first, now the other: what else the machine does is no part of it.
        const order = count % 2 === 0 ? [0, 1] : [1, 0]
        for (const i of order) {
          const { pid = 0, url = '' } = servers[i] ?? {}
          costs[i]?.push(await cost(pid, url, paths, false))
        }
      }
    })
    const [without, beside] = costs
    const ratio = median(without.map((one, i) => (beside[i] ?? 0) / one))
    return { without: median(without), beside: median(beside), ratio, files: files.length }
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()))
    other.remove()
  }
}

/** Measures what editors wait for, in a copy of the project. */
export async function measureEditing(): Promise<void> {
  const copy = copyWholeProject()
  const store = await step('Fill a store', createFilledStore)
  try {
    const times = await step(`Edit ${EDITS} times beside npm run dev`, () => measureEdits(copy.root, store))
    const { without, beside, ratio, files } = await measureCold(copy.root, store)
    console.log('')
    const worst = `floor 1000; first ${times[0]?.toFixed(0)}, worst after it ${Math.max(...times.slice(1)).toFixed(0)}`
    line('an edit until the browser shows it', `${median(times.slice(1)).toFixed(0)} ms`, worst)
    line('cold comparison, one write-up, CPU-ms', without.toFixed(2))
    line(`cold comparison, ${files} write-ups, CPU-ms`, beside.toFixed(2))
    line('beside / without, median of the runs', `${ratio.toFixed(2)} ×`, 'floor 1 ×')
  } finally {
    await store.drop()
    copy.remove()
  }
}
