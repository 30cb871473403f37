import 'server-only'
import type { Values } from '../forms'
import { type Content, parseContent, readingDay } from './content'
import { payContext } from './pay-context'
import { getShownJob } from './queries'
import { getRoleOfJob } from './role-queries'

/** What a posting's page says of its role: the occupation's pay beside the posting's. */
export async function roleContext(content: Content) {
  const found = await getRoleOfJob(content.roleSlug)
  if (!found) return undefined
  const pay = payContext(content, found.pay)
  const release = found.pay.find(({ release }) => release === pay?.release)?.label
  return { role: found.role, occupation: found.occupation, pay, release: release ?? undefined }
}

/** Reads a stored version as of the day it was shown: what has been live stays readable after its last day. */
export function readStored(values: unknown): Content | undefined {
  const typed = (values ?? {}) as Values
  return parseContent(typed, readingDay(typed, 1, '')).content
}

const BANNERS: Record<string, string> = {
  paused: 'This job is paused: it takes no applications for now.',
  filled: 'This job has been filled.',
}

/** Everything a job's page shows; null for one that readers may not see. */
export async function getJobPage(slug: string) {
  const shown = await getShownJob(slug)
  const content = shown && readStored(shown.content)
  const context = content && (await roleContext(content))
  if (!shown || !content || !context || !shown.job.datePosted || !shown.job.validThrough) return null
  const banner = shown.open ? undefined : (BANNERS[shown.job.state] ?? 'This job has ended.')
  return {
    ...shown,
    content,
    context,
    banner,
    posted: shown.job.datePosted,
    until: shown.job.validThrough,
    timeZone: shown.job.timeZone ?? shown.company.timeZone,
  }
}
