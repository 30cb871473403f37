import 'server-only'
import { Resolver } from 'node:dns/promises'
import { env } from '../env'

/** Milliseconds after which a check is given up, whatever the servers do. */
const DEADLINE = 5000

export type DnsAnswer = 'found' | 'other' | 'none' | 'silent'

/** Where a domain's record is looked for. */
export const recordName = (domain: string): string => `_rolebook.${domain}`

/** What the record must hold. */
export const recordValue = (token: string): string => `rolebook-verification=${token}`

/**
 * Asks the DNS, and nobody else, for a company's record: nothing is ever fetched from the domain itself.
 * @returns `other` when there are records but not this one, `none` when there are none, `silent` when nobody answers
 */
export async function checkRecord(domain: string, token: string): Promise<DnsAnswer> {
  const resolver = new Resolver({ timeout: 1500, tries: 2 })
  if (env.DNS_SERVER) resolver.setServers([env.DNS_SERVER])
  const late = setTimeout(() => resolver.cancel(), DEADLINE)
  try {
    const records = await resolver.resolveTxt(recordName(domain))
    // A record longer than 255 bytes comes as several strings.
    const values = records.map((strings) => strings.join('').trim())
    return values.includes(recordValue(token)) ? 'found' : 'other'
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'none' : 'silent'
  } finally {
    clearTimeout(late)
  }
}
