import { formatDay } from '@/lib/format'
import type { JobCard } from '@/lib/jobs/queries'

/** Open jobs as lines: title, who, where, pay, since when. */
export function JobList({ jobs }: { jobs: readonly JobCard[] }) {
  return (
    <ul className="jobs">
      {jobs.map((job) => (
        <li key={job.id}>
          <a href={`/jobs/${job.slug}`}>{job.title}</a> <span className="pay num">{job.payText}</span>{' '}
          <span className="why">
            {job.company} · {job.placeText}
            {job.demo ? ' · demo' : ''}
          </span>{' '}
          <span className="fit">{formatDay(job.datePosted)}</span>
        </li>
      ))}
    </ul>
  )
}
