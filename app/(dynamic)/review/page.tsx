import type { Metadata } from 'next'
import { WaitingMessages } from '@/components/jobs/waiting-messages'
import { ReportedJobs } from '@/components/reports/reported-jobs'
import { QueueTrouble } from '@/components/ui/queue-trouble'
import { listCompanyChanges } from '@/lib/companies/change-queries'
import { formatDay } from '@/lib/format'
import { listQueue } from '@/lib/jobs/review-queries'
import { RISKS } from '@/lib/jobs/risks'
import { listWaitingMessages } from '@/lib/jobs/waiting-messages'
import { listTrouble } from '@/lib/queue/trouble'
import { listReportedJobs } from '@/lib/reports/queries'
import { requireReviewer } from '@/lib/users/viewer'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage() {
  await requireReviewer()
  const [queue, companies, trouble, reported, messages] = await Promise.all([
    listQueue(),
    listCompanyChanges(),
    listTrouble(),
    listReportedJobs(),
    listWaitingMessages(),
  ])
  return (
    <div className="wrap narrow">
      <h1>Review</h1>
      <QueueTrouble trouble={trouble} />
      {queue.length + companies.length + messages.length === 0 ? <p className="lede">Nothing waits.</p> : null}
      <ul className="lines">
        {queue.map((job) => (
          <li key={job.id}>
            <span>
              <a href={`/review/${job.id}`}>{job.title}</a>
              <br />
              <small className="quiet">
                {job.company}
                {job.changes ? ' · Changes to a live posting' : ''}
                {job.unread ? ' · Changed, not yet read: readers see it' : ''}
                {job.risks.map((risk) => ` · ${RISKS[risk] ?? risk}`)}
              </small>
            </span>
            <span className="num">{job.submittedAt ? formatDay(job.submittedAt) : ''}</span>
          </li>
        ))}
      </ul>
      {companies.length > 0 ? (
        <section className="part" id="companies">
          <h2>Companies’ pages</h2>
          <ul className="lines">
            {companies.map((company) => (
              <li key={company.slug}>
                <span>
                  <a href={`/review/companies/${company.slug}`}>{company.name}</a>
                  <br />
                  <small className="quiet">
                    {company.verified ? `verified: ${company.verified}` : 'not verified'}
                    {company.unread ? ' · Changed, not yet read: readers see it' : ''}
                    {company.risks.map((risk) => ` · ${RISKS[risk] ?? risk}`)}
                  </small>
                </span>
                <span className="num">{formatDay(company.savedAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <WaitingMessages jobs={messages} />
      <ReportedJobs jobs={reported} />
    </div>
  )
}
