import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { JobForm } from '@/components/jobs/job-form'
import { requireMember } from '@/lib/companies/members'
import { EMPTY_FORM } from '@/lib/forms'
import { isUuid } from '@/lib/is-uuid'
import { USUAL_DAYS } from '@/lib/jobs/content'
import { isWritable } from '@/lib/jobs/lifecycle'
import { getOwnJob, todayOf } from '@/lib/jobs/own-queries'
import { listRoles } from '@/lib/roles/queries'
import { answersStranger, pathAsked } from '@/lib/users/answering'
import { goTo } from '@/lib/users/go'
import { saveDraft } from '../actions'

export const metadata: Metadata = { title: 'Post a job' }

export default async function NewJobPage({ params, searchParams }: PageProps<'/employer/[company]/jobs/new'>) {
  const { company: slug } = await params
  const shared = { heading: 'Post a job', action: saveDraft }
  if (await answersStranger())
    return <JobForm {...shared} company={{ id: slug, slug }} initial={EMPTY_FORM} roles={[]} />
  const { company, viewer } = await requireMember(slug, 'recruiter')
  const fresh = await freshDraft(company, (await searchParams).draft)
  const [roles, today] = await Promise.all([listRoles(), todayOf(company.id, {})])
  const last = new Date(Date.parse(today) + USUAL_DAYS * 86_400_000).toISOString().slice(0, 10)
  const values = { validThrough: last, payCurrency: 'USD', payUnit: 'YEAR', positions: '1' }
  return (
    <JobForm
      {...shared}
      company={company}
      keeping={{ user: viewer.id, fresh }}
      initial={{ values, errors: {} }}
      roles={roles.map(({ singular }) => singular)}
    />
  )
}

/**
 * The id that the draft of this form gets. It stands in the address: whoever comes back to it once the draft is saved
 * finds that, and not an empty form that would make another.
 */
async function freshDraft(company: { id: string; slug: string }, asked: unknown): Promise<string> {
  const base = `/employer/${company.slug}/jobs`
  const named = typeof asked === 'string' && isUuid(asked) ? asked : undefined
  if ((await pathAsked()) === undefined) return named ?? randomUUID()
  if (!named) return goTo(`${base}/new?draft=${randomUUID()}`)
  const own = await getOwnJob(company.id, named)
  if (own) goTo(isWritable(own.job) ? `${base}/${named}/edit` : `${base}/${named}`)
  return named
}
