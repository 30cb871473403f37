/** How long a shared cache may go on by itself, in seconds: for as long again while it asks, or gets no answer. */
const SECONDS = 60
const SHARED = `s-maxage=${SECONDS}, stale-while-revalidate=${SECONDS}, stale-if-error=${SECONDS}`

/**
 * For what readers see: browsers ask each time, shared caches once a minute. A shared cache cannot be told what a
 * moderator has removed, so it must let go by itself: after two minutes at the latest.
 */
export const FOR_READERS = `public, max-age=0, ${SHARED}`

/** For a file whose address is made from its bytes: a browser keeps it for ever, a shared cache no longer than a page. */
export const FOR_LOGOS = `public, max-age=31536000, immutable, ${SHARED}`

const MOVED = new Set([301, 308])

/**
 * What an answer says of being kept. The framework tells shared caches to keep a page for a day, and for a year more
 * when it is old, and lets them guess where it says nothing.
 * @param {number} status
 * @param {string | undefined} told what the answer says by itself
 */
export function limitSharing(status, told) {
  if (told && /no-store|private/.test(told)) return told
  if (status >= 400) return 'no-store'
  if (!told) return MOVED.has(status) ? FOR_READERS : 'no-store'
  const shared = Number(/s-maxage=(\d+)/.exec(told)?.[1] ?? 0)
  return shared > SECONDS ? FOR_READERS : told
}

/**
 * Has the last word on how long an answer is kept.
 * @param {import('node:http').ServerResponse} response not begun yet
 */
export function limitAnswer(response) {
  const { writeHead } = response
  /** @param {any[]} args */
  response.writeHead = (...args) => {
    if (typeof args[0] === 'number') response.statusCode = args[0]
    if (!response.headersSent) {
      const told = response.getHeader('cache-control')
      response.setHeader(
        'Cache-Control',
        limitSharing(response.statusCode, told === undefined ? undefined : String(told)),
      )
    }
    return writeHead.apply(response, /** @type {any} */ (args))
  }
}
