import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../build'
import { root, step } from '../steps.mjs'
import { line } from './cost'
import { loadPairs } from './load-pairs'

const PAGES = 10_000
const CONNECTIONS = 20
const CACHE = 64
const LIMIT = 512
const EVERY = 500
/** Pages after which the cache is full. */
const FILLED = 2000

const countFiles = () => readdirSync(join(root, '.next'), { recursive: true }).length
const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

/** Asks for 10,000 distinct comparisons of a server with a small page cache in little memory, and prints what stays behind. */
export async function measureMemory(): Promise<void> {
  await build()
  const files = countFiles()
  const loaded = await step(`Ask for ${PAGES} distinct comparisons, CACHE_MB=${CACHE}, ${LIMIT} MB`, () =>
    loadPairs({ pages: PAGES, connections: CONNECTIONS, cache: CACHE, limit: LIMIT, every: EVERY }),
  )
  const { samples, peak, answered, again, bad, died, limitedBy } = loaded
  const filled = samples.filter(({ pages }) => pages >= FILLED).map(({ heap }) => heap)
  const rise = (Math.max(...filled) / (filled[0] ?? Number.NaN) - 1) * 100
  console.log(
    `heap and buffers after collection, each ${EVERY} pages, MB: ${samples.map(({ heap }) => mb(heap)).join(' ')}`,
  )
  line(`Node ${process.version}, limited by`, limitedBy)
  line(`heap above that after ${FILLED} pages, at most`, `${rise.toFixed(1)} %`, 'floor 10 %')
  line('resident at its largest', `${mb(peak)} MB`, `floor ${200 + 3 * CACHE} MB`)
  line(
    'pages that came, never came',
    `${answered}, ${bad}`,
    `floor ${PAGES}, 0${died ? '; the server ended' : ''}; asked again ${again}`,
  )
  line('files added below .next', String(countFiles() - files), 'floor 0')
}
