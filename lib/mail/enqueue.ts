import 'server-only'
import { sql } from 'drizzle-orm'
import { allow, type Cause } from '../limits/allow'
import type { Runner } from '../limits/turns'
import { seal } from '../secret'
import { logSecurity, type SecurityEvent } from '../security-log'
import type { Mail } from './message'

/** What the log says of mails that somebody has asked for. */
const EVENTS: Partial<Record<Cause['way'], SecurityEvent>> = { link: 'sign-in link asked for', invite: 'invited' }

/**
 * Puts a mail in the queue: the one way that any mail goes. It lies there sealed: links in it open accounts.
 * @param on the transaction that stores what the mail tells, so that neither is without the other
 * @param cause who has it sent; counted and logged. `record` for what becomes of something by itself, or by a person of
 *   this site
 * @throws Refused when it is one too many
 */
export async function enqueueMail(on: Runner, mail: Mail, cause: Omit<Cause, 'to'> | 'record'): Promise<void> {
  if (cause !== 'record') {
    await allow(on, { ...cause, to: mail.to })
    const event = EVENTS[cause.way]
    if (event) await logSecurity(event, { user: cause.by, company: cause.company, to: mail.to, what: cause.what })
  }
  const payload = JSON.stringify({ sealed: seal(JSON.stringify(mail), 'mail') })
  await on.execute(sql`select enqueue('mail', ${payload}::json, null, null)`)
}
