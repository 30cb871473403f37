import type { NextRequest } from 'next/server'
import { handlers } from '@/lib/auth'
import { env } from '@/lib/env'
import { isOwnOrigin } from '@/lib/origin'

/** What the library answers to; it would call all else a bad request. */
const KNOWN = /^\/api\/auth\/(csrf|error|providers|session|signout|verify-request|signin(\/[a-z]+)?|callback\/[a-z]+)$/
const FORM = 'application/x-www-form-urlencoded'

/** A link in a mail must survive the scanners that open it: opening shows a button, and only the button signs in. */
export function GET(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl
  if (pathname === '/api/auth/callback/email') {
    return Response.redirect(new URL(`/sign-in/confirm?${searchParams}`, env.SITE_URL), 303)
  }
  return KNOWN.test(pathname) ? handlers.GET(request) : new Response(null, { status: 404 })
}

/** The library checks no origin for links by mail, so we do, and it would read any text as a form. */
export function POST(request: NextRequest) {
  const type = request.headers.get('content-type') ?? FORM
  if (!type.startsWith(FORM)) return new Response('This address takes forms only.', { status: 415 })
  if (!isOwnOrigin(request)) return new Response('This form must be sent from this site.', { status: 403 })
  return handlers.POST(request)
}
