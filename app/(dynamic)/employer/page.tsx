import type { Metadata } from 'next'
import { listCompaniesOf } from '@/lib/companies/members'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'

export const metadata: Metadata = { title: 'For employers' }

export default async function EmployerPage() {
  const viewer = await requireViewer('/employer')
  const companies = await listCompaniesOf(viewer.id)
  const [only] = companies
  if (!only) goTo('/employer/new')
  if (companies.length === 1) goTo(`/employer/${only?.slug}`)
  return (
    <div className="wrap narrow">
      <h1>Your companies</h1>
      <ul className="lines">
        {companies.map(({ slug, name, role }) => (
          <li key={slug}>
            <a href={`/employer/${slug}`}>{name}</a> <span className="quiet">{role}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/employer/new">Add a company</a>
      </p>
    </div>
  )
}
