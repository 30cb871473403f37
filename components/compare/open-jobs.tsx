import type { ComparisonPage } from '@/lib/compare/queries'
import { capitalise } from '@/lib/compare/side'
import { JobList } from '../jobs/job-list'
import { Section } from './sections'

/** Jobs open now for both roles; left out where neither has one. */
export function OpenJobs({ comparison }: { comparison: ComparisonPage }) {
  const { sides, jobs } = comparison
  if (jobs.every((list) => list.length === 0)) return null
  return (
    <Section id="jobs" title="Open jobs">
      <div className="two">
        {sides.map((side, i) => (
          <div className={side.key} key={side.key}>
            <h3>{capitalise(side.role.singular)}</h3>
            {jobs[i]?.length ? <JobList jobs={jobs[i]} /> : <p className="quiet">None here at the moment.</p>}
          </div>
        ))}
      </div>
    </Section>
  )
}
