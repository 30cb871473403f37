'use server'

import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { memberFor, requireMember } from '@/lib/companies/members'
import { type FormState, failed, readValues, STORE_AWAY, type Values } from '@/lib/forms'
import { isUuid } from '@/lib/is-uuid'
import { FIELD_NAMES, LIST_FIELDS, MOST_DAYS } from '@/lib/jobs/content'
import { formToSend, TO_MEND } from '@/lib/jobs/gaps'
import { isJobAction, isWritable } from '@/lib/jobs/lifecycle'
import { checkMessage, writeToReviewers } from '@/lib/jobs/messages'
import { beginDraft, moveJob, saveJob } from '@/lib/jobs/mutations'
import { getOwnJob } from '@/lib/jobs/own-queries'
import { readJob } from '@/lib/jobs/typed'
import { understoodOf } from '@/lib/jobs/understood'
import { Refused } from '@/lib/limits/refused'
import { plainDigits } from '@/lib/money/digits'
import { answerTo } from '@/lib/users/form-sender'
import { goTo } from '@/lib/users/go'

const text = (data: FormData, name: string) => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

const access = (data: FormData) => requireMember(text(data, 'company'), 'recruiter')

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
  const kept = {
    ...typed,
    job: text(data, 'job'),
    edition: String(edition),
    over: text(data, 'over'),
    fresh: text(data, 'fresh'),
  }
  const asked = await memberFor(data, kept, 'recruiter')
  if (asked.answer) return asked.answer
  const { viewer, company } = asked
  // A new form says which id its draft gets: however often it is sent, also by way of Back, it makes one.
  const id = text(data, 'job') || (isUuid(text(data, 'fresh')) ? text(data, 'fresh') : randomUUID())
  try {
    const values = await readJob(data)
    let own = await getOwnJob(company.id, id)
    let next = 1
    if (!own && text(data, 'job') !== '') notFound()
    if (!own && !(await beginDraft(company.id, viewer.id, values, id))) own = await getOwnJob(company.id, id)
    if (own) {
      // The last day of what readers see moves by a renewal alone.
      if (own.job.shownVersion !== null) values.validThrough = (own.content as Values).validThrough ?? ''
      const saved = isSame(own.content as Values, values)
        ? { kind: 'saved' as const, edition: own.edition }
        : await saveJob({ companyId: company.id, id, userId: viewer.id }, values, edition, text(data, 'over') === '1')
      if (saved.kind === 'closed') return failed(kept, {}, 'This posting can no longer be changed here.')
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
      const back = await formToSend({ ...values, sure: text(data, 'sure') }, company.id, own?.job.shownVersion ?? null)
      if (back) return failed({ ...saved, sure: back.values.sure ?? '' }, back.errors, back.message)
      const action = (own?.job.shownVersion ?? null) === null ? 'submit' : 'submit-revision'
      const moved = await moveJob({ id, companyId: company.id, action, by: 'recruiter', userId: viewer.id })
      if (moved.kind === 'refused' && !moved.errors) goTo(`/employer/${company.slug}/jobs/${id}?not=submit`)
      if (moved.kind === 'refused') return failed(saved, moved.errors ?? {}, moved.errors?.form ?? TO_MEND)
    }
  } catch (error) {
    return answerTo(error, kept).answer
  }
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Whether a form holds what is stored: it is sent once more. */
const isSame = (stored: Values, typed: Values) =>
  [...FIELD_NAMES, 'roleSlug'].every((name) => String(stored[name] ?? '') === String(typed[name] ?? ''))

/** Takes a posting to another state, as its company may. What cannot be done is said on its page. */
export async function moveOwnJob(data: FormData): Promise<void> {
  const { viewer, company } = await access(data)
  const [id, action] = [text(data, 'job'), data.get('action')]
  const own = await getOwnJob(company.id, id)
  if (!isJobAction(action) || !own) notFound()
  const at = `/employer/${company.slug}/jobs/${id}`
  // The form says what is missing where it can be mended, and asks about what looks like a slip.
  const isAsked = action === 'submit' && isWritable(own.job)
  if (isAsked && (await formToSend(own.content as Values, company.id, null))) goTo(`${at}/edit?send=1`)
  const moved = await moveJob({ id, companyId: company.id, action, by: 'recruiter', userId: viewer.id })
  if (moved.kind === 'done') return goTo(at)
  const isTooMuch = action === 'submit' && moved.errors?.form
  return goTo(`${at}?not=${isTooMuch ? 'submissions' : action}`)
}

/** Moves the last day of a posting on, reckoned from the one its form was told. */
export async function renewJob(_state: FormState, data: FormData): Promise<FormState> {
  const [id, from] = [text(data, 'job'), text(data, 'from')]
  const values = readValues(data, ['days'])
  const asked = await memberFor(data, values, 'recruiter')
  if (asked.answer) return asked.answer
  const { viewer, company } = asked
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
  const id = text(data, 'job')
  const values = readValues(data, ['lastDay'])
  const asked = await memberFor(data, values, 'recruiter')
  if (asked.answer) return asked.answer
  const { viewer, company } = asked
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
  const id = text(data, 'job')
  const values = readValues(data, ['message'])
  const asked = await memberFor(data, values, 'recruiter')
  if (asked.answer) return asked.answer
  const { viewer, company } = asked
  const message = String(values.message).trim()
  const wrong = checkMessage(message)
  if (wrong) return failed(values, { message: wrong })
  try {
    if (!(await getOwnJob(company.id, id))) notFound()
    await writeToReviewers({ userId: viewer.id, companyId: company.id }, id, message)
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Makes a new draft of an old posting, whatever became of that. A second press leads to the same. */
export async function duplicateJob(data: FormData): Promise<void> {
  const { viewer, company } = await access(data)
  const own = await getOwnJob(company.id, text(data, 'job'))
  if (!own) notFound()
  const fresh = isUuid(text(data, 'fresh')) ? text(data, 'fresh') : randomUUID()
  const values = { ...(own.content as Values), validThrough: '' }
  try {
    await beginDraft(company.id, viewer.id, values, fresh)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return goTo(`/employer/${company.slug}/jobs/${own.job.id}?not=duplicate`)
  }
  return goTo(`/employer/${company.slug}/jobs/${fresh}/edit`)
}
