import type { Metadata } from 'next'
import { ReportedJobs } from '@/components/reports/reported-jobs'
import { QueueTrouble } from '@/components/ui/queue-trouble'
import { formatDay } from '@/lib/format'
import { listQueue } from '@/lib/jobs/review-queries'
import { RISKS } from '@/lib/jobs/risks'
import { listTrouble } from '@/lib/queue/trouble'
import { listReportedJobs } from '@/lib/reports/queries'
import { requireReviewer } from '@/lib/users/viewer'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage() {
  await requireReviewer()
  const [queue, trouble, reported] = await Promise.all([listQueue(), listTrouble(), listReportedJobs()])
  return (
    <div className="wrap narrow">
      <h1>Review</h1>
      <QueueTrouble trouble={trouble} />
      {queue.length === 0 ? <p className="lede">Nothing waits.</p> : null}
      <ul className="lines">
        {queue.map((job) => (
          <li key={job.id}>
            <span>
              <a href={`/review/${job.id}`}>{job.title}</a>
              <br />
              <small className="quiet">
                {job.company}
                {job.changes ? ' · Changes to a live posting' : ''}
                {job.risks.map((risk) => ` · ${RISKS[risk] ?? risk}`)}
              </small>
            </span>
            <span className="num">{job.submittedAt ? formatDay(job.submittedAt) : ''}</span>
          </li>
        ))}
      </ul>
      <ReportedJobs jobs={reported} />
    </div>
  )
}
