import 'server-only'
import { headers } from 'next/headers'
import { getViewer } from './viewer'

/**
 * Whether this page is the answer to a form that was sent by nobody known: the session has ended, or the store is away.
 * Such a page shows the form as it was sent, and nothing of anybody's.
 */
export async function answersStranger(): Promise<boolean> {
  if ((await headers()).get('x-method') !== 'POST') return false
  const viewer = await getViewer().catch(() => null)
  return viewer === null
}
