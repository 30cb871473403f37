import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { company, job, jobEvent, jobMessage, jobReplaced, jobVersion, role, user } from '@/drizzle/schema'
import { prepareRead } from '../db'

/** Open for applications now: by state and by date, so that a late sweep shows nobody an ended job. */
const OPEN = sql`${job.state} = 'live' and ${job.validThrough} > store_now()`

const card = {
  id: job.id,
  slug: job.slug,
  title: job.title,
  payText: job.payText,
  placeText: job.placeText,
  datePosted: sql<Date>`${job.datePosted}`.mapWith(job.datePosted),
  /** The same to the microsecond, for the next page. */
  at: sql<string>`to_char(${job.datePosted} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  company: company.name,
  companySlug: company.slug,
  demo: job.demo,
  roleSlug: role.slug,
  roleName: role.singular,
}

const cards = (db: Parameters<Parameters<typeof prepareRead>[0]>[0]) =>
  db.select(card).from(job).innerJoin(company, eq(company.id, job.companyId)).innerJoin(role, eq(role.id, job.roleId))

const newest = [desc(job.datePosted), desc(job.id)]

const readOfRoles = prepareRead((db) =>
  cards(db)
    .where(sql`${OPEN} and ${job.roleId} = any(${sql.placeholder('ids')}::int[])`)
    .orderBy(...newest)
    .limit(5)
    .prepare('open_jobs_of_roles'),
)

/** The newest open jobs of a role; of an occupation also those of its titles where `ids` names them. */
export const listJobsOfRole = (ids: readonly number[]) => readOfRoles({ ids: `{${ids.join(',')}}` })

const readOfCompany = prepareRead((db) =>
  cards(db)
    .where(sql`${OPEN} and ${job.companyId} = ${sql.placeholder('companyId')}`)
    .orderBy(...newest)
    .limit(100)
    .prepare('open_jobs_of_company'),
)

/** A company's open jobs, newest first. */
export const listJobsOfCompany = (companyId: string) => readOfCompany({ companyId })

export const PAGE_SIZE = 30

const readList = prepareRead((db) =>
  cards(db)
    .where(
      sql`${OPEN} and (${sql.placeholder('role')}::text = '' or ${role.slug} = ${sql.placeholder('role')})
        and (${sql.placeholder('region')}::text = '' or exists (select from job_place p where p.job_id = ${job.id}
          and p.country = 'US' and (p.region = ${sql.placeholder('region')} or p.region is null)))
        and (${job.datePosted}, ${job.id}) < (coalesce(nullif(${sql.placeholder('at')}, '')::timestamptz, 'infinity'), ${sql.placeholder('id')}::uuid)`,
    )
    .orderBy(...newest)
    .limit(PAGE_SIZE + 1)
    .prepare('open_jobs'),
)

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Open jobs, newest first, one page.
 * @param filter `region` is a state's postal code; work from anywhere in the country counts too
 * @param after where the page before ended
 */
export const listJobs = (filter: { role?: string; region?: string }, after?: { at: string; id: string }) =>
  readList({ role: filter.role ?? '', region: filter.region ?? '', at: after?.at ?? '', id: after?.id ?? LAST_ID })

export type JobCard = Awaited<ReturnType<typeof readList>>[number]

const readAddresses = prepareRead((db) =>
  db
    .select({ slug: job.slug, changed: job.changedAt })
    .from(job)
    .where(sql`${OPEN} and not ${job.demo}`)
    .orderBy(...newest)
    .limit(50_000)
    .prepare('open_job_addresses'),
)

/** Addresses of open jobs with their last change, for the sitemap. */
export const listJobAddresses = () => readAddresses({})

/** Days that an ended job's page stays, for those who come back to it. */
const KEPT_DAYS = 30

/** What has a page for readers: open, paused, or ended not long ago. */
export const SHOWN = sql`(${job.state} in ('live', 'paused') or (${job.state} in ('filled', 'expired')
  and coalesce(${job.endedAt}, ${job.validThrough}) > store_now() - make_interval(days => ${KEPT_DAYS})))`

const readShown = prepareRead((db) =>
  db
    .select({
      job,
      company,
      role: { id: role.id, slug: role.slug, singular: role.singular, code: role.code, name: role.name },
      content: jobVersion.content,
      open: sql<boolean>`${OPEN}`,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(role, eq(role.id, job.roleId))
    .innerJoin(jobVersion, sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = ${job.shownVersion}`)
    .where(sql`${job.slug} = ${sql.placeholder('slug')} and ${SHOWN}`)
    .prepare('shown_job'),
)

/** A posting as readers may see it: open, paused, or ended no more than 30 days ago; else undefined. */
export const getShownJob = async (slug: string) => (await readShown({ slug }))[0]

