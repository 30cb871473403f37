import 'server-only'
import { type NextRequest, NextResponse } from 'next/server'
import { PARTNERS } from '../users/providers'
import { SESSION_COOKIE, sessionCookieOptions } from '../users/session-cookie'

const PRIVATE = /^\/(sign-in|employer|review|editor|preview|invitation)(\/|$)/
const OPEN = /^\/(search|compare|jobs|report)$|^\/jobs\/[^/]+\/(apply|report)$/

/** Whether a page is made for each request, with the framework's scripts. next.config.js says the same for its headers. */
export const isDynamic = (path: string): boolean => PRIVATE.test(path) || OPEN.test(path)

/** Where a form on this page may lead: only signing in leads to other sites. */
const formTargets = (path: string) =>
  ["'self'", ...(path.startsWith('/sign-in') ? PARTNERS.map(({ host }) => host) : [])].join(' ')

/**
 * Lets a dynamic page through: its own inline scripts are allowed by nonce, and a session's cookie lives as long as
 * the session, which is longer with each use.
 */
export function passDynamic(request: NextRequest, path: string): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${formTargets(path)}`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('x-method', request.method)
  const asked = new URL(request.nextUrl)
  asked.searchParams.delete('_rsc')
  headers.set('x-path', asked.pathname + asked.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  const token = request.cookies.get(SESSION_COOKIE)?.value
  if (token && request.method === 'GET' && PRIVATE.test(path)) {
    response.cookies.set(SESSION_COOKIE, token, sessionCookieOptions)
  }
  return response
}
