import 'server-only'
import { roleContext } from '../jobs/page'
import { readStored, type Version } from '../jobs/stored'
import { isCounted, listJobDays } from './queries'

/**
 * What an employer reads of a posting's numbers: 30 days of counts, and the role's pay beside what readers see.
 * @param shown the stored version that readers see
 */
export async function getNumbers(id: string, shown: Version) {
  const content = readStored(shown)
  const [days, context] = await Promise.all([isCounted ? listJobDays(id, 30) : undefined, roleContext(content)])
  return { days, context }
}

export type Numbers = Awaited<ReturnType<typeof getNumbers>>
