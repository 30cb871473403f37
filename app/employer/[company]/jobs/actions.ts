'use server'

import { notFound } from 'next/navigation'
import { type MemberRole, requireMember } from '@/lib/companies/members'
import { formatDollars } from '@/lib/format'
import { type FormState, failed, readValues, STORE_AWAY, type Values } from '@/lib/forms'
import { FIELD_NAMES, LIST_FIELDS, parseContent } from '@/lib/jobs/content'
import { isJobAction } from '@/lib/jobs/lifecycle'
import { addMessage, createJob, moveJob, saveJob } from '@/lib/jobs/mutations'
import { roleContext } from '@/lib/jobs/page'
import { isFarOut } from '@/lib/jobs/pay-context'
import { getOwnJob, todayOf } from '@/lib/jobs/queries'
import { readJob } from '@/lib/jobs/typed'
import { goTo } from '@/lib/users/go'
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
    if (id === '') id = await createJob(company.id, viewer.id, values)
    else {
      if (!(await getOwnJob(company.id, id))) notFound()
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
    }
    if (text(data, 'send') === '1') {
      const saved = { ...typed, job: id, edition: String(edition + 1), sure: text(data, 'sure') }
      const doubt = text(data, 'sure') === '1' ? undefined : await doubtOf(values, company.id)
      if (doubt) return failed({ ...saved, sure: '1' }, { payMin: doubt }, 'Saved as a draft. Are you sure?')
      const moved = await moveJob({ id, companyId: company.id, action: 'submit', by: 'recruiter', userId: viewer.id })
      if (moved.kind === 'refused')
        return failed(saved, moved.errors ?? {}, 'Saved as a draft. To send it to review, mend this:')
    }
  } catch (error) {
    if (isControlFlow(error)) throw error
    return failed(kept, {}, STORE_AWAY)
  }
  return goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** What to ask about pay that lies far outside what the role earns: often a slip of the keys. */
async function doubtOf(values: Values, companyId: string): Promise<string | undefined> {
  const { content } = parseContent(values, await todayOf(companyId))
  const pay = content && (await roleContext(content))?.pay
  if (!pay || !isFarOut(pay)) return undefined
  return `Nine in ten in this role earn more than ${formatDollars(pay.p10)}, and nine in ten less than ${formatDollars(pay.p90)} a year. If the amounts are right, send it again; a reviewer will look at them.`
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

/** Writes to the reviewer. */
export async function writeToReviewer(data: FormData): Promise<void> {
  const { viewer, company } = await access(data)
  const [id, message] = [text(data, 'job'), text(data, 'message').trim().slice(0, 2000)]
  if (!(await getOwnJob(company.id, id))) notFound()
  if (message !== '') await addMessage(id, viewer.id, 'employer', message)
  goTo(`/employer/${company.slug}/jobs/${id}`)
}

/** Makes a new draft of an old posting, whatever became of that. */
export async function duplicateJob(data: FormData): Promise<void> {
  const { viewer, company } = await access(data)
  const own = await getOwnJob(company.id, text(data, 'job'))
  if (!own) notFound()
  const id = await createJob(company.id, viewer.id, { ...(own.values as Values), validThrough: '' })
  goTo(`/employer/${company.slug}/jobs/${id}/edit`)
}
