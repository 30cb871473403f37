import 'server-only'
import { isSecure } from '../env'

/** Over https every cookie of ours is bound to this host alone. */
const prefix = isSecure ? '__Host-' : ''

export const SESSION_COOKIE = `${prefix}rolebook.session`

/** Days a session lives unused, and at all. */
export const IDLE_DAYS = 14
export const ABSOLUTE_DAYS = 60

const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const

export const sessionCookieOptions = { ...options, maxAge: IDLE_DAYS * 86_400 } as const

/** next-auth's cookies under our names; the short-lived ones end after 15 minutes. */
export const cookieNames = {
  sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions },
  csrfToken: { name: `${prefix}rolebook.csrf`, options },
  callbackUrl: { name: `${prefix}rolebook.to`, options },
  pkceCodeVerifier: { name: `${prefix}rolebook.pkce`, options: { ...options, maxAge: 900 } },
  state: { name: `${prefix}rolebook.state`, options: { ...options, maxAge: 900 } },
  nonce: { name: `${prefix}rolebook.nonce`, options: { ...options, maxAge: 900 } },
}
