import type { Options } from 'postgres'

const SETTINGS = {
  max: 10,
  // By default fast queries wait behind slow ones on the same connection. 0 would be cleaner, but breaks transactions.
  max_pipeline: 1,
  // The default grows to 20 s, so requests would wait silently long after the store is back.
  backoff: () => 0.1,
  connect_timeout: 3,
  idle_timeout: 60,
  max_lifetime: 1800,
  onnotice() {},
}

const LIMITS = { statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 10_000 }

type Settings = Options<Record<string, never>>

/**
 * The settings of every pool: fail fast while the store is away, work again as soon as it is back.
 * @param applicationName what `pg_stat_activity` calls the connections
 * @param overrides settings that replace these; `connection` is merged
 */
export function connectionOptions(applicationName: string, overrides: Settings = {}) {
  const { connection, ...rest } = overrides
  return { ...SETTINGS, ...rest, connection: { application_name: applicationName, ...LIMITS, ...connection } }
}

/** An answer that did not come in time. The work may still have been done. */
export class DeadlineError extends Error {
  override name = 'DeadlineError'
  constructor(readonly ms: number) {
    super(`No answer within ${ms} ms`)
  }
}

/**
 * Waits for `promise` at most `ms`: the driver has no time limit of its own, and the server's does not help when the
 * server is frozen or the network is silent.
 * @param promise a query; one that can be cancelled is
 * @param onTimeout called at the deadline, before the rejection
 * @throws DeadlineError at the deadline
 */
export async function withDeadline<T>(promise: PromiseLike<T>, ms: number, onTimeout?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      cancel(promise)
      onTimeout?.()
      reject(new DeadlineError(ms))
    }, ms)
  })
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}

type Cancellable = { cancel?: () => unknown; canceller?: ((query: unknown) => Promise<unknown>) | null }

function cancel(query: Cancellable | object) {
  if (!('cancel' in query) || typeof query.cancel !== 'function') return
  if (!('canceller' in query)) return void query.cancel()
  // postgres.js drops the promise of its own cancel(), whose rejection (store away) would then end the process.
  const canceller = (query as Cancellable).canceller
  ;(query as Cancellable).canceller = null
  canceller?.(query).catch(() => {})
}
