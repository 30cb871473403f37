import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CompanyView } from '@/components/companies/company-view'
import { JobList } from '@/components/jobs/job-list'
import { Crumbs } from '@/components/ui/crumbs'
import { tagPage } from '@/lib/cache-tags'
import { getCompany } from '@/lib/companies/queries'
import { env } from '@/lib/env'
import { listJobsOfCompany } from '@/lib/jobs/queries'
import { describeCompanyPage } from '@/lib/pages/describe-others'

export const revalidate = 86400
export const generateStaticParams = () => []

const load = cache(getCompany)

export async function generateMetadata({ params }: PageProps<'/companies/[company]'>): Promise<Metadata> {
  const company = (await load((await params).company))?.company
  if (!company) return {}
  return {
    ...describeCompanyPage(company),
    alternates: { canonical: `/companies/${company.slug}` },
    ...(company.demo ? { robots: { index: false } } : {}),
  }
}

export default async function CompanyPage({ params }: PageProps<'/companies/[company]'>) {
  const { company: slug } = await params
  await tagPage('companies')
  const found = await load(slug)
  if (!found) notFound()
  const { company, logo } = found
  await tagPage(`company:${company.id}`)
  const jobs = await listJobsOfCompany(company.id)
  return (
    <div className="wrap">
      <Crumbs
        site={env.SITE_URL}
        trail={[
          { name: 'Jobs', path: '/jobs' },
          { name: company.name, path: `/companies/${company.slug}` },
        ]}
      />
      <CompanyView company={company} logo={logo} />
      <section className="part">
        <h2>Open jobs</h2>
        {jobs.length > 0 ? <JobList jobs={jobs} /> : <p className="lede">None at the moment.</p>}
      </section>
    </div>
  )
}
