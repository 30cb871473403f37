import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { editor, reviewer, session, user } from '@/drizzle/schema'
import { getDb, prepareRead } from '../db'
import { hashToken } from '../secret'
import { logSecurity } from '../security-log'
import { goTo } from './go'
import { safePath } from './return-to'
import { ABSOLUTE_DAYS, IDLE_DAYS, SESSION_COOKIE } from './session-cookie'

const readViewer = prepareRead((db) =>
  db
    .select({
      id: user.id,
      email: user.email,
      name: user.name,
      token: session.sessionToken,
      isReviewer: sql<boolean>`${reviewer.email} is not null`,
      isEditor: sql<boolean>`${editor.email} is not null`,
      old: sql<boolean>`${session.expires} < store_now() + make_interval(days => ${IDLE_DAYS - 1})`,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(reviewer, eq(reviewer.email, user.email))
    .leftJoin(editor, eq(editor.email, user.email))
    .where(
      sql`${session.sessionToken} = ${sql.placeholder('token')} and ${session.expires} > store_now()
        and ${session.createdAt} > store_now() - make_interval(days => ${ABSOLUTE_DAYS})`,
    )
    .prepare('viewer'),
)

export type Viewer = Omit<Awaited<ReturnType<typeof readViewer>>[number], 'old'>

/**
 * Who is asking, or null. Read from the store on every request, so that what was taken away is gone at once; a session
 * in use lives on.
 * @throws when the store does not answer: not the same as being nobody
 */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value
  if (!token || token.length > 200) return null
  const [found] = await readViewer({ token: hashToken(token) })
  if (!found) return null
  const { old, ...viewer } = found
  if (old) {
    await getDb()
      .update(session)
      .set({ expires: sql`store_now() + make_interval(days => ${IDLE_DAYS})` as never })
      .where(eq(session.sessionToken, viewer.token))
  }
  return viewer
})

/**
 * Who is asking; anybody else is sent to sign in and comes back to the page that was asked for.
 * @param path where to come back to when that is not known
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  const asked = (await headers()).get('x-path') ?? path
  return goTo(`/sign-in?to=${encodeURIComponent(safePath(asked, path))}`)
}

/** Somebody the operator has named as a reviewer; to all others the page does not exist. */
export async function requireReviewer(): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer?.isReviewer) return viewer
  await logSecurity('denied', { user: viewer?.id, what: 'review' })
  return notFound()
}

/** Somebody the operator has named as an editor; to all others the page does not exist. */
export async function requireEditor(): Promise<Viewer> {
  const viewer = await getViewer()
  if (!viewer?.isEditor) notFound()
  return viewer
}
