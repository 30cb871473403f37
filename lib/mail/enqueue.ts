import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { seal } from '../secret'
import type { Mail } from './message'

/** Something that runs a query: the pool, or a transaction, so that a mail is sent only if what it tells was stored. */
export type Runner = { execute(query: SQL): PromiseLike<unknown> }

/**
 * Puts a mail in the queue. It lies there sealed: links in it open accounts.
 * @param key of two mails with one key that still wait, the later stays
 */
export async function enqueueMail(on: Runner, mail: Mail, key?: string): Promise<void> {
  const payload = JSON.stringify({ sealed: seal(JSON.stringify(mail), 'mail') })
  await on.execute(sql`select enqueue('mail', ${payload}::json, null, ${key ?? null})`)
}
