import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, companySlug, job } from '@/drizzle/schema'
import { hasApproved } from '../companies/approved'
import { prepareRead } from '../db'

const readKnown = prepareRead((db) =>
  db
    .select({ slug: job.slug })
    .from(job)
    .where(sql`${job.slug} = ${sql.placeholder('job')} and ${job.shownVersion} is not null`)
    .unionAll(
      db
        .select({ slug: company.slug })
        .from(company)
        .where(sql`${company.slug} = ${sql.placeholder('company')} and ${hasApproved(sql`${company.id}`)}`),
    )
    .unionAll(
      db
        .select({ slug: company.slug })
        .from(companySlug)
        .innerJoin(company, eq(company.id, companySlug.companyId))
        .where(sql`${companySlug.slug} = ${sql.placeholder('company')} and ${hasApproved(sql`${company.id}`)}`),
    )
    .prepare('known_slug'),
)

const MOST = 50_000
const kept = globalThis as { rolebookKnown?: Map<string, string> }

/** Forgets where companies' addresses lead: one of them may have another name by now. */
export function forgetCompanies(): void {
  for (const path of kept.rolebookKnown?.keys() ?? [])
    if (path.startsWith('/companies/')) kept.rolebookKnown?.delete(path)
}

/**
 * Where the address of a job or company leads: to itself, or from a former name of a company to the one of now. A
 * made-up one costs neither a render nor a place in the cache. Once known, an address stays so; its page decides what
 * there is to show. With the store away the page decides too.
 * @returns the path to be at, or null for an unknown one
 */
export async function resolveKnown(path: string): Promise<string | null> {
  const [, kind, slug = ''] = path.split('/')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 100) return null
  const own = `/${kind}/${slug}`
  kept.rolebookKnown ??= new Map()
  const seen = kept.rolebookKnown.get(own)
  if (seen) return seen
  const known = await readKnown({ job: kind === 'jobs' ? slug : '', company: kind === 'companies' ? slug : '' }).catch(
    () => undefined,
  )
  if (!known) return own
  const [found] = known
  if (!found) return null
  if (kept.rolebookKnown.size >= MOST) kept.rolebookKnown.clear()
  kept.rolebookKnown.set(own, `/${kind}/${found.slug}`)
  return `/${kind}/${found.slug}`
}
