import 'server-only'
import { sql } from 'drizzle-orm'
import { company, companySlug, job } from '@/drizzle/schema'
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
        .where(sql`${company.slug} = ${sql.placeholder('company')}`),
    )
    .unionAll(
      db
        .select({ slug: companySlug.slug })
        .from(companySlug)
        .where(sql`${companySlug.slug} = ${sql.placeholder('company')}`),
    )
    .prepare('known_slug'),
)

const MOST = 50_000
const seen = new Set<string>()

/**
 * Whether an address can lead to a job or company: a made-up one then costs neither a render nor a place in the cache.
 * Once known, an address stays so; its page decides what there is to show. With the store away the page decides too.
 */
export async function isKnown(path: string): Promise<boolean> {
  const [, kind, slug = ''] = path.split('/')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 100) return false
  const key = `${kind}/${slug}`
  if (seen.has(key)) return true
  const known = await readKnown({ job: kind === 'jobs' ? slug : '', company: kind === 'companies' ? slug : '' }).catch(
    () => null,
  )
  if (known?.length === 0) return false
  if (seen.size >= MOST) seen.clear()
  if (known) seen.add(key)
  return true
}
