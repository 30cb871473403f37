import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { company, job, jobEvent, jobMessage, jobReplaced, jobVersion, logo, role, user } from '@/drizzle/schema'
import { SHOWN_COMPANY, SHOWN_LOGO } from '../companies/queries'
import { prepareRead } from '../db'
import type { Values } from '../forms'
import type { AskedPlace } from '../places/asked'
import { dayIn } from '../places/day'
import { KEPT_DAYS, NEAR_DAYS } from './lifecycle'
import { zoneOfJob } from './zone'

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

/** Whether a posting names the town: by where it lies, or where that is not known by its name. */
const inTown = sql`exists (select from job_place p where p.job_id = ${job.id} and p.country = 'US'
  and p.region = ${sql.placeholder('region')} and (lower(p.town) = lower(${sql.placeholder('town')})
    or (abs(p.latitude - nullif(${sql.placeholder('latitude')}, '')::float8) < 0.005
      and abs(p.longitude - nullif(${sql.placeholder('longitude')}, '')::float8) < 0.005)))`

const readList = prepareRead((db) =>
  cards(db)
    .where(
      sql`${OPEN} and (${sql.placeholder('role')}::text = '' or ${role.slug} = ${sql.placeholder('role')})
        and (${sql.placeholder('region')}::text = '' or exists (select from job_place p where p.job_id = ${job.id}
          and p.country = 'US' and (p.region = ${sql.placeholder('region')} or p.region is null)))
        and (${sql.placeholder('town')}::text = '' or not ${inTown})
        and (${job.datePosted}, ${job.id}) < (coalesce(nullif(${sql.placeholder('at')}, '')::timestamptz, 'infinity'), ${sql.placeholder('id')}::uuid)`,
    )
    .orderBy(...newest)
    .limit(PAGE_SIZE + 1)
    .prepare('open_jobs'),
)

const readTown = prepareRead((db) =>
  cards(db)
    .where(
      sql`${OPEN} and (${sql.placeholder('role')}::text = '' or ${role.slug} = ${sql.placeholder('role')}) and ${inTown}`,
    )
    .orderBy(...newest)
    .limit(100)
    .prepare('open_jobs_in_town'),
)

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Filter = { role?: string; place?: Pick<AskedPlace, 'region' | 'town' | 'at'> | undefined }

const asked = ({ role: slug = '', place }: Filter) => ({
  role: slug,
  region: place?.region ?? '',
  town: place?.town ?? '',
  latitude: String(place?.at?.latitude ?? ''),
  longitude: String(place?.at?.longitude ?? ''),
})

/**
 * Open jobs, newest first, one page.
 * @param filter a place is a state, and work from anywhere in the country counts too; those of its town are left out
 * @param after where the page before ended
 */
export const listJobs = (filter: Filter, after?: { at: string; id: string }) =>
  readList({ ...asked(filter), at: after?.at ?? '', id: after?.id ?? LAST_ID })

/** The newest open jobs in the town of a place, at most 100. */
export const listJobsInTown = (filter: Filter) => readTown(asked(filter))

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

/** What has a page for readers: open, paused, or ended not long ago. */
export const SHOWN = sql`(${job.state} in ('live', 'paused') or (${job.state} in ('filled', 'expired')
  and coalesce(${job.endedAt}, ${job.validThrough}) > store_now() - make_interval(days => ${KEPT_DAYS})))`

