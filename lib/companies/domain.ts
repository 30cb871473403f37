import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import providers from 'email-providers/all.json' with { type: 'json' }
import { getDomain } from 'tldts'
import { emailDomain } from '../users/email'

const free: ReadonlySet<string> = new Set(providers)
const disposable: ReadonlySet<string> = disposableEmailBlocklistSet()

export type MailKind = 'own' | 'free' | 'disposable'

/** A domain and those above it: lists name some hosts below a shared domain, and mail may come from below a listed one. */
const upwards = (domain: string): string[] => {
  const labels = domain.split('.')
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'))
}

/**
 * What an address says of its owner's employer: nothing where anybody can have one (`free`), less where it is made to
 * be thrown away (`disposable`). Both by lists that are installed with the site; nothing is asked of anybody.
 */
export function mailKind(email: string): MailKind {
  const domain = emailDomain(email)
  if (upwards(domain).some((name) => disposable.has(name))) return 'disposable'
  return free.has(domain) || free.has(getDomain(domain) ?? '') ? 'free' : 'own'
}

/** The registrable domain of a web address by the public suffix list; null for none, an IP address or a bare suffix. */
export const domainOfSite = (site: string | null): string | null =>
  site && URL.canParse(site) ? getDomain(new URL(site).hostname, { allowPrivateDomains: true }) : null

/**
 * The domain that somebody speaks for by having got our link at its address: that of the company's own site.
 * @param email an address proved by signing in
 * @param site the company's web address
 * @returns the registrable domain, or null when they differ or the address is free or throw-away mail
 */
export function domainByEmail(email: string, site: string | null): string | null {
  const domain = domainOfSite(site)
  if (domain === null || mailKind(email) !== 'own') return null
  return domain === getDomain(emailDomain(email), { allowPrivateDomains: true }) ? domain : null
}
