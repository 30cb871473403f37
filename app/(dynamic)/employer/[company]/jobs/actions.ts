'use server'

import { notFound } from 'next/navigation'
import { type MemberRole, requireMember } from '@/lib/companies/members'
import { type FormState, failed, readValues, STORE_AWAY, type Values } from '@/lib/forms'
import { FIELD_NAMES, LIST_FIELDS, MOST_DAYS, parseContent } from '@/lib/jobs/content'
import { isJobAction } from '@/lib/jobs/lifecycle'
import { addMessage, createJob, moveJob, saveJob } from '@/lib/jobs/mutations'
import { getOwnJob, todayOf } from '@/lib/jobs/own-queries'
import { roleContext } from '@/lib/jobs/page'
import { payDoubt, payKey } from '@/lib/jobs/pay-doubt'
import { readJob } from '@/lib/jobs/typed'
import { understoodOf } from '@/lib/jobs/understood'
import { plainDigits } from '@/lib/money/digits'
import { logSecurity } from '@/lib/security-log'
import { goTo } from '@/lib/users/go'
import { takeTurn } from '@/lib/users/limits'
import { getViewer } from '@/lib/users/viewer'

const text = (data: FormData, name: string) => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

const SIGNED_OUT =
  'You have been signed out. What you typed is still here: sign in again in another tab, then send this once more.'

const access = (data: FormData, least: MemberRole = 'recruiter') => requireMember(text(data, 'company'), least)

/**
 * Saves a draft or, with the other button, saves and sends it to review. A draft may have gaps; what is sent may not.
 * Nothing typed is lost: every answer carries it.
 */
export async function saveDraft(_state: FormState, data: FormData): Promise<FormState> {
  const answer = await saveTyped(data)
  return { ...answer, notes: understoodOf(answer.values) }
}

