import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { company, job, report } from '@/drizzle/schema'
import { prepareRead } from '../db'

const OPEN = sql`${report.handledAt} is null`

const readOpen = prepareRead((db) =>
  db
    .select({
      id: report.id,
      at: report.at,
      kind: report.kind,
      subject: report.subject,
      reason: report.reason,
      note: report.note,
    })
    .from(report)
    .where(sql`${OPEN} and ${report.kind} = any(${sql.placeholder('kinds')}::text[])`)
    .orderBy(report.at)
    .limit(200)
    .prepare('open_reports'),
)

/** Reports that nobody has closed, the oldest first. */
export const listOpenReports = (kinds: readonly ('job' | 'page' | 'figure')[]) =>
  readOpen({ kinds: `{${kinds.join(',')}}` })

const readReportedJobs = prepareRead((db) =>
  db
    .select({
      id: job.id,
      title: job.title,
      company: company.name,
      reports: sql<number>`count(*)::int`,
      reasons: sql<string[]>`array_agg(distinct ${report.reason})`,
      since: sql<Date>`min(${report.at})`.mapWith(report.at),
      all: sql<number>`(count(*) over ())::int`,
    })
    .from(report)
    .innerJoin(job, eq(job.id, report.jobId))
    .innerJoin(company, eq(company.id, job.companyId))
    .where(OPEN)
    .groupBy(job.id, company.name)
    .orderBy(desc(sql`count(*)`), sql`min(${report.at})`)
    .limit(100)
    .prepare('reported_jobs'),
)

/** Jobs with open reports, the most reported first; `all` counts those beyond the list too. */
export const listReportedJobs = () => readReportedJobs({})

export type ReportedJob = Awaited<ReturnType<typeof readReportedJobs>>[number]

const readOfJob = prepareRead((db) =>
  db
    .select({ id: report.id, at: report.at, reason: report.reason, note: report.note, outcome: report.outcome })
    .from(report)
    .where(eq(report.jobId, sql.placeholder('jobId')))
    .orderBy(sql`${report.handledAt} is not null`, desc(report.id))
    .limit(100)
    .prepare('reports_of_job'),
)

/** What readers have reported of a job: open ones first, then the newest. */
export const listReportsOfJob = (jobId: string) => readOfJob({ jobId })

export type JobReport = Awaited<ReturnType<typeof readOfJob>>[number]
