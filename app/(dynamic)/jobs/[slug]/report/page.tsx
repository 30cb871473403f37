import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { EMPTY_FORM } from '@/lib/forms'
import { getJobPage } from '@/lib/jobs/page'
import { JOB_REASONS, MOST_NOTE } from '@/lib/reports/reasons'
import { unlessAway } from '@/lib/users/answering'
import { sendJobReport } from './actions'

export const metadata: Metadata = { title: 'Report a job', robots: { index: false } }
export const dynamic = 'force-dynamic'

export default async function ReportJobPage({ params }: PageProps<'/jobs/[slug]/report'>) {
  const { slug } = await params
  const page = await unlessAway(getJobPage(slug))
  if (page === null) notFound()
  return (
    <div className="wrap narrow">
      <h1>Report this job</h1>
      <p className="lede">
        {page ? (
          <>
            <a href={`/jobs/${page.job.slug}`}>{page.content.title}</a>, {page.company.name}.
          </>
        ) : null}{' '}
        A reviewer of this site reads your report; the employer does not see it. We ask for no name, and forget your
        network’s address after a day.
      </p>
      <ActionForm
        action={sendJobReport}
        hidden={{ slug, form: randomUUID() }}
        initial={EMPTY_FORM}
        submit="Send the report"
        fields={[
          { name: 'reason', label: 'What is wrong?', kind: 'radio', options: JOB_REASONS },
          { name: 'note', label: 'What should the reviewer know?', kind: 'textarea', maxLength: MOST_NOTE },
        ]}
      />
    </div>
  )
}