const readShown = prepareRead((db) =>
  db
    .select({
      job,
      company: SHOWN_COMPANY,
      logo: SHOWN_LOGO,
      role: { id: role.id, slug: role.slug, singular: role.singular, code: role.code, name: role.name },
      content: jobVersion.content,
      open: sql<boolean>`${OPEN}`,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(role, eq(role.id, job.roleId))
    .innerJoin(jobVersion, sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = ${job.shownVersion}`)
    .leftJoin(logo, eq(logo.companyId, company.id))
    .where(sql`${job.slug} = ${sql.placeholder('slug')} and ${SHOWN}`)
    .prepare('shown_job'),
)

/** A posting as readers may see it: open, paused, or ended no more than 30 days ago; else undefined. */
export const getShownJob = async (slug: string) => (await readShown({ slug }))[0]

const readOwn = prepareRead((db) =>
  db
    .select({
      job,
      values: jobVersion.content,
      edition: jobVersion.edition,
      savedAt: jobVersion.savedAt,
      /** Whether its end is so near that it may be renewed, and whether it has passed. */
      near: sql<boolean>`coalesce(${job.validThrough} <= store_now() + make_interval(days => ${NEAR_DAYS}), false)`,
      over: sql<boolean>`coalesce(${job.validThrough} <= store_now(), false)`,
    })
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
      version: job.version,
      shownVersion: job.shownVersion,
      reviewVersion: job.reviewVersion,
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

/** Versions that are neither being written nor shown, and what a save has replaced. */
const readEarlier = prepareRead((db) => {
  const of = sql`${sql.placeholder('id')}::uuid`
  return db
    .select({
      key: sql<string>`'version ' || ${jobVersion.number}`,
      at: jobVersion.savedAt,
      content: jobVersion.content,
      email: user.email,
    })
    .from(jobVersion)
    .innerJoin(job, eq(job.id, jobVersion.jobId))
    .leftJoin(user, eq(user.id, jobVersion.savedBy))
    .where(
      sql`${jobVersion.jobId} = ${of} and ${jobVersion.number} not in (${job.version}, coalesce(${job.shownVersion}, 0))`,
    )
    .unionAll(
      db
        .select({
          key: sql<string>`'replaced ' || ${jobReplaced.id}`,
          at: jobReplaced.savedAt,
          content: jobReplaced.content,
          email: user.email,
        })
        .from(jobReplaced)
        .leftJoin(user, eq(user.id, jobReplaced.savedBy))
        .where(sql`${jobReplaced.jobId} = ${of}`),
    )
    .orderBy(sql`2 desc`)
    .limit(20)
    .prepare('earlier_versions')
})

/** What was written of a posting before: shown once, discarded, refused, or knowingly replaced; newest first. */
export const listEarlier = (id: string) => readEarlier({ id })

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
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(sql`(${job.state} = 'submitted' or ${job.reviewVersion} is not null)`)
    .orderBy(sql`cardinality(${job.risks}) desc`, job.submittedAt)
    .limit(100)
    .prepare('review_queue'),
)

/** Postings, and changes to them, that wait for a reviewer: the riskiest first, then the oldest. */
export const listQueue = () => readQueue({})

const readForReview = prepareRead((db) => {
  const shown = alias(jobVersion, 'shown')
  return db
    .select({
      job,
      company,
      logo: SHOWN_LOGO,
      values: jobVersion.content,
      edition: jobVersion.edition,
      /** What readers see while changes to it are asked about. */
      before: sql<unknown>`case when ${job.reviewVersion} is not null then ${shown.content} end`,
    })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(
      jobVersion,
      sql`${jobVersion.jobId} = ${job.id} and ${jobVersion.number} = coalesce(${job.reviewVersion}, ${job.shownVersion}, ${job.version})`,
    )
    .leftJoin(logo, eq(logo.companyId, company.id))
    .leftJoin(shown, sql`${shown.jobId} = ${job.id} and ${shown.number} = ${job.shownVersion}`)
    .where(sql`${job.id} = ${sql.placeholder('id')}::uuid and ${job.state} <> 'draft'`)
    .prepare('job_for_review')
})

/** A posting as a reviewer reads it; drafts, and changes that are not sent, are nobody's business. */
export const getJobForReview = async (id: string) => (isUuid(id) ? (await readForReview({ id }))[0] : undefined)

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
      values: jobVersion.content,
      shownVersion: job.shownVersion,
      company,
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
  const timeZone = zoneOfJob(row.values as Values, row.company.timeZone)
  return { ...row, timeZone, today: dayIn(row.now, timeZone) }
}
