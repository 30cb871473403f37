import 'server-only'
import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { eq, sql } from 'drizzle-orm'
import { headers } from 'next/headers'
import type { Adapter } from 'next-auth/adapters'
import { account, session, user, verificationToken } from '@/drizzle/schema'
import { getDb } from '../db'
import { hashToken } from '../secret'
import { IDLE_DAYS } from './session-cookie'

const tables = {
  usersTable: user,
  accountsTable: account,
  sessionsTable: session,
  verificationTokensTable: verificationToken,
}

export const LINK_MINUTES = 10

const idle = sql`store_now() + make_interval(days => ${IDLE_DAYS})`

/**
 * The library's adapter, with what it lacks: session tokens are stored hashed, and the store's clock decides what has
 * expired.
 */
export function makeAdapter(): Adapter {
  const db = getDb()
  const base = DrizzleAdapter(db, tables as never)
  return {
    ...base,
    // A name comes from another site, and may be of any length.
    createUser: (made) => base.createUser?.({ ...made, name: made.name?.slice(0, 200) ?? null, image: null }) as never,
    async createSession({ sessionToken, userId }) {
      const agent = (await headers()).get('user-agent')?.slice(0, 200)
      const [row] = await db
        .insert(session)
        .values({ sessionToken: hashToken(sessionToken), userId, expires: idle as never, agent })
        .returning()
      if (!row) throw new Error('The session was not stored.')
      return { sessionToken, userId, expires: row.expires }
    },
    async getSessionAndUser(token) {
      const found = await base.getSessionAndUser?.(hashToken(token))
      return found ? { ...found, session: { ...found.session, sessionToken: token } } : null
    },
    async updateSession({ sessionToken }) {
      const [row] = await db
        .update(session)
        .set({ expires: idle as never })
        .where(eq(session.sessionToken, hashToken(sessionToken)))
        .returning()
      return row ? { ...row, sessionToken } : null
    },
    async deleteSession(token) {
      const [row] = await db
        .delete(session)
        .where(eq(session.sessionToken, hashToken(token)))
        .returning()
      return row ? { ...row, sessionToken: token } : null
    },
    async createVerificationToken({ identifier, token }) {
      const expires = sql`store_now() + make_interval(mins => ${LINK_MINUTES})`
      const [row] = await db
        .insert(verificationToken)
        .values({ identifier, token, expires: expires as never })
        .returning()
      return row
    },
    async useVerificationToken({ identifier, token }) {
      const [row] = await db
        .delete(verificationToken)
        .where(sql`${verificationToken.identifier} = ${identifier} and ${verificationToken.token} = ${token}`)
        .returning({ identifier: verificationToken.identifier, valid: sql<boolean>`expires > store_now()` })
      // The library compares with this process's clock: it is given the store's verdict instead.
      return row ? { identifier: row.identifier, token, expires: new Date(row.valid ? Date.now() + 60_000 : 0) } : null
    },
  }
}