const readOwn = prepareRead((db) =>
  db
    .select({ job, values: jobVersion.content, edition: jobVersion.edition, savedAt: jobVersion.savedAt })
    .from(job)
    .innerJoin(jobVersion, sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = ${job.version}`)
    .where(sql`${job.id} = ${sql.placeholder('id')}::uuid and ${job.companyId} = ${sql.placeholder('companyId')}`)
    .prepare('own_job'),
)

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A company's own posting with what is being written; undefined for another company's. */
export const getOwnJob = async (companyId: string, id: string) =>
  isUuid(id) ? (await readOwn({ id, companyId }))[0] : undefined

/** How often a job was seen or applied for in the last 30 days. */
const last30Days = (kind: 'job-view' | 'job-apply') => sql<number>`(
  select coalesce(sum(c.n), 0)::int from count_daily c where c.subject = job.id::text and c.kind = ${kind}
    and c.day > (store_now() at time zone 'UTC')::date - 30)`

const readOwnJobs = prepareRead((db) =>
  db
    .select({
      id: job.id,
      slug: job.slug,
      title: job.title,
      state: job.state,
      validThrough: job.validThrough,
      changedAt: job.changedAt,
      views: last30Days('job-view'),
      applies: last30Days('job-apply'),
      /** Of all that are in this state, listed or not. */
      ofState: sql<number>`(count(*) over (partition by ${job.state}))::int`,
    })
    .from(job)
    .where(sql`${job.companyId} = ${sql.placeholder('companyId')} and ${job.state} <> 'archived'`)
    .orderBy(desc(job.changedAt))
    .limit(200)
    .prepare('own_jobs'),
)

/** A company's postings that are not put away, the last changed first. */
export const listOwnJobs = (companyId: string) => readOwnJobs({ companyId })

export type OwnJob = Awaited<ReturnType<typeof readOwnJobs>>[number]

const readEvents = prepareRead((db) =>
  db
    .select({
      id: jobEvent.id,
      at: jobEvent.at,
      action: jobEvent.action,
      to: jobEvent.to,
      reason: jobEvent.reason,
      note: jobEvent.note,
      email: user.email,
    })
    .from(jobEvent)
    .leftJoin(user, eq(user.id, jobEvent.userId))
    .where(eq(jobEvent.jobId, sql.placeholder('id')))
    .orderBy(desc(jobEvent.id))
    .limit(100)
    .prepare('job_events'),
)

/** What has happened to a posting, newest first. */
export const listEvents = (id: string) => readEvents({ id })

const readMessages = prepareRead((db) =>
  db
    .select({ id: jobMessage.id, at: jobMessage.at, side: jobMessage.side, text: jobMessage.text })
    .from(jobMessage)
    .where(eq(jobMessage.jobId, sql.placeholder('id')))
    .orderBy(jobMessage.id)
    .limit(200)
    .prepare('job_messages'),
)

/** What reviewer and employer have said, oldest first. */
export const listMessages = (id: string) => readMessages({ id })

const readReplaced = prepareRead((db) =>
  db
    .select({ id: jobReplaced.id, at: jobReplaced.savedAt, content: jobReplaced.content, email: user.email })
    .from(jobReplaced)
    .leftJoin(user, eq(user.id, jobReplaced.savedBy))
    .where(eq(jobReplaced.jobId, sql.placeholder('id')))
    .orderBy(desc(jobReplaced.id))
    .limit(20)
    .prepare('replaced_versions'),
)

/** What a later save has knowingly replaced, newest first. */
export const listReplaced = (id: string) => readReplaced({ id })

const readQueue = prepareRead((db) =>
  db
    .select({
      id: job.id,
      title: job.title,
      company: company.name,
      verified: company.verifiedDomain,
      risks: job.risks,
      submittedAt: job.submittedAt,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(sql`${job.state} = 'submitted'`)
    .orderBy(sql`cardinality(${job.risks}) desc`, job.submittedAt)
    .limit(100)
    .prepare('review_queue'),
)

/** Postings that wait for a reviewer: the riskiest first, then the oldest. */
export const listQueue = () => readQueue({})

const readForReview = prepareRead((db) =>
  db
    .select({ job, company, values: jobVersion.content })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(jobVersion, sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = ${job.version}`)
    .where(sql`${job.id} = ${sql.placeholder('id')}::uuid and ${job.state} <> 'draft'`)
    .prepare('job_for_review'),
)

/** A posting as a reviewer reads it; drafts are nobody's business. */
export const getJobForReview = async (id: string) => (isUuid(id) ? (await readForReview({ id }))[0] : undefined)

const readToday = prepareRead((db) =>
  db
    .select({ today: sql<string>`to_char(store_now() at time zone ${company.timeZone}, 'YYYY-MM-DD')` })
    .from(company)
    .where(eq(company.id, sql.placeholder('companyId')))
    .prepare('today_of_company'),
)

/** The store's day where a company is, `2026-11-24`. */
export const todayOf = async (companyId: string) => (await readToday({ companyId }))[0]?.today ?? ''
