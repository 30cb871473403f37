import 'server-only'
import type { Values } from '../forms'
import { loadRules } from './load-rules'
import { blockingErrors, checkPosting } from './rules'
import { readStored } from './stored'

/**
 * What law asks of a posting, as far as it can be told from one that has other gaps too: all is said at once.
 * @param values as typed
 * @param today the store's day where the job is, `2026-11-24`
 */
export const lawGaps = (values: Values, today: string): Record<string, string> =>
  blockingErrors(checkPosting(readStored({ content: values, reading: null }), loadRules(), today))
