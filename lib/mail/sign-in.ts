import 'server-only'
import { getDb } from '../db'
import { env } from '../env'
import { safePath } from '../users/return-to'
import { enqueueMail } from './enqueue'

/**
 * Sends the link that signs somebody in. It leads to a page with a button, on the configured address.
 * @param url the library's own, which carries where to go on to
 * @throws Refused when too many were asked for
 */
export async function mailLink(email: string, token: string, url: string): Promise<void> {
  const wanted = new URL(url).searchParams.get('callbackUrl') ?? ''
  const path = URL.canParse(wanted) ? new URL(wanted).pathname + new URL(wanted).search : wanted
  const query = new URLSearchParams({ email, token, callbackUrl: safePath(path) })
  const mail = {
    to: email,
    subject: 'Sign in to Rolebook',
    paragraphs: [
      'Press the button on the page that this link opens, and you are signed in. The link works once, for ten minutes.',
      'If you did not ask for it, do nothing: nobody can sign in without it.',
    ],
    link: { label: 'Sign in', href: new URL(`/sign-in/confirm?${query}`, env.SITE_URL).href },
  }
  await enqueueMail(getDb(), mail, { way: 'link' })
}
