import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { company, job, jobVersion, logo } from '@/drizzle/schema'
import { hasApproved } from '../companies/approved'
import { SHOWN_LOGO } from '../companies/queries'
import { prepareRead } from '../db'
import type { Values } from '../forms'
import { isUuid } from '../is-uuid'
import { dayIn } from '../places/day'
import { NEAR_DAYS } from './lifecycle'
import type { Version } from './stored'
import { zoneOfJob } from './zone'

const readOwn = prepareRead((db) =>
  db
    .select({
      job,
      content: jobVersion.content,
      reading: jobVersion.reading,
      edition: jobVersion.edition,
      savedAt: jobVersion.savedAt,
      /** What readers see, or saw last. */
      shown: sql<Version | null>`(select jsonb_build_object('content', v.content, 'reading', v.reading)
        from job_version v where v.job_id = ${job.id} and v.number = ${job.shownVersion})`,
      /** Whether its end is so near that it may be renewed, and whether it has passed. */
      near: sql<boolean>`coalesce(${job.validThrough} <= store_now() + make_interval(days => ${NEAR_DAYS}), false)`,
      over: sql<boolean>`coalesce(${job.validThrough} <= store_now(), false)`,
    })
    .from(job)
    .innerJoin(jobVersion, sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = ${job.version}`)
    .where(sql`${job.id} = ${sql.placeholder('id')}::uuid and ${job.companyId} = ${sql.placeholder('companyId')}`)
    .prepare('own_job'),
)

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
      version: job.version,
      shownVersion: job.shownVersion,
      reviewVersion: job.reviewVersion,
      lastReadVersion: job.lastReadVersion,
      validThrough: job.validThrough,
      timeZone: job.timeZone,
      changedAt: job.changedAt,
      views: last30Days('job-view'),
      applies: last30Days('job-apply'),
      /** Of all that are in this state, listed or not. */
      ofState: sql<number>`(count(*) over (partition by ${job.state}))::int`,
    })
    .from(job)
    .where(sql`${job.companyId} = ${sql.placeholder('companyId')}`)
    .orderBy(sql`${job.state} = 'archived'`, desc(job.changedAt))
    .limit(200)
    .prepare('own_jobs'),
)

/** A company's postings, the last changed first; those put away come last. */
export const listOwnJobs = (companyId: string) => readOwnJobs({ companyId })

export type OwnJob = Awaited<ReturnType<typeof readOwnJobs>>[number]

const readToday = prepareRead((db) =>
  db
    .select({ now: sql<Date>`store_now()`.mapWith(job.createdAt), zone: company.timeZone })
    .from(company)
    .where(eq(company.id, sql.placeholder('companyId')))
    .prepare('now_of_company'),
)

/** The store's day where a company's job is, `2026-11-24`. @param values the posting as typed */
export async function todayOf(companyId: string, values: unknown): Promise<string> {
  const [row] = await readToday({ companyId })
  return row ? dayIn(row.now, zoneOfJob(values as Values, row.zone)) : ''
}
const readPreviewed = prepareRead((db) =>
  db
    .select({
      content: jobVersion.content,
      reading: jobVersion.reading,
      version: job.version,
      shownVersion: job.shownVersion,
      posted: job.datePosted,
      company,
      public: hasApproved(sql`${company.id}`),
      logo: SHOWN_LOGO,
      now: sql<Date>`store_now()`.mapWith(job.createdAt),
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(jobVersion, sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = ${job.version}`)
    .leftJoin(logo, eq(logo.companyId, company.id))
    .where(sql`${job.id} = ${sql.placeholder('id')}::uuid and ${job.state} not in ('removed', 'refused', 'archived')`)
    .prepare('previewed_job'),
)

/** A posting as its preview link shows it: what is being written now. */
export async function getPreviewedJob(id: string) {
  const [row] = isUuid(id) ? await readPreviewed({ id }) : []
  if (!row) return undefined
  const timeZone = zoneOfJob(row.content as Values, row.company.timeZone)
  return { ...row, timeZone, today: dayIn(row.now, timeZone) }
}
