import 'server-only'
import { sql } from 'drizzle-orm'
import { domainOfSite } from './domain'
import type { Tx } from './mutations'

/** Said of a site whose domain another company has proved to be its own. */
export class DomainTaken extends Error {
  constructor(readonly domain: string) {
    super(`${domain} is another company's.`)
  }
}

/**
 * The domain of a site that another company has verified, and this one has not.
 * @param own the company whose site it would be; null for one that is being made
 * @returns null where nobody else speaks for it
 */
export async function takenDomain(
  tx: Tx,
  own: { id: string; verifiedDomain: string | null } | null,
  site: string | null,
): Promise<string | null> {
  const domain = domainOfSite(site)
  if (domain === null || domain === own?.verifiedDomain) return null
  const [taken] = await tx.execute(sql`
    select from company where verified_domain = ${domain} and id is distinct from ${own?.id ?? null}::uuid limit 1`)
  return taken ? domain : null
}
