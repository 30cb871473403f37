'use server'

import { cookies } from 'next/headers'
import { logSecurity } from '@/lib/security-log'
import { goTo } from '@/lib/users/go'
import { SESSION_COOKIE } from '@/lib/users/session-cookie'
import { endSessions } from '@/lib/users/sessions'
import { requireViewer } from '@/lib/users/viewer'

/** Ends one session of the person who asks, or all of them. */
export async function endSession(data: FormData): Promise<void> {
  const viewer = await requireViewer('/employer/account')
  const token = data.get('session')
  await endSessions(viewer.id, typeof token === 'string' ? token : undefined)
  await logSecurity('sessions ended', { user: viewer.id, which: typeof token === 'string' ? 'one' : 'all' })
  if (typeof token === 'string' && token !== viewer.token) goTo('/employer/account')
  ;(await cookies()).delete(SESSION_COOKIE)
  goTo('/sign-in')
}
