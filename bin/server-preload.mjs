// Loaded into the server before Next: readable answers that are not kept too long, one log, bounded memory, and an end
// together with the process that started it.
import './unread-stacks.mjs'
import { randomUUID } from 'node:crypto'
import { Server } from 'node:http'
import { DOCUMENT_POLICY, EVERYWHERE } from '../lib/document/headers.mjs'
import { limitAnswer } from '../lib/document/shared-cache.mjs'
import { standIn } from '../lib/document/stand-in.mjs'
import { takeConsole } from '../lib/log/console.mjs'

takeConsole()

const PROXIES = Number(process.env.TRUSTED_PROXIES ?? 0)
/** What only a proxy of ours may say, and what the framework says to itself. */
const PRIVATE = /^x-(forwarded-|middleware-|nextjs-|real-ip)/

/** A name for the request in the log; one that a proxy of ours has given is kept. */
const requestId = (told) => (PROXIES > 0 && /^[\w-]{8,64}$/.test(told ?? '') ? told : randomUUID())

/** Who asks is what the connection says, or the address that our own outermost proxy has written down. */
function cleanHeaders(request) {
  const { headers } = request
  const list = String(headers['x-forwarded-for'] ?? '').split(',')
  const told = PROXIES > 0 ? list.at(-PROXIES)?.trim() : undefined
  const proto = PROXIES > 0 ? headers['x-forwarded-proto'] : undefined
  for (const name of Object.keys(headers)) if (PRIVATE.test(name)) delete headers[name]
  headers['x-request-id'] = requestId(headers['x-request-id'])
  headers['x-forwarded-for'] = told || request.socket.remoteAddress || ''
  if (proto) headers['x-forwarded-proto'] = proto
  // The framework hides its own headers from proxy.ts; a request of its script is no visit.
  if (headers.rsc || headers['next-router-prefetch']) headers['sec-fetch-dest'] = 'empty'
}

/**
 * An address as every browser sends it. With dots left in, the framework takes /_next/../employer for a file when it
 * asks whether proxy.ts has a say, and for a page when it answers.
 */
function withoutDots(url) {
  const [path, query] = url.split(/(\?.*)/s)
  if (!/\/(\.|%2e){1,2}(\/|\\|$)/i.test(path)) return url
  return new URL(`http://site.invalid${path}`).pathname + (query ?? '')
}

/** The framework stumbles over TRACE, and nothing here answers other methods. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const { emit, close } = Server.prototype
/** Next ends the process as soon as the server is closed: what has been counted goes to the store before. */
Server.prototype.close = function (done) {
  return close.call(this, (error) => {
    Promise.resolve(globalThis.rolebookFlush?.()).finally(() => done?.(error))
  })
}
Server.prototype.emit = function (event, ...args) {
  if (event === 'request') {
    const [request, response] = args
    // The framework sets them too late for its own redirects, and has none for what proxy.ts refuses.
    for (const { key, value } of EVERYWHERE) response.setHeader(key, value)
    response.setHeader('Content-Security-Policy', DOCUMENT_POLICY)
    limitAnswer(response)
    if (!METHODS.has(request.method)) return response.writeHead(405, { Allow: 'GET, HEAD, POST' }).end()
    cleanHeaders(request)
    request.url = withoutDots(request.url)
    standIn(response)
  }
  return emit.call(this, event, ...args)
}

if (process.channel) {
  process.channel.unref()
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
