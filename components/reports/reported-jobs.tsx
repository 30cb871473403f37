import { formatDay, formatWhole } from '@/lib/format'
import { labelOf } from '@/lib/jobs/options'
import type { ReportedJob } from '@/lib/reports/queries'
import { JOB_REASONS } from '@/lib/reports/reasons'

/** Jobs that readers have reported, for reviewers. */
export function ReportedJobs({ jobs }: { jobs: readonly ReportedJob[] }) {
  return (
    <section className="part" id="reported">
      <h2>
        Reported jobs <span className="quiet num">{formatWhole(jobs[0]?.all ?? 0)}</span>
      </h2>
      {jobs.length === 0 ? <p className="quiet">No open reports.</p> : null}
      <ul className="lines">
        {jobs.map((job) => (
          <li key={job.id}>
            <span className="said">
              <a href={`/review/${job.id}#reports`}>{job.title}</a>
              <br />
              <small className="quiet">
                {job.company} · {formatWhole(job.reports)} {job.reports === 1 ? 'report' : 'reports'}
                {job.reasons.map((reason) => ` · ${labelOf(JOB_REASONS, reason)}`)}
              </small>
            </span>
            <span className="num">since {formatDay(job.since)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
