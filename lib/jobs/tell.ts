import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { company, job, role } from '@/drizzle/schema'
import { changeQuery } from '../cache/record-change'
import type { Tx } from '../companies/mutations'

/**
 * Marks every page that shows a posting, or has shown it until now.
 * @param roles ids of its role, and of the one it had before
 * @param expire whether nobody may see a kept page even once more
 */
export async function tell(tx: Tx, id: string, roles: readonly (number | null)[], expire: boolean): Promise<void> {
  const ids = roles.filter((role) => role !== null)
  if (ids.length === 0) return
  const [at] = await tx
    .select({ slug: job.slug, company: company.slug, companyId: company.id })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(eq(job.id, id))
  const named = await tx.select({ slug: role.slug }).from(role).where(inArray(role.id, ids))
  if (!at) return
  const tags = [`job:${at.slug}`, `company:${at.companyId}`, ...named.map(({ slug }) => `jobs:${slug}`)]
  const paths = [`/jobs/${at.slug}`, `/companies/${at.company}`, ...named.map(({ slug }) => `/roles/${slug}`)]
  await tx.execute(changeQuery({ tags, paths, expire }))
}
