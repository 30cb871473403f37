import 'server-only'
import type { Provider } from 'next-auth/providers'
import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import LinkedIn from 'next-auth/providers/linkedin'
import { env } from '../env'

/** Sites that a person may sign in with, where the operator has given keys: id, name and the host it leads to. */
export const PARTNERS = [
  { id: 'google', name: 'Google', host: 'https://accounts.google.com', ready: !!env.AUTH_GOOGLE_ID },
  { id: 'github', name: 'GitHub', host: 'https://github.com', ready: !!env.AUTH_GITHUB_ID },
  { id: 'linkedin', name: 'LinkedIn', host: 'https://www.linkedin.com', ready: !!env.AUTH_LINKEDIN_ID },
].filter(({ ready }) => ready)

const makers: Record<string, () => Provider> = {
  google: () => Google({ clientId: env.AUTH_GOOGLE_ID, clientSecret: env.AUTH_GOOGLE_SECRET }),
  github: () => GitHub({ clientId: env.AUTH_GITHUB_ID, clientSecret: env.AUTH_GITHUB_SECRET }),
  linkedin: () => LinkedIn({ clientId: env.AUTH_LINKEDIN_ID, clientSecret: env.AUTH_LINKEDIN_SECRET }),
}

export const partnerProviders = (): Provider[] => PARTNERS.flatMap(({ id }) => makers[id]?.() ?? [])

/**
 * Whether the other site vouches for the address: an unproved one would let anybody in as somebody else.
 * @param accessToken of the sign-in under way; GitHub tells only when asked
 */
export async function isProvedElsewhere(
  provider: string,
  email: string,
  profile: Record<string, unknown> | undefined,
  accessToken: string | undefined,
): Promise<boolean> {
  if (provider !== 'github') return profile?.email_verified === true
  const answer = await fetch('https://api.github.com/user/emails', {
    headers: { Authorization: `Bearer ${accessToken}`, 'User-Agent': 'rolebook' },
    signal: AbortSignal.timeout(5000),
  })
  const list = answer.ok ? ((await answer.json()) as { email: string; verified: boolean }[]) : []
  return list.some((entry) => entry.email.toLowerCase() === email && entry.verified)
}
