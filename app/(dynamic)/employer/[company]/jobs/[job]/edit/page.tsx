import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobForm } from '@/components/jobs/job-form'
import { requireMember } from '@/lib/companies/members'
import type { Values } from '@/lib/forms'
import { isWritable } from '@/lib/jobs/lifecycle'
import { getOwnJob } from '@/lib/jobs/own-queries'
import { understoodOf } from '@/lib/jobs/understood'
import { listRoles } from '@/lib/roles/queries'
import { answersStranger } from '@/lib/users/answering'
import { saveDraft } from '../../actions'

export const metadata: Metadata = { title: 'Edit a job' }

export default async function EditJobPage({ params }: PageProps<'/employer/[company]/jobs/[job]/edit'>) {
  const { company: slug, job: id } = await params
  const shared = { heading: 'Edit a job', action: saveDraft, company: slug }
  if (await answersStranger()) return <JobForm {...shared} job={{ id, edition: 0 }} values={{}} roles={[]} />
  const { company, viewer } = await requireMember(slug, 'recruiter')
  const [own, roles] = await Promise.all([getOwnJob(company.id, id), listRoles()])
  if (!own || !isWritable(own.job)) notFound()
  return (
    <JobForm
      {...shared}
      keeping={{ user: viewer.id, fresh: id }}
      job={{ id, edition: own.edition }}
      shown={own.job.shownVersion !== null}
      values={own.content as Values}
      notes={understoodOf(own.content as Values)}
      roles={roles.map(({ singular }) => singular)}
    />
  )
}
