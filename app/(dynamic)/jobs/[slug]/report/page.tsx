import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { EMPTY_FORM } from '@/lib/forms'
import { getJobPage } from '@/lib/jobs/page'
import { JOB_REASONS } from '@/lib/reports/reasons'
import { sendJobReport } from './actions'

export const metadata: Metadata = { title: 'Report a job', robots: { index: false } }
export const dynamic = 'force-dynamic'

export default async function ReportJobPage({ params }: PageProps<'/jobs/[slug]/report'>) {
  const page = await getJobPage((await params).slug)
  if (!page) notFound()
  return (
    <div className="wrap narrow">
      <h1>Report this job</h1>
      <p className="lede">
        <a href={`/jobs/${page.job.slug}`}>{page.content.title}</a>, {page.company.name}. A reviewer of this site reads
        your report; the employer does not see it. We ask for no name, and forget your network’s address after a day.
      </p>
      <ActionForm
        action={sendJobReport}
        hidden={{ slug: page.job.slug }}
        initial={EMPTY_FORM}
        submit="Send the report"
        fields={[
          { name: 'reason', label: 'What is wrong?', kind: 'radio', options: JOB_REASONS },
          { name: 'note', label: 'What should the reviewer know?', kind: 'textarea', maxLength: 2000 },
        ]}
      />
    </div>
  )
}
