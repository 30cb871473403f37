import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobForm } from '@/components/jobs/job-form'
import { requireMember } from '@/lib/companies/members'
import { EMPTY_FORM, type Values } from '@/lib/forms'
import { formToSend } from '@/lib/jobs/gaps'
import { isWritable } from '@/lib/jobs/lifecycle'
import { getOwnJob } from '@/lib/jobs/own-queries'
import { understoodOf } from '@/lib/jobs/understood'
import { listRoles } from '@/lib/roles/queries'
import { answersStranger } from '@/lib/users/answering'
import { saveDraft } from '../../actions'

export const metadata: Metadata = { title: 'Edit a job' }

export default async function EditJobPage({ params, searchParams }: PageProps<'/employer/[company]/jobs/[job]/edit'>) {
  const { company: slug, job: id } = await params
  const shared = { heading: 'Edit a job', action: saveDraft }
  if (await answersStranger())
    return <JobForm {...shared} company={{ id: slug, slug }} job={{ id, edition: 0 }} initial={EMPTY_FORM} roles={[]} />
  const { company, viewer } = await requireMember(slug, 'recruiter')
  const [own, roles] = await Promise.all([getOwnJob(company.id, id), listRoles()])
  if (!own || !isWritable(own.job)) notFound()
  const values = own.content as Values
  const shown = own.job.shownVersion !== null
  const { send } = await searchParams
  const toSend = send ? await formToSend(values, company.id, own.job.shownVersion) : undefined
  return (
    <JobForm
      {...shared}
      company={company}
      keeping={{ user: viewer.id, fresh: id }}
      job={{ id, edition: own.edition }}
      shown={shown}
      initial={{ ...(toSend ?? { values, errors: {} }), notes: understoodOf(values) }}
      roles={roles.map(({ singular }) => singular)}
    />
  )
}
