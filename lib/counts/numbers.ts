import 'server-only'
import { getJobPage } from '../jobs/page'
import { isCounted, listJobDays } from './queries'

/** What an employer reads of a posting's numbers: 30 days of counts, and the role's pay beside what readers see. */
export async function getNumbers(job: { id: string; slug: string }) {
  const [days, page] = await Promise.all([isCounted ? listJobDays(job.id, 30) : undefined, getJobPage(job.slug)])
  return { days, context: page?.context }
}

export type Numbers = Awaited<ReturnType<typeof getNumbers>>
