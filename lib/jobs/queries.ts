import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { company, job, jobVersion, logo, role } from '@/drizzle/schema'
import { SHOWN_COMPANY, SHOWN_LOGO } from '../companies/queries'
import { prepareRead } from '../db'
import type { AskedPlace } from '../places/asked'
import { KEPT_DAYS } from './lifecycle'

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
const inTown = sql`exists (select from job_place p where p.job_id = ${job.id} and p.country = ${sql.placeholder('country')}
  and (${sql.placeholder('region')}::text = '' or coalesce(p.region, ${sql.placeholder('region')}) = ${sql.placeholder('region')})
  and (lower(p.town) = lower(${sql.placeholder('town')})
    or (abs(p.latitude - nullif(${sql.placeholder('latitude')}, '')::float8) < 0.005
      and abs(p.longitude - nullif(${sql.placeholder('longitude')}, '')::float8) < 0.005)))`

const ofRole = sql`(${sql.placeholder('role')}::text = '' or ${role.slug} = ${sql.placeholder('role')})
  and (not ${sql.placeholder('remote')}::boolean or ${job.workplace} = 'remote')`

const readList = prepareRead((db) =>
  cards(db)
    .where(
      sql`${OPEN} and ${ofRole}
        and (${sql.placeholder('country')}::text = '' or exists (select from job_place p where p.job_id = ${job.id}
          and p.country = ${sql.placeholder('country')}
          and (${sql.placeholder('region')}::text = '' or p.region = ${sql.placeholder('region')} or p.region is null)))
        and (${sql.placeholder('town')}::text = '' or not ${inTown})
        and (${job.datePosted}, ${job.id}) < (coalesce(nullif(${sql.placeholder('at')}, '')::timestamptz, 'infinity'), ${sql.placeholder('id')}::uuid)`,
    )
    .orderBy(...newest)
    .limit(PAGE_SIZE + 1)
    .prepare('open_jobs'),
)

const readTown = prepareRead((db) =>
  cards(db)
    .where(sql`${OPEN} and ${ofRole} and ${inTown}`)
    .orderBy(...newest)
    .limit(100)
    .prepare('open_jobs_in_town'),
)

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Filter = { role?: string; where?: Pick<AskedPlace, 'remote' | 'place' | 'at'> | undefined }

const asked = ({ role: slug = '', where }: Filter) => ({
  role: slug,
  remote: where?.remote ?? false,
  country: where?.place?.country ?? '',
  region: where?.place?.region ?? '',
  town: where?.place?.town ?? '',
  latitude: String(where?.at?.latitude ?? ''),
  longitude: String(where?.at?.longitude ?? ''),
})

/**
 * Open jobs, newest first, one page.
 * @param filter of a state, work from anywhere in its country counts too; those of a town are left out
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
      reading: jobVersion.reading,
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
