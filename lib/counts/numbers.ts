import 'server-only'
import { readStored, roleContext } from '../jobs/page'
import { isCounted, listJobDays } from './queries'

/**
 * What an employer reads of a posting's numbers: 30 days of counts, and the role's pay beside what readers see.
 * @param shown the stored version that readers see
 */
export async function getNumbers(id: string, shown: unknown) {
  const content = readStored(shown)
  const [days, context] = await Promise.all([
    isCounted ? listJobDays(id, 30) : undefined,
    content && roleContext(content),
  ])
  return { days, context }
}

export type Numbers = Awaited<ReturnType<typeof getNumbers>>
