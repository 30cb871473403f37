import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { company, job, jobVersion } from '@/drizzle/schema'
import { hasApproved } from '../companies/approved'
import type { Tx } from '../companies/mutations'
import type { Values } from '../forms'
import { dayIn } from '../places/day'
import type { Job } from './changes'
import { checkingDay, lastDayError, parseContent } from './content'
import type { JobAction } from './lifecycle'
import type { Posting } from './posting'
import { asReading, readStored, type Version } from './stored'
import { zoneOfJob } from './zone'

type Read = { content: Posting; errors?: undefined } | { content?: undefined; errors: Record<string, string> }

/** What the employer sends: it is checked as the form asks for today, and what was understood is kept. */
export const SENT: readonly JobAction[] = ['submit', 'submit-revision', 'show-revision']

/** A version, and what of the company is needed to read it. @param number by itself what is being written */
export async function writtenOf(tx: Tx, found: Job, number = found.version) {
  const [row] = await tx
    .select({
      content: jobVersion.content,
      reading: jobVersion.reading,
      edition: jobVersion.edition,
      now: sql<Date>`store_now()`.mapWith(job.createdAt),
      companyZone: company.timeZone,
      profile: company.edition,
      public: hasApproved(sql`${company.id}`),
    })
    .from(jobVersion)
    .innerJoin(company, eq(company.id, found.companyId))
    .where(and(eq(jobVersion.jobId, found.id), eq(jobVersion.number, number)))
  if (!row) return undefined
  const timeZone = zoneOfJob(row.content as Values, row.companyZone)
  return { ...row, timeZone, today: dayIn(row.now, timeZone) }
}

/**
 * Reads a posting for what is to be done with it. What is sent is checked; what a reviewer has read already is shown as
 * it was read then, whatever the form asks for by now.
 */
export function readToDo(found: Job, row: Version & { today: string }, action: JobAction): Read {
  if (SENT.includes(action)) return checkTyped(row.content as Values, found.shownVersion, row.today)
  const content = readStored(row)
  const late = action === 'publish' ? lastDayError(content.validThrough, row.today) : undefined
  return late ? { errors: { validThrough: late } } : { content }
}

const checkTyped = (values: Values, shownVersion: number | null, today: string): Read =>
  parseContent(values, checkingDay(values, shownVersion, today))

/** Keeps how a version was read beside its text. Saving another text forgets it. */
export async function keepReading(tx: Tx, { id, version }: Job, posting: Posting): Promise<void> {
  await tx
    .update(jobVersion)
    .set({ reading: asReading(posting) })
    .where(and(eq(jobVersion.jobId, id), eq(jobVersion.number, version)))
}

/**
 * What is being written, for its company: as it was read, or what is still missing before it can be sent.
 * @param today the store's day where the job is
 */
export const readOwn = (version: Version, job: Pick<Job, 'version' | 'shownVersion'>, today: string): Read =>
  version.reading !== null || job.version === job.shownVersion
    ? { content: readStored(version) }
    : checkTyped(version.content as Values, job.shownVersion, today)
