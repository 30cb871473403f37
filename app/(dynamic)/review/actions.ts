'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { decideChange } from '@/lib/companies/decide'
import { type FormState, failed, readValues, type Values } from '@/lib/forms'
import { isUuid } from '@/lib/is-uuid'
import { isJobAction, REASONS, TRANSITIONS, type Transition } from '@/lib/jobs/lifecycle'
import { checkMessage, closeMessages, writeToEmployer } from '@/lib/jobs/messages'
import { moveJob } from '@/lib/jobs/mutations'
import { getJobForReview } from '@/lib/jobs/review-queries'
import { notDone } from '@/lib/jobs/words'
import { closeJobReport } from '@/lib/reports/mutations'
import { isOutcome } from '@/lib/reports/reasons'
import { logSecurity } from '@/lib/security-log'
import { answerTo, viewerFor } from '@/lib/users/form-sender'
import { goTo } from '@/lib/users/go'
import { requireReviewer } from '@/lib/users/viewer'

/** Who sends a form of the reviewers'; to all others it does not exist. */
async function reviewerFor(values: Values) {
  const sender = await viewerFor(values)
  if (!sender.answer && !sender.viewer.isReviewer) {
    await logSecurity('denied', { user: sender.viewer.id, what: 'review' })
    notFound()
  }
  return sender
}

/** What is wrong with what a reviewer has written. @param why what the action needs */
function checkWord(why: Transition['why'], reason: string | undefined, note: string): Record<string, string> {
  const wrong = note === '' ? (why === 'note' ? 'Say what must change.' : undefined) : checkMessage(note)
  return {
    ...(wrong ? { note: wrong } : {}),
    ...(why === 'code' && !REASONS.some(([code]) => code === reason) ? { reason: 'Choose a reason.' } : {}),
  }
}

/** A reviewer's word on a posting: approve, ask for changes, refuse or remove. */
export async function decide(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['job', 'action', 'reason', 'note', 'seen', 'seenProfile'])
  const sender = await reviewerFor(values)
  if (sender.answer) return sender.answer
  const { viewer } = sender
  const { job: id, action, reason, seen, seenProfile } = values as Record<string, string>
  const note = String(values.note).trim()
  try {
    if (!isJobAction(action) || !id || !(await getJobForReview(id))) notFound()
    const { why }: Transition = TRANSITIONS[action]
    const errors = checkWord(why, reason, note)
    if (Object.keys(errors).length > 0) return failed(values, errors)
    const moved = await moveJob({
      id,
      action,
      by: 'reviewer',
      userId: viewer.id,
      ...(seen ? { seen: Number(seen) } : {}),
      ...(seenProfile ? { seenProfile: Number(seenProfile) } : {}),
      ...(why === 'code' && reason ? { reason } : {}),
      ...(note === '' ? {} : { note }),
    })
    if (moved.kind === 'refused') {
      const now = (await getJobForReview(id))?.job.state
      const [said = `Somebody has decided on this already. ${now ? notDone(action, now) : ''}`] = Object.values(
        moved.errors ?? {},
      )
      return failed(values, {}, said)
    }
    await logSecurity('reviewed', { user: viewer.id, job: id, action })
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo('/review')
}

/** A reviewer's word on changes to a company's page. */
export async function decideCompany(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['company', 'action', 'reason', 'note', 'seen'])
  const sender = await reviewerFor(values)
  if (sender.answer) return sender.answer
  const { company = '', action, reason, seen } = values as Record<string, string>
  const note = String(values.note).trim()
  try {
    if (!isUuid(company) || (action !== 'approve' && action !== 'refuse')) notFound()
    const errors = checkWord(action === 'refuse' ? 'code' : undefined, reason, note)
    if (Object.keys(errors).length > 0) return failed(values, errors)
    const decided = await decideChange(company, action, {
      userId: sender.viewer.id,
      seen: Number(seen),
      ...(action === 'refuse' && reason ? { reason } : {}),
      ...(note === '' ? {} : { note }),
    })
    if (decided.kind === 'refused') return failed(values, {}, decided.why)
    await logSecurity('reviewed', { user: sender.viewer.id, company, action })
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo('/review')
}

/** Writes to the people of a posting's company. */
export async function answerEmployer(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['job', 'message'])
  const sender = await reviewerFor(values)
  if (sender.answer) return sender.answer
  const [id, message] = [String(values.job), String(values.message).trim()]
  const wrong = checkMessage(message)
  if (wrong) return failed(values, { message: wrong })
  try {
    if (!(await getJobForReview(id))) notFound()
    await writeToEmployer(sender.viewer.id, id, message)
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo(`/review/${id}`)
}

/** Takes an employer's messages out of the queue: there is nothing to answer. */
export async function closeThread(data: FormData): Promise<void> {
  await requireReviewer()
  const id = String(data.get('job'))
  if (!(await getJobForReview(id))) notFound()
  await closeMessages(id)
  refresh()
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
