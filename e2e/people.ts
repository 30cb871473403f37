import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import postgres from 'postgres'
import { hashToken } from '@/lib/secret'

export const SESSION = 'rolebook.session'
export const url = process.env.E2E_URL ?? 'http://localhost:3000'

/** The owner's connection to the journeys' store. */
export const openSql = () => postgres(process.env.E2E_OWNER_URL ?? '', { max: 2, idle_timeout: 2, onnotice() {} })
type Sql = ReturnType<typeof openSql>

/** A person with a session, made in the store. @returns the session's cookie value and the user's id */
export async function makePerson(sql: Sql, email: string): Promise<{ token: string; id: string }> {
  const token = randomBytes(24).toString('hex')
  const [user] = await sql`
    insert into "user" (email, email_verified) values (${email}, now())
    on conflict (email) do update set email = excluded.email returning id`
  await sql`
    insert into session (session_token, user_id, expires)
    values (${hashToken(token)}, ${user?.id}, store_now() + interval '14 days')`
  return { token, id: String(user?.id) }
}

/** Signs a browser in as a person. */
export const signInAs = (context: BrowserContext, token: string) =>
  context.addCookies([{ name: SESSION, value: token, url, httpOnly: true, sameSite: 'Lax' }])
