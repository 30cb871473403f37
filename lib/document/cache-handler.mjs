import { createRequire } from 'node:module'
import { writeLine } from '../log/lines.mjs'
import { isDocument } from './routes.mjs'
import { stripDocument } from './strip.mjs'

// Next has no public way to extend its own cache; the version is pinned exactly and the tests cover each route.
const require = createRequire(import.meta.url)
const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')

const STRIPPED = Symbol.for('rolebook.stripped')
const YEAR = 31_536_000

/**
 * Next's own page cache, but reader's pages are kept, and so answered, as documents: finished HTML without the
 * framework's scripts. Next awaits `set` before it answers and shares the value, so a first visit is covered too.
 */
export default class DocumentCache extends FileSystemCache {
  constructor(context) {
    // Counted in characters and held in two bytes for each: docs/operating.md says what that comes to.
    const megabytes = Number(process.env.CACHE_MB)
    super(megabytes > 0 ? { ...context, maxMemoryCacheSize: megabytes * 1024 * 1024 } : context)
    globalThis.rolebookMarkStale = (tags) => this.revalidateTag(tags, { expire: YEAR })
    globalThis.rolebookExpire = (tags) => this.revalidateTag(tags)
  }

  async get(key, context) {
    const entry = await super.get(key, context)
    if (entry) toDocument(key, entry.value)
    return entry
  }

  async set(key, value, context) {
    toDocument(key, value)
    return super.set(key, value, context)
  }
}

function toDocument(key, value) {
  if (value?.kind !== 'APP_PAGE' || value[STRIPPED] || typeof value.html !== 'string') return
  if (!isDocument(key)) return
  const { html, unknown } = stripDocument(value.html)
  for (const script of unknown) {
    writeLine('error', { message: 'document: unknown script, page left as it is', key, script })
  }
  if (unknown.length > 0) return
  value.html = html
  // Nothing on a document asks for flight data: kept, it would double what a page takes in memory.
  value.rscData = Buffer.alloc(0)
  value.segmentData = undefined
  Object.defineProperty(value, STRIPPED, { value: true })
}
