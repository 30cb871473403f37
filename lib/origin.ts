import 'server-only'
import { env } from './env'

/**
 * Whether a write comes from one of our own pages: its Origin is the site's, or that of the host it was sent to.
 * A missing or `null` origin is not ours.
 */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const host = new URL(origin).host
  return host === new URL(env.SITE_URL).host || host === request.headers.get('host')
}
