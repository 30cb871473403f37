'use server'

import { getNewestChange } from '@/lib/companies/change-queries'
import { withdrawChange } from '@/lib/companies/decide'
import { checkRecord, type DnsAnswer, recordName } from '@/lib/companies/dns'
import { domainOfSite } from '@/lib/companies/domain'
import { memberFor, requireMember } from '@/lib/companies/members'
import { verifyByDns } from '@/lib/companies/mutations'
import type { ShownProfile } from '@/lib/companies/profile'
import { type FormState, failed, STORE_AWAY } from '@/lib/forms'
import { takeTurn } from '@/lib/limits/turns'
import { goTo } from '@/lib/users/go'

const SAID: Record<Exclude<DnsAnswer, 'found'>, (name: string) => string> = {
  other: (name) => `${name} has a TXT record, but with another value. Put in the one below.`,
  none: (name) => `${name} has no TXT record yet. A new one can take an hour to be seen.`,
  silent: (name) => `The name servers did not answer for ${name}. Try again in some minutes.`,
}

/** Asks the DNS whether a company speaks for the domain of its site. */
export async function checkDomain(_state: FormState, data: FormData): Promise<FormState> {
  const asked = await memberFor(data, {}, 'owner')
  if (asked.answer) return asked.answer
  const { viewer, company } = asked
  const newest = await getNewestChange(company.id).catch(() => undefined)
  const site = newest?.outcome === null ? (newest.profile as ShownProfile).site : company.site
  const domain = domainOfSite(site)
  if (!site || !domain) return failed({}, {}, 'Give the company’s web site first, and save it.')
  try {
    const wait = await takeTurn({ key: `dns:${company.id}`, most: 10, seconds: 600 })
    if (wait > 0) return failed({}, {}, `Too many checks for now. Try again in ${Math.ceil(wait / 60)} minutes.`)
    const answer = await checkRecord(domain, company.dnsToken)
    if (answer !== 'found') return failed({}, {}, SAID[answer](recordName(domain)))
    if (!(await verifyByDns(viewer.id, company.id, site, domain)))
      return failed({}, {}, 'The web site has changed meanwhile. Look at it, then check again.')
  } catch {
    return failed({}, {}, STORE_AWAY)
  }
  return goTo(`/employer/${company.slug}/profile`)
}

/** Takes back changes that wait for a reviewer. */
export async function withdrawProfile(data: FormData): Promise<void> {
  const { viewer, company } = await requireMember(String(data.get('company')), 'owner')
  await withdrawChange(company.id, viewer.id)
  goTo(`/employer/${company.slug}/profile`)
}
