import type { Metadata } from 'next'
import { CompanyView } from '@/components/companies/company-view'
import { requireMember } from '@/lib/companies/members'

export const metadata: Metadata = { title: 'Your company’s page', robots: { index: false } }

/** A company's page before readers may see it. */
export default async function CompanyPreviewPage({ params }: PageProps<'/employer/[company]/preview'>) {
  const { company, logo } = await requireMember((await params).company)
  return (
    <div className="wrap">
      <p className="notice">
        {company.public ? 'Readers see this page.' : 'A preview: readers see this page once a posting is approved.'}{' '}
        <a href={`/employer/${company.slug}`}>Back to the company</a>
      </p>
      <CompanyView company={company} logo={logo} />
    </div>
  )
}
