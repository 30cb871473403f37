import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { session } from '@/drizzle/schema'
import { getDb, prepareRead } from '../db'

const readSessions = prepareRead((db) =>
  db
    .select({
      token: session.sessionToken,
      agent: session.agent,
      createdAt: session.createdAt,
      expires: session.expires,
    })
    .from(session)
    .where(sql`${session.userId} = ${sql.placeholder('userId')} and ${session.expires} > store_now()`)
    .orderBy(desc(session.createdAt))
    .prepare('sessions_of_user'),
)

/** Where somebody is signed in; tokens are the stored hashes, of no use as cookies. */
export const listSessions = (userId: string) => readSessions({ userId })

/** Ends one session of a person, or all. Another's session is left alone. */
export async function endSessions(userId: string, token?: string): Promise<void> {
  const own = eq(session.userId, userId)
  await getDb()
    .delete(session)
    .where(token === undefined ? own : and(own, eq(session.sessionToken, token)))
}
