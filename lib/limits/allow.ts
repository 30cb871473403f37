import 'server-only'
import { logSecurity } from '../security-log'
import { networkOf } from '../users/network'
import { RATES, type Way } from './numbers'
import { inTime, Refused } from './refused'
import { type Runner, type Turn, takeTurn } from './turns'

/** Who sends what to whom, or about what. Any part may be unknown. `what` is for the log alone. */
export type Cause = { way: Way; to?: string; by?: string; company?: string; what?: string }

/**
 * Counts one more of what strangers may send: by address, person, company and network. Every way to send goes through
 * here, whoever calls it.
 * @param on the transaction that stores what is sent, where there is one
 * @throws Refused with the time to wait, when it is one too many
 */
export async function allow(on: Runner, { way, to, by, company }: Cause): Promise<void> {
  const rates = RATES[way]
  const network = await networkOf()
  const about = way === 'report' ? `report:of:${to}:${network}` : `${way}:to:${to}`
  const turns: (Turn | undefined)[] = [
    company && rates.company ? { key: `${way}:${company}`, ...rates.company } : undefined,
    by && rates.by ? { key: `${way}:by:${by}`, ...rates.by } : undefined,
    { key: `${way}:from:${network}`, ...rates.from },
    to && rates.to ? { key: about, ...rates.to } : undefined,
  ]
  // One after the other, in one order: two transactions that wait for each other would both be given up.
  for (const turn of turns) {
    const wait = turn ? await takeTurn(turn, on) : 0
    if (wait === 0) continue
    await logSecurity('limited', { user: by, company, what: way, ...(way === 'report' ? {} : { to }) })
    throw new Refused(`${rates.said} Try again ${inTime(wait)}.`)
  }
}
