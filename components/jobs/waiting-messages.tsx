import { formatDay, formatWhole } from '@/lib/format'
import type { WaitingMessages as Waiting } from '@/lib/jobs/waiting-messages'

/** Postings whose employers wait for an answer, for reviewers. */
export function WaitingMessages({ jobs }: { jobs: readonly Waiting[] }) {
  if (jobs.length === 0) return null
  return (
    <section className="part" id="messages">
      <h2>
        Messages <span className="quiet num">{formatWhole(jobs.length)}</span>
      </h2>
      <ul className="lines">
        {jobs.map((job) => (
          <li key={job.id}>
            <span>
              <a href={`/review/${job.id}#thread`}>{job.title || 'Without a title yet'}</a>
              <br />
              <small className="quiet">
                {job.company} · {job.messages === 1 ? 'a message' : `${formatWhole(job.messages)} messages`}
              </small>
            </span>
            <span className="num">since {formatDay(job.since)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
