import 'server-only'
import NextAuth, { CredentialsSignin } from 'next-auth'
import { env, isSecure } from './env'
import { Refused } from './limits/refused'
import { log } from './log'
import { mailLink } from './mail/sign-in'
import { logSecurity } from './security-log'
import { makeAdapter } from './users/adapter'
import { normaliseEmail } from './users/email'
import { isProvedElsewhere, partnerProviders } from './users/providers'
import { safePath } from './users/return-to'
import { cookieNames, IDLE_DAYS } from './users/session-cookie'

// The library builds links from this address alone, whatever a request claims.
process.env.AUTH_URL = env.SITE_URL

const site = new URL(env.SITE_URL).origin

/** A link that was one too many. Of the library's errors this kind alone leads back to the form with a word of ours. */
export class LinkRefused extends CredentialsSignin {
  override code = 'limited'
  constructor(readonly why: string) {
    super()
  }
}

/** Mails a link, whichever address of ours asked for it. @throws LinkRefused */
async function sendLink({ identifier, token, url }: { identifier: string; token: string; url: string }): Promise<void> {
  try {
    await mailLink(identifier, token, url)
  } catch (error) {
    throw error instanceof Refused ? new LinkRefused(error.message) : error
  }
}

/** The library, configured. Nothing but this file, its route and the sign-in pages' actions uses it. */
export const { handlers, signIn, signOut } = NextAuth(() => ({
  adapter: makeAdapter(),
  secret: env.AUTH_SECRET,
  trustHost: true,
  useSecureCookies: isSecure,
  cookies: cookieNames,
  session: { strategy: 'database', maxAge: IDLE_DAYS * 86_400, updateAge: 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
  providers: [
    {
      id: 'email',
      name: 'E-mail',
      type: 'email',
      maxAge: 600,
      from: env.MAIL_FROM,
      options: {},
      normalizeIdentifier(identifier: string) {
        const email = normaliseEmail(identifier)
        if (!email) throw new Error('not one plain e-mail address')
        return email
      },
      sendVerificationRequest: sendLink,
    },
    ...partnerProviders(),
  ],
  callbacks: {
    redirect: ({ url }) => site + safePath(url.startsWith(site) ? url.slice(site.length) || '/' : url),
    async signIn({ account, user, profile }) {
      const email = normaliseEmail(user.email ?? '')
      if (!email || email !== user.email?.toLowerCase()) return false
      if (!account || account.provider === 'email') return true
      return isProvedElsewhere(account.provider, email, profile, account.access_token)
    },
  },
  events: {
    signIn: ({ user, account }) => logSecurity('sign-in', { user: user.id, by: account?.provider }),
    signOut: (message) =>
      logSecurity('sign-out', { user: ('session' in message && message.session?.userId) || undefined }),
  },
  logger: {
    error: (error) => void logSecurity('sign-in failed', { kind: (error as { type?: string }).type ?? error.name }),
    warn: (code) => log.warn({ event: 'sign-in warning', code }),
    debug: () => {},
  },
}))
