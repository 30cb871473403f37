import type { Metadata } from 'next'
import { listCompaniesOf, mayAct } from '@/lib/companies/members'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'

export const metadata: Metadata = { title: 'Post a job' }

/** Where “Post a job” leads: to the form of one's company, by way of signing in and making or choosing one. */
export default async function PostJobPage() {
  const viewer = await requireViewer('/employer/jobs/new')
  const companies = (await listCompaniesOf(viewer.id)).filter(({ role }) => mayAct(role, 'recruiter'))
  const [first] = companies
  if (!first) return goTo('/employer/new?next=job')
  if (companies.length === 1) return goTo(`/employer/${first.slug}/jobs/new`)
  return (
    <div className="wrap narrow">
      <h1>Post a job</h1>
      <p className="lede">For which company?</p>
      <ul className="lines">
        {companies.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/employer/${slug}/jobs/new`}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
