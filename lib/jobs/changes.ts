import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type job, jobPlace, role } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import type { Values } from '../forms'
import { endOfDay } from '../places/day'
import { coordinatesOf } from '../places/towns'
import { slugBase } from '../text/slug'
import { findRisks } from './find-risks'
import { type LastDay, moveLastDay } from './last-day'
import { lawGaps } from './law-gaps'
import { type Actor, type JobAction, KEPT_DAYS } from './lifecycle'
import { loadRules } from './load-rules'
import { keepReading, readToDo, SENT, writtenOf } from './reading'
import { type Renewal, renewal } from './renew'
import { copyShown, judgeChanges, revertShown } from './revisions'
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
  /** The same of the company's profile, which the first approval makes public. */
  seenProfile?: number
  /** For `renew` alone. */
  renewal?: Renewal
  /** For `move-last-day` alone. */
  lastDay?: LastDay
}

/** What else changes with a state; `action` where another one than the one asked for is the right one, `said` of it. */
export type Changes =
  | { set: Partial<typeof job.$inferInsert>; action?: JobAction; said?: string }
  | { errors: Record<string, string> }

const OVER = { errors: { form: 'Its last day has passed. Post it again as a new job.' } }
/** Those that read what was written. */
const READS: readonly JobAction[] = ['submit', 'publish', 'submit-revision', 'show-revision', 'approve-revision']
/** Those about what readers see already. */
const ABOUT_SHOWN: readonly JobAction[] = ['read-shown', 'revert-shown']
/** What an ended posting that no sweep has met yet may still be met with. */
const AFTER_END: readonly JobAction[] = ['discard-revision', ...ABOUT_SHOWN]
const CHANGED = { errors: { form: 'It has changed since you opened this page. Look at it again.' } }
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
  if (due.over && (found.state === 'live' || found.state === 'paused') && !AFTER_END.includes(action)) return OVER
  if (action === 'renew') return renewal(tx, found, move.renewal)
  if (action === 'move-last-day') return moveLastDay(tx, found, move.lastDay)
  if (action === 'revise') return copyShown(tx, found, move.userId ?? null)
  if (action === 'discard-revision' || action === 'refuse-revision') return { set: shown }
  if (action === 'request-revision-changes') return { set: { reviewVersion: null } }
  const aboutShown = ABOUT_SHOWN.includes(action)
  const row = await writtenOf(tx, found, aboutShown ? (found.shownVersion ?? 0) : found.version)
  if (move.seen !== undefined && row?.edition !== move.seen) return CHANGED
  if (action === 'approve' && move.seenProfile !== undefined && row && !row.public && row.profile !== move.seenProfile)
    return CHANGED
  if (action === 'revert-shown') return revertShown(found)
  if (action === 'read-shown') return { set: { lastReadVersion: null } }
  if (!READS.includes(action)) return { set: {} }
  if (!row) return { errors: { form: 'The posting is gone.' } }
  const { content, errors } = readToDo(found, row, action)
  if (errors)
    return { errors: SENT.includes(action) ? { ...lawGaps(row.content as Values, row.today), ...errors } : errors }
  const [known] = await tx.select({ id: role.id }).from(role).where(eq(role.slug, content.roleSlug))
  if (!known) return { errors: { role: 'Choose the role this job belongs to.' } }
  const unlawful = blockingErrors(checkPosting(content, loadRules(), row.today))
  if (Object.keys(unlawful).length > 0) return { errors: unlawful }
  if (SENT.includes(action)) await keepReading(tx, found, content)
  if (action === 'submit') {
    const risks = await findRisks(tx, found, content)
    return { set: { title: content.title, roleId: known.id, submittedAt: now, risks } }
  }
  let read: Partial<Job> = { lastReadVersion: null }
  if (action === 'submit-revision' || action === 'show-revision') {
    const { waits, same, risks } = await judgeChanges(tx, found, content)
    if (waits) return { action: 'submit-revision', set: { reviewVersion: found.version, submittedAt: now, risks } }
    // Readers see it now, and a reviewer reads it next.
    read = same ? {} : { lastReadVersion: found.lastReadVersion ?? found.shownVersion, risks, submittedAt: now }
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
      ...read,
      datePosted: found.datePosted ?? now,
      timeZone: row.timeZone,
      validThrough: endOfDay(content.validThrough, row.timeZone),
    },
  }
}
