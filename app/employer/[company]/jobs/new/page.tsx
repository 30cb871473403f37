import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { requireMember } from '@/lib/companies/members'
import { USUAL_DAYS } from '@/lib/jobs/content'
import { todayOf } from '@/lib/jobs/queries'
import { listRoles } from '@/lib/roles/queries'
import { jobFields } from '../../../job-fields'
import { saveDraft } from '../actions'

export const metadata: Metadata = { title: 'Post a job' }

export default async function NewJobPage({ params }: PageProps<'/employer/[company]/jobs/new'>) {
  const { company } = await requireMember((await params).company, 'recruiter')
  const [roles, today] = await Promise.all([listRoles(), todayOf(company.id)])
  const last = new Date(Date.parse(today) + USUAL_DAYS * 86_400_000).toISOString().slice(0, 10)
  return (
    <div className="wrap narrow">
      <h1>Post a job</h1>
      <p className="lede">Save a draft at any time. A person reads each posting before it goes live.</p>
      <ActionForm
        action={saveDraft}
        fields={jobFields(roles.map(({ singular }) => singular))}
        hidden={{ company: company.slug, job: '', edition: '0', sure: '', over: '' }}
        initial={{ values: { validThrough: last, payCurrency: 'USD', payUnit: 'YEAR', positions: '1' }, errors: {} }}
        submit="Save draft"
        also={{ name: 'send', label: 'Send to review' }}
      />
    </div>
  )
}
