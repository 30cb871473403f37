import providers from 'email-providers/all.json' with { type: 'json' }
import { getDomain } from 'tldts'
import { emailDomain } from '../users/email'

const free: ReadonlySet<string> = new Set(providers)

/** Whether anybody can have an address there, so that it says nothing of an employer. */
export const isFreeMail = (email: string): boolean => {
  const domain = emailDomain(email)
  return free.has(domain) || free.has(getDomain(domain) ?? '')
}

/**
 * The domain that somebody speaks for by having got our link at its address: that of the company's own site.
 * @param email an address proved by signing in
 * @param site the company's web address
 * @returns the registrable domain (public suffix list), or null when they differ or the address is free mail
 */
export function domainByEmail(email: string, site: string | null): string | null {
  if (!site || !URL.canParse(site) || isFreeMail(email)) return null
  const domain = getDomain(new URL(site).hostname, { allowPrivateDomains: true })
  return domain !== null && domain === getDomain(emailDomain(email), { allowPrivateDomains: true }) ? domain : null
}
