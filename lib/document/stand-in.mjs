import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOCUMENT_POLICY } from './headers.mjs'
import { stripDocument } from './strip.mjs'

/** Set by what is a finished page already; it never leaves the server. */
export const FINISHED = 'x-finished-page'

const OUT_OF_ORDER = `<div class="wrap"><section class="ask"><h1>This page is out of order</h1><p class="stand">Something on our side does not answer. Nothing is lost; try again in a minute. Pages seen before may still open: <a href="/">start again</a>.</p></section></div>`

/** @type {Map<number, Buffer>} */
const made = new Map()

/** The site's own page for a status: what the framework sends needs a script to show anything, and has no language. */
function pageFor(status) {
  const known = made.get(status)
  if (known) return known
  const shell = stripDocument(readFileSync(join(process.cwd(), '.next/server/app/_not-found.html'), 'utf8')).html
  const html =
    status === 404
      ? shell
      : shell
          .replace(/(<main[^>]*>).*(<\/main>)/s, `$1${OUT_OF_ORDER}$2`)
          .replace(/<title>.*?<\/title>/, '<title>Out of order | Rolebook</title>')
  const page = Buffer.from(html)
  made.set(status, page)
  return page
}

/** Whether an answer would show a browser nothing of the site's: an error, or that there is no such page. */
function isBare(response) {
  if (response.hasHeader(FINISHED)) return false
  const type = String(response.getHeader('content-type') ?? '')
  if (response.statusCode === 500) return type.startsWith('text/html')
  return response.statusCode === 404 && /^(text\/(html|plain)\b|$)/.test(type)
}

/**
 * Puts the site's own page in the place of bare answers, without scripts.
 * @param {import('node:http').ServerResponse} response not begun yet
 */
export function standIn(response) {
  const { writeHead, write, end } = response
  let page
  response.writeHead = (...args) => {
    if (typeof args[0] === 'number') response.statusCode = args[0]
    if (!page && isBare(response)) {
      page = pageFor(response.statusCode)
      for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.setHeader('Content-Length', page.length)
      response.setHeader('Content-Security-Policy', DOCUMENT_POLICY)
    }
    response.removeHeader(FINISHED)
    return page ? writeHead.call(response, response.statusCode) : writeHead.apply(response, args)
  }
  response.write = (...args) => {
    if (!response.headersSent) response.writeHead(response.statusCode)
    return page ? true : write.apply(response, args)
  }
  response.end = (...args) => {
    if (!response.headersSent) response.writeHead(response.statusCode)
    return page ? end.call(response, page) : end.apply(response, args)
  }
}
