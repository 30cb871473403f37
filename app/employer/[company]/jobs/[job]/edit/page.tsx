import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { requireMember } from '@/lib/companies/members'
import type { Values } from '@/lib/forms'
import { isWritable } from '@/lib/jobs/lifecycle'
import { getOwnJob } from '@/lib/jobs/queries'
import { listRoles } from '@/lib/roles/queries'
import { jobFields } from '../../../../job-fields'
import { saveDraft } from '../../actions'

export const metadata: Metadata = { title: 'Edit a job' }

export default async function EditJobPage({ params }: PageProps<'/employer/[company]/jobs/[job]/edit'>) {
  const { company: slug, job: id } = await params
  const { company } = await requireMember(slug, 'recruiter')
  const [own, roles] = await Promise.all([getOwnJob(company.id, id), listRoles()])
  if (!own || !isWritable(own.job.state)) notFound()
  return (
    <div className="wrap narrow">
      <h1>Edit a job</h1>
      <p className="quiet">
        <a href={`/employer/${company.slug}/jobs/${id}`}>Back to the posting</a>
      </p>
      <ActionForm
        action={saveDraft}
        fields={jobFields(roles.map(({ singular }) => singular))}
        hidden={{ company: company.slug, job: id, edition: String(own.edition), sure: '', over: '' }}
        initial={{ values: own.values as Values, errors: {} }}
        submit="Save draft"
        also={{ name: 'send', label: 'Send to review' }}
      />
    </div>
  )
}
