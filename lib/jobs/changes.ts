import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type job, jobPlace, role } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { endOfDay } from '../places/day'
import { coordinatesOf } from '../places/towns'
import { slugBase } from '../text/slug'
import { findRisks } from './find-risks'
import { type Actor, type JobAction, KEPT_DAYS } from './lifecycle'
import { loadRules } from './load-rules'
import { keepReading, readToDo, SENT, writtenOf } from './reading'
import { type Renewal, renewal } from './renew'
import { copyShown, needsReview } from './revisions'
import { blockingErrors, checkPosting } from './rules'
import { formatPay, formatWhere } from './words'

export type Job = typeof job.$inferSelect

export type Move = {
  id: string
  /** The company that a recruiter acts for. */
  companyId?: string
  action: JobAction
  by: Actor
  userId?: string
  reason?: string
  note?: string
  /** The edition a reviewer has read: what was written since cannot be approved by it. */
  seen?: number
  /** For `renew` alone. */
  renewal?: Renewal
}

/** What else changes with a state; `action` where another one than the one asked for is the right one. */
export type Changes = { set: Partial<typeof job.$inferInsert>; action?: JobAction } | { errors: Record<string, string> }

const OVER = { errors: { form: 'Its last day has passed. Post it again as a new job.' } }
/** Those that read what was written. */
const READS: readonly JobAction[] = ['submit', 'publish', 'submit-revision', 'show-revision', 'approve-revision']
const ENDS: readonly JobAction[] = ['fill', 'expire', 'withdraw', 'remove']

/** Reads a posting's dates once more, on the locked row. */
async function dueOf(tx: Tx, id: string) {
  const [due] = await tx.execute<{ over: boolean; gone: boolean }>(sql`
    select coalesce(valid_through <= store_now(), false) as over,
      coalesce(ended_at, valid_through) <= store_now() - make_interval(days => ${KEPT_DAYS}) as gone
    from job where id = ${id}`)
  return due ?? { over: false, gone: false }
}

/** What else changes with a state. What readers will see is read once more: nothing incomplete can be shown. */
export async function changesFor(tx: Tx, found: Job, move: Move): Promise<Changes> {
  const { action } = move
  const now = sql`store_now()` as never
  const due = await dueOf(tx, found.id)
  if ((action === 'expire' && !due.over) || (action === 'take-down' && !due.gone)) return { errors: {} }
  const shown = { version: found.shownVersion ?? found.version, reviewVersion: null }
  if (ENDS.includes(action)) {
    const ended = action === 'fill' || action === 'expire' ? { endedAt: found.endedAt ?? now } : {}
    return { set: { ...shown, ...ended } }
  }
  if (due.over && (found.state === 'live' || found.state === 'paused') && action !== 'discard-revision') return OVER
  if (action === 'renew') return renewal(tx, found, move.renewal)
  if (action === 'revise') return copyShown(tx, found, move.userId ?? null)
  if (action === 'discard-revision' || action === 'refuse-revision') return { set: shown }
  if (action === 'request-revision-changes') return { set: { reviewVersion: null } }
  const row = await writtenOf(tx, found)
  if (move.seen !== undefined && row?.edition !== move.seen)
    return { errors: { form: 'It has changed since you opened this page. Look at it again.' } }
  if (!READS.includes(action)) return { set: {} }
  if (!row) return { errors: { form: 'The posting is gone.' } }
  const { content, errors } = readToDo(found, row, action)
  if (errors) return { errors }
  const [known] = await tx.select({ id: role.id }).from(role).where(eq(role.slug, content.roleSlug))
  if (!known) return { errors: { role: 'Choose the role this job belongs to.' } }
  const unlawful = blockingErrors(checkPosting(content, loadRules(), row.today))
  if (Object.keys(unlawful).length > 0) return { errors: unlawful }
  if (SENT.includes(action)) await keepReading(tx, found, content)
  if (action === 'submit') {
    const risks = await findRisks(tx, found, content)
    return { set: { title: content.title, roleId: known.id, submittedAt: now, risks } }
  }
  if (action === 'submit-revision' || action === 'show-revision') {
    const risks = await needsReview(tx, found, content)
    if (risks) return { action: 'submit-revision', set: { reviewVersion: found.version, submittedAt: now, risks } }
  }
  await tx.delete(jobPlace).where(eq(jobPlace.jobId, found.id))
  await tx
    .insert(jobPlace)
    .values(content.places.map((place, n) => ({ jobId: found.id, n, ...place, ...coordinatesOf(place) })))
  const slug =
    found.shownVersion === null ? `${slugBase(content.title, 'job')}-${randomBytes(5).toString('hex')}` : found.slug
  return {
    ...(action === 'submit-revision' ? { action: 'show-revision' as const } : {}),
    set: {
      slug,
      title: content.title,
      roleId: known.id,
      workplace: content.workplace,
      payText: formatPay(content),
      placeText: formatWhere(content),
      shownVersion: found.version,
      reviewVersion: null,
      datePosted: found.datePosted ?? now,
      timeZone: row.timeZone,
      validThrough: endOfDay(content.validThrough, row.timeZone),
    },
  }
}