async function saveTyped(data: FormData): Promise<FormState> {
  const typed = readValues(data, FIELD_NAMES, LIST_FIELDS)
  const edition = Number(text(data, 'edition'))
  const kept = { ...typed, job: text(data, 'job'), edition: String(edition), over: text(data, 'over') }
  const known = await getViewer().catch(() => undefined)
  if (known === undefined) return failed(kept, {}, STORE_AWAY)
  if (known === null) return failed(kept, {}, SIGNED_OUT)
  const { viewer, company } = await access(data)
  let id = text(data, 'job')
  try {
    const values = await readJob(data)
    const own = id === '' ? undefined : await getOwnJob(company.id, id)
    let next = edition + 1
    if (id === '') id = await createJob(company.id, viewer.id, values)
    else {
      if (!own) notFound()
      // The last day of what readers see moves by a renewal alone.
      if (own.job.shownVersion !== null) values.validThrough = (own.content as Values).validThrough ?? ''
      const saved = await saveJob(
        { companyId: company.id, id, userId: viewer.id },
        values,
        edition,
        text(data, 'over') === '1',
      )
      if (saved.kind === 'closed') return failed(typed, {}, 'This posting can no longer be changed here.')
      if (saved.kind === 'elsewhere') {
        return failed(
          { ...typed, job: id, edition: String(saved.edition), over: '1' },
          {},
          'Somebody has saved this draft since you opened it. Yours is below, unsaved. Save again to put it in that one’s place; both are kept.',
        )
      }
      next = saved.edition
    }
    if (text(data, 'send') === '1') {
      const saved = { ...typed, job: id, edition: String(next), sure: text(data, 'sure') }
      const doubt = text(data, 'sure') === payKey(values) ? undefined : await doubtOf(values, company.id)
      if (doubt) return failed({ ...saved, sure: payKey(values) }, { payMin: doubt }, 'Saved as a draft. Are you sure?')
      const action = (own?.job.shownVersion ?? null) === null ? 'submit' : 'submit-revision'
      const moved = await moveJob({ id, companyId: company.id, action, by: 'recruiter', userId: viewer.id })
      if (moved.kind === 'refused')
        return failed(
          saved,
          moved.errors ?? {},
          moved.errors?.form ?? 'Saved as a draft. To send it to review, mend this:',
        )
    }
  } catch (error) {
    if (isControlFlow(error)) throw error
    return failed(kept, {}, STORE_AWAY)
  }
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** What to ask about pay that is likely a slip. */
async function doubtOf(values: Values, companyId: string): Promise<string | undefined> {
  const { content } = parseContent(values, await todayOf(companyId, values))
  return content && payDoubt(content, (await roleContext(content))?.pay)
}

/** Next leads to other pages, and says “not found”, by throwing. */
const isControlFlow = (error: unknown) => /^NEXT_/.test(String((error as { digest?: unknown })?.digest ?? ''))

/** Takes a posting to another state, as its company may. */
export async function moveOwnJob(data: FormData): Promise<void> {
  const { viewer, company } = await access(data)
  const [id, action] = [text(data, 'job'), data.get('action')]
  if (!isJobAction(action) || !(await getOwnJob(company.id, id))) notFound()
  await moveJob({ id, companyId: company.id, action, by: 'recruiter', userId: viewer.id })
  goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Moves the last day of a posting on, reckoned from the one its form was told. */
export async function renewJob(_state: FormState, data: FormData): Promise<FormState> {
  const { viewer, company } = await access(data)
  const [id, from] = [text(data, 'job'), text(data, 'from')]
  const values = readValues(data, ['days'])
  if (!(await getOwnJob(company.id, id))) notFound()
  const days = plainDigits(String(values.days))
  if (!/^[1-9]\d?$/.test(days)) return failed(values, { days: `Give a number of days from 1 to ${MOST_DAYS}.` })
  const renewal = { from, days: Number(days) }
  const moved = await moveJob({
    id,
    companyId: company.id,
    action: 'renew',
    by: 'recruiter',
    userId: viewer.id,
    renewal,
  }).catch(() => null)
  if (!moved) return failed(values, {}, STORE_AWAY)
  if (moved.kind === 'refused') return failed(values, moved.errors ?? { form: 'It cannot be renewed any more.' })
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Moves the last day of a posting that readers see, from the one its form was told. */
export async function moveLastDay(_state: FormState, data: FormData): Promise<FormState> {
  const { viewer, company } = await access(data)
  const id = text(data, 'job')
  const values = readValues(data, ['lastDay'])
  if (!(await getOwnJob(company.id, id))) notFound()
  const moved = await moveJob({
    id,
    companyId: company.id,
    action: 'move-last-day',
    by: 'recruiter',
    userId: viewer.id,
    lastDay: { from: text(data, 'from'), day: String(values.lastDay).trim() },
  }).catch(() => null)
  if (!moved) return failed(values, {}, STORE_AWAY)
  if (moved.kind === 'refused')
    return failed(values, moved.errors ?? { form: 'Its last day cannot be moved any more.' })
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Writes to the reviewer. */
export async function writeToReviewer(_state: FormState, data: FormData): Promise<FormState> {
  const { viewer, company } = await access(data)
  const id = text(data, 'job')
  const values = readValues(data, ['message'])
  const message = String(values.message).trim().slice(0, 2000)
  if (!(await getOwnJob(company.id, id))) notFound()
  if (message === '') return failed(values, { message: 'Write something first.' })
  try {
    if ((await takeTurn({ key: `message:${company.id}`, most: 30, seconds: 3600 })) > 0) {
      await logSecurity('limited', { user: viewer.id, what: 'messages' })
      return failed(values, {}, 'Too many messages for now. Try again in an hour.')
    }
    await addMessage(id, viewer.id, 'employer', message)
  } catch {
    return failed(values, {}, STORE_AWAY)
  }
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Makes a new draft of an old posting, whatever became of that. */
export async function duplicateJob(data: FormData): Promise<void> {
  const { viewer, company } = await access(data)
  const own = await getOwnJob(company.id, text(data, 'job'))
  if (!own) notFound()
  const id = await createJob(company.id, viewer.id, { ...(own.content as Values), validThrough: '' })
  goTo(`/employer/${company.slug}/jobs/${id}/edit`)
}
