import { log } from '@/lib/log'
import { describeError, reasonOf } from '@/lib/log/reason.mjs'

/** Postgres's classes of errors that are neither the file's fault nor ours. */
const OUTSIDE: Record<string, string> = {
  '08': 'the connection to the store was lost',
  '53': 'the store has run out of room, memory or connections',
  '57': 'the store was stopped, or took too long',
}

const isStoreError = (error: unknown): error is Error & { code?: string } =>
  error instanceof Error &&
  (error.name === 'PostgresError' ||
    /^(CONNECTION_|ECONN|ENOTFOUND|EPIPE)/.test(String((error as { code?: string }).code)))

/**
 * What a person is told of work with the store that failed: the message of an error that has one for them; of the
 * store's own errors a sentence, while the reason goes to the log.
 * @param work what failed: "The import"
 */
export function tellFailure(error: unknown, work: string): string {
  if (!isStoreError(error)) return error instanceof Error ? error.message : String(error)
  const { code = '' } = reasonOf(error)
  log.error({ what: work, reason: describeError(error), sqlstate: code })
  const why = OUTSIDE[code.slice(0, 2)] ?? (/^[A-Z_]+$/.test(code) ? OUTSIDE['08'] : undefined)
  if (why) return `${work} was broken off: ${why} (${code}). Nothing was written; run it again.`
  return `${work} failed by a fault of ours, not of the file (${code}). Nothing was written. The reason stands in the log line above; please report it.`
}
