'use server'

import { LinkRefused, signIn, signOut } from '@/lib/auth'
import { type FormState, failed, readValues, STORE_AWAY } from '@/lib/forms'
import { normaliseEmail } from '@/lib/users/email'
import { goTo } from '@/lib/users/go'
import { PARTNERS } from '@/lib/users/providers'
import { safePath } from '@/lib/users/return-to'

/** Sends a sign-in link. The answer is the same whether or not anybody has an account with this address. */
export async function askForLink(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['email'])
  const email = normaliseEmail(String(values.email))
  if (!email) return failed(values, { email: 'Give one plain e-mail address, such as ana@example.com.' })
  const to = safePath(data.get('to'))
  try {
    const answer = await signIn('email', { email, redirect: false, redirectTo: to })
    if (new URL(String(answer), 'http://site.invalid').searchParams.has('error')) return failed(values, {}, STORE_AWAY)
  } catch (error) {
    return failed(values, {}, error instanceof LinkRefused ? error.why : STORE_AWAY)
  }
  return goTo('/sign-in/sent')
}

/** Leads to another site to sign in there. */
export async function goToPartner(data: FormData): Promise<void> {
  const partner = PARTNERS.find(({ id }) => id === data.get('partner'))
  if (partner) await signIn(partner.id, { redirectTo: safePath(data.get('to')) })
  goTo('/sign-in')
}

/** Ends the session of this browser. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false })
  // Not to a reader's page: those are documents, which the framework cannot lead to by itself.
  goTo('/sign-in')
}
