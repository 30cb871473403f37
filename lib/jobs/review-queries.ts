import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { company, job, jobVersion, logo } from '@/drizzle/schema'
import { hasApproved } from '../companies/approved'
import { SHOWN_LOGO } from '../companies/queries'
import { prepareRead } from '../db'
import { isUuid } from '../is-uuid'
import { SHOWN } from './queries'
import type { Version } from './stored'

/** What waits for a reviewer: sent, or seen by readers and not yet read. */
export const WAITS = sql`(${job.state} = 'submitted' or ${job.reviewVersion} is not null
  or (${job.lastReadVersion} is not null and ${SHOWN}))`

const readQueue = prepareRead((db) =>
  db
    .select({
      id: job.id,
      title: job.title,
      company: company.name,
      verified: company.verifiedDomain,
      risks: job.risks,
      submittedAt: job.submittedAt,
      /** Whether it is about changes to a posting that readers see. */
      changes: sql<boolean>`${job.reviewVersion} is not null`,
      /** Whether readers see changes that nobody has read. */
      unread: sql<boolean>`${job.lastReadVersion} is not null`,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(WAITS)
    .orderBy(sql`cardinality(${job.risks}) desc`, job.submittedAt)
    .limit(100)
    .prepare('review_queue'),
)

/** Postings, and changes to them, that wait for a reviewer: the riskiest first, then the oldest. */
export const listQueue = () => readQueue({})

const readForReview = prepareRead((db) => {
  const read = alias(jobVersion, 'read')
  return db
    .select({
      job,
      company,
      logo: SHOWN_LOGO,
      content: jobVersion.content,
      reading: jobVersion.reading,
      edition: jobVersion.edition,
      public: hasApproved(sql`${company.id}`),
      /** What a reviewer has read, where changes to it are asked about or shown already. */
      before: sql<Version | null>`case when ${job.reviewVersion} is not null or ${job.lastReadVersion} is not null
        then jsonb_build_object('content', ${read.content}, 'reading', ${read.reading}) end`,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(
      jobVersion,
      sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = coalesce(${job.reviewVersion}, ${job.shownVersion}, ${job.version})`,
    )
    .leftJoin(logo, eq(logo.companyId, company.id))
    .leftJoin(
      read,
      sql`${read.jobId} = ${job.id} and ${read.number} = coalesce(${job.lastReadVersion}, ${job.shownVersion})`,
    )
    .where(sql`${job.id} = ${sql.placeholder('id')}::uuid and ${job.state} <> 'draft'`)
    .prepare('job_for_review')
})

/** A posting as a reviewer reads it; drafts, and changes that are not sent, are nobody's business. */
export const getJobForReview = async (id: string) => (isUuid(id) ? (await readForReview({ id }))[0] : undefined)
