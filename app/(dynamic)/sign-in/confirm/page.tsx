import type { Metadata } from 'next'
import { normaliseEmail } from '@/lib/users/email'
import { goTo } from '@/lib/users/go'
import { safePath } from '@/lib/users/return-to'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'same-origin' }

/** Where the link in the mail leads. Opening it changes nothing: mail scanners open links too. */
export default async function ConfirmPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const { email, token, callbackUrl } = await searchParams
  const address = typeof email === 'string' ? normaliseEmail(email) : null
  if (!address || typeof token !== 'string' || !/^[\w-]{16,128}$/.test(token))
    return goTo('/sign-in?error=Verification')
  const query = new URLSearchParams({ email: address, token, callbackUrl: safePath(callbackUrl) })
  return (
    <div className="wrap narrow">
      <h1>Sign in</h1>
      <p className="lede">
        As <strong>{address}</strong>.
      </p>
      <form method="post" action={`/api/auth/callback/email?${query}`}>
        <button className="btn" type="submit">
          Sign in
        </button>
      </form>
    </div>
  )
}
