import 'server-only'
import { headers } from 'next/headers'
import { log } from './log'
import { networkOf } from './users/network'

export type SecurityEvent =
  | 'sign-in'
  | 'sign-in failed'
  | 'sign-in link asked for'
  | 'invited'
  | 'sign-out'
  | 'sessions ended'
  | 'limited'
  | 'denied'
  | 'reviewed'
  | 'team changed'

/**
 * Writes one line on who did what, when, from where and in which request. Never given a token, a link or what somebody
 * wrote.
 * @param about ids and names of our own
 */
export async function logSecurity(
  event: SecurityEvent,
  about: Record<string, string | number | undefined> = {},
): Promise<void> {
  const request = (await headers()).get('x-request-id') ?? undefined
  log.info({ event, ...about, from: await networkOf(), request })
}
