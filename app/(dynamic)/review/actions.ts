'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { decideChange } from '@/lib/companies/decide'
import { type FormState, failed, readValues, STORE_AWAY } from '@/lib/forms'
import { isUuid } from '@/lib/is-uuid'
import { isJobAction, REASONS, TRANSITIONS, type Transition } from '@/lib/jobs/lifecycle'
import { moveJob } from '@/lib/jobs/mutations'
import { getJobForReview } from '@/lib/jobs/review-queries'
import { closeJobReport } from '@/lib/reports/mutations'
import { isOutcome } from '@/lib/reports/reasons'
import { logSecurity } from '@/lib/security-log'
import { goTo } from '@/lib/users/go'
import { requireReviewer } from '@/lib/users/viewer'

/** A reviewer's word on a posting: approve, ask for changes, refuse or remove. */
export async function decide(_state: FormState, data: FormData): Promise<FormState> {
  const viewer = await requireReviewer()
  const values = readValues(data, ['job', 'action', 'reason', 'note', 'seen', 'seenProfile'])
  const { job: id, action, reason, note, seen, seenProfile } = values as Record<string, string>
  if (!isJobAction(action) || !id || !(await getJobForReview(id))) notFound()
  const rule: Transition = TRANSITIONS[action]
  const errors: Record<string, string> = {}
  if (rule.why === 'note' && !note?.trim()) errors.note = 'Say what must change.'
  if (rule.why === 'code' && !REASONS.some(([code]) => code === reason)) errors.reason = 'Choose a reason.'
  if (Object.keys(errors).length > 0) return failed(values, errors)
  const moved = await moveJob({
    id,
    action,
    by: 'reviewer',
    userId: viewer.id,
    ...(seen ? { seen: Number(seen) } : {}),
    ...(seenProfile ? { seenProfile: Number(seenProfile) } : {}),
    ...(rule.why === 'code' && reason ? { reason } : {}),
    ...(note?.trim() ? { note: note.trim().slice(0, 2000) } : {}),
  }).catch(() => null)
  if (!moved) return failed(values, {}, STORE_AWAY)
  if (moved.kind === 'refused') {
    const [why = 'Somebody has decided on this already. Look at it again.'] = Object.values(moved.errors ?? {})
    return failed(values, {}, why)
  }
  await logSecurity('reviewed', { user: viewer.id, job: id, action })
  return goTo('/review')
}

/** A reviewer's word on changes to a company's page. */
export async function decideCompany(_state: FormState, data: FormData): Promise<FormState> {
  const viewer = await requireReviewer()
  const values = readValues(data, ['company', 'action', 'reason', 'note', 'seen'])
  const { company, action, reason, note, seen } = values as Record<string, string>
  if (!isUuid(company ?? '') || (action !== 'approve' && action !== 'refuse')) notFound()
  if (action === 'refuse' && !REASONS.some(([code]) => code === reason))
    return failed(values, { reason: 'Choose a reason.' })
  const decided = await decideChange(company ?? '', action, {
    userId: viewer.id,
    seen: Number(seen),
    ...(action === 'refuse' && reason ? { reason } : {}),
    ...(note?.trim() ? { note: note.trim().slice(0, 2000) } : {}),
  }).catch(() => null)
  if (!decided) return failed(values, {}, STORE_AWAY)
  if (decided.kind === 'refused') return failed(values, {}, decided.why)
  await logSecurity('reviewed', { user: viewer.id, company, action })
  return goTo('/review')
}

/** Closes a reader's report of a posting. */
export async function closeReport(data: FormData): Promise<void> {
  const viewer = await requireReviewer()
  const { job: id, report, outcome } = readValues(data, ['job', 'report', 'outcome']) as Record<string, string>
  if (!id || !isOutcome(outcome) || !/^\d{1,15}$/.test(report ?? '') || !(await getJobForReview(id))) notFound()
  await closeJobReport(Number(report), id, outcome, viewer.id)
  // Leading to the page one is on, with a fragment in its address, would show it as it was.
  refresh()
}
