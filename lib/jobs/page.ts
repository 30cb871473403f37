import 'server-only'
import type { Tx } from '../companies/mutations'
import { payContext } from './pay-context'
import type { Posting } from './posting'
import { getShownJob } from './queries'
import { getRoleOfJob } from './role-queries'
import { readStored } from './stored'

/**
 * What a posting's page says of its role: the occupation's pay beside the posting's.
 * @param slug the role it stands under now, where that is another than when it was written
 */
export async function roleContext(content: Posting, slug = content.roleSlug, tx?: Tx) {
  const found = await getRoleOfJob(slug, tx)
  if (!found) return undefined
  const pay = payContext(content, found.pay)
  const release = found.pay.find(({ release }) => release === pay?.release)?.label
  return { role: found.role, occupation: found.occupation, pay, release: release ?? undefined }
}

const BANNERS: Record<string, string> = {
  paused: 'This job is paused: it takes no applications for now.',
  filled: 'This job has been filled.',
}

/** Everything a job's page shows; null for one that readers may not see. */
export async function getJobPage(slug: string) {
  const shown = await getShownJob(slug)
  const content = shown && readStored(shown)
  const context = content && (await roleContext(content, shown.role.slug))
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
