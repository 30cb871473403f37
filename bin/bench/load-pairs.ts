import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { findPort, startApp, stopApp, waitUntilReady } from '../app'
import { createFilledStore } from '../testing/store'
import { residentOf, startLimited } from './memory-limit'

export type Sample = { pages: number; heap: number; rss: number }
export type Loaded = {
  samples: Sample[]
  /** Resident memory at its largest, in bytes. */
  peak: number
  answered: number
  /** Pages that had to be asked for again, and those that never came. */
  again: number
  bad: number
  died: boolean
  limitedBy: string
}

const TRIES = 3
const PRELOAD = new URL('report-memory.mjs', import.meta.url).href

/** Distinct comparisons of the roles that a site lists. */
function* pairsOf(slugs: readonly string[]): Generator<string> {
  for (let step = 1; step < slugs.length; step += 1)
    for (let i = 0; i + step < slugs.length; i += 1) {
      const [a, b] = [slugs[i] ?? '', slugs[i + step] ?? ''].sort()
      yield `/compare/${a}-vs-${b}`
    }
}

/**
 * Asks a server of its own for distinct comparisons over many connections.
 * @param given.limit memory that the server may take before it is ended, in MB
 * @param given.every pages after which its heap is collected and noted
 */
export async function loadPairs(given: {
  pages: number
  connections: number
  cache: number
  limit: number
  every: number
}): Promise<Loaded> {
  const { pages, connections, cache, limit, every } = given
  const store = await createFilledStore()
  const port = await findPort()
  const environment = {
    DATABASE_URL: store.webUrl,
    AUTH_SECRET: 'x'.repeat(32),
    CACHE_MB: String(cache),
    NODE_OPTIONS: `--expose-gc --import ${PRELOAD}`,
  }
  const { child: app, by } = startLimited(() => startApp(port, environment, 'pipe'), limit)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve) => {
      get({ agent, host: '127.0.0.1', port, path }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (part) => {
          body += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
        answer.on('error', () => resolve({ status: 0, body }))
      }).on('error', () => resolve({ status: 0, body: '' }))
    })
  const loaded: Loaded = { samples: [], peak: 0, answered: 0, again: 0, bad: 0, died: false, limitedBy: by }
  const hasEnded = () => app.exitCode !== null || app.signalCode !== null
  try {
    await waitUntilReady(port)
    const { body } = await ask('/sitemaps/roles.xml')
    const slugs = [...body.matchAll(/roles\/([^<]+)</g)].map((match) => match[1] ?? '')
    const paths = pairsOf(slugs)
    let asked = 0
    while (asked < pages && !hasEnded()) {
      const end = Math.min(pages, asked + every)
      await Promise.all(
        Array.from({ length: connections }, async () => {
          while (asked < end && !hasEnded()) {
            asked += 1
            const path = paths.next().value ?? '/'
            // On a busy machine a read can pass its deadline; a reader asks again.
            for (let tries = 0; ; tries += 1) {
              const { status } = await ask(path)
              if (status === 200) loaded.answered += 1
              else if (tries < TRIES && !hasEnded()) loaded.again += 1
              else loaded.bad += 1
              if (status === 200 || tries >= TRIES || hasEnded()) break
            }
          }
        }),
      )
      loaded.peak = Math.max(loaded.peak, residentOf(app.pid ?? 0, 'VmHWM'))
      if (hasEnded()) break
      const told = Promise.race([once(app, 'message'), once(app, 'exit').then(() => [])])
      app.send('memory')
      const [usage] = await told
      if (usage) loaded.samples.push({ pages: asked, ...usage })
    }
    loaded.died = hasEnded()
    return loaded
  } finally {
    agent.destroy()
    await stopApp(app)
    await store.drop()
  }
}
