import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { JobForm } from '@/components/jobs/job-form'
import { requireMember } from '@/lib/companies/members'
import { USUAL_DAYS } from '@/lib/jobs/content'
import { todayOf } from '@/lib/jobs/own-queries'
import { listRoles } from '@/lib/roles/queries'
import { answersStranger } from '@/lib/users/answering'
import { saveDraft } from '../actions'

export const metadata: Metadata = { title: 'Post a job' }

export default async function NewJobPage({ params }: PageProps<'/employer/[company]/jobs/new'>) {
  const { company: slug } = await params
  const shared = { heading: 'Post a job', action: saveDraft, company: slug }
  if (await answersStranger()) return <JobForm {...shared} values={{}} roles={[]} />
  const { company, viewer } = await requireMember(slug, 'recruiter')
  const [roles, today] = await Promise.all([listRoles(), todayOf(company.id, {})])
  const last = new Date(Date.parse(today) + USUAL_DAYS * 86_400_000).toISOString().slice(0, 10)
  return (
    <JobForm
      {...shared}
      keeping={{ user: viewer.id, fresh: randomUUID() }}
      values={{ validThrough: last, payCurrency: 'USD', payUnit: 'YEAR', positions: '1' }}
      roles={roles.map(({ singular }) => singular)}
    />
  )
}
