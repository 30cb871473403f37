import * as z from 'zod'
import type { Rate } from './turns'

const HOUR = 3600
const DAY = 86_400

/** What strangers may send. */
export type Way = 'link' | 'invite' | 'message' | 'report'

/**
 * How much of each may come: to one address or about one thing, by one person, from one company, from one network.
 * `said` begins the sentence that refuses.
 */
export const RATES: Record<Way, { said: string; to?: Rate; by?: Rate; company?: Rate; from: Rate }> = {
  link: {
    said: 'Too many links were asked for.',
    to: { most: 5, seconds: HOUR / 4 },
    from: { most: 30, seconds: HOUR / 4 },
  },
  invite: {
    said: 'Too many invitations for now.',
    to: { most: 5, seconds: DAY },
    by: { most: 30, seconds: HOUR },
    company: { most: 30, seconds: HOUR },
    from: { most: 60, seconds: HOUR },
  },
  message: {
    said: 'Too many messages for now.',
    by: { most: 30, seconds: HOUR },
    company: { most: 30, seconds: HOUR },
    from: { most: 60, seconds: HOUR },
  },
  report: { said: 'Too many reports for now.', to: { most: 3, seconds: DAY }, from: { most: 20, seconds: HOUR } },
}

const QUOTAS = {
  /** Companies made by one person whose domain nobody has proved. */
  'unverified-companies': 5,
  /** People of a company, those invited counted too. */
  members: 100,
  /** Drafts that a company makes in 24 hours. */
  drafts: 100,
  /** Postings, and changes to them, that a company sends to review in 24 hours. */
  submissions: 50,
}

export type Quota = keyof typeof QUOTAS

const quota = z.coerce.number().int().min(1).max(1_000_000)
const schema = z.strictObject(
  Object.fromEntries(Object.entries(QUOTAS).map(([name, usual]) => [name, quota.default(usual)])) as Record<
    Quota,
    z.ZodDefault<typeof quota>
  >,
)

/**
 * The quotas of this site: ours, or what its operator says in `QUOTAS`.
 * @param text such as `drafts=20 members=10`
 * @throws Error naming what is wrong in it
 */
export function readQuotas(text: string): Record<Quota, number> {
  const pairs = text.split(/[\s,]+/).filter((part) => part !== '')
  const parsed = schema.safeParse(
    Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s, 2).concat('').slice(0, 2))),
  )
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`QUOTAS: ${issue?.path.join('.') || 'it'}: ${issue?.message}`)
}

export const quotas = readQuotas(process.env.QUOTAS ?? '')
