import type { Metadata } from 'next'
import { OwnJobs } from '@/components/jobs/own-jobs'
import { listMembers, mayAct, requireMember } from '@/lib/companies/members'
import { isCounted } from '@/lib/counts/queries'
import { formatDay } from '@/lib/format'
import { listOwnJobs } from '@/lib/jobs/own-queries'

export const metadata: Metadata = { title: 'Your jobs' }

export default async function CompanyHomePage({ params }: PageProps<'/employer/[company]'>) {
  const { company, role } = await requireMember((await params).company)
  const [jobs, members] = await Promise.all([listOwnJobs(company.id), listMembers(company.id)])
  const away = jobs.filter(({ state }) => state === 'archived')
  return (
    <div className="wrap page">
      <h1>{company.name}</h1>
      <div className="buttons">
        {mayAct(role, 'recruiter') ? (
          <a className="btn" href={`/employer/${company.slug}/jobs/new`}>
            Post a job
          </a>
        ) : null}
        {mayAct(role, 'owner') ? (
          <a className="btn plain-btn" href={`/employer/${company.slug}/profile`}>
            Profile
          </a>
        ) : null}
        {mayAct(role, 'owner') ? (
          <a className="btn plain-btn" href={`/employer/${company.slug}/team`}>
            Team
          </a>
        ) : null}
        <a
          className="btn plain-btn"
          href={company.public ? `/companies/${company.slug}` : `/employer/${company.slug}/preview`}
        >
          Its page
        </a>
      </div>
      {jobs.length === 0 ? <p className="lede">No postings yet.</p> : null}
      <OwnJobs jobs={jobs} base={`/employer/${company.slug}`} timeZone={company.timeZone} counted={isCounted} />
      {away.length > 0 ? (
        <details className="more">
          <summary>Put away: {away.length}</summary>
          <ul className="lines">
            {away.map((job) => (
              <li key={job.id}>
                <a href={`/employer/${company.slug}/jobs/${job.id}`}>{job.title || 'Without a title yet'}</a>
                <span className="num">changed {formatDay(job.changedAt)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <section className="part">
        <h2>People</h2>
        <ul className="lines">
          {members.map((member) => (
            <li key={member.userId}>
              {member.email} <span className="num">{member.role}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
