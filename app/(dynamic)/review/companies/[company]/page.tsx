import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompanyChanges } from '@/components/companies/company-changes'
import { CompanyView } from '@/components/companies/company-view'
import { ActionForm } from '@/components/forms/action-form'
import { getCompanyForReview, getNewestChange } from '@/lib/companies/change-queries'
import { EMPTY_FORM } from '@/lib/forms'
import { REASONS } from '@/lib/jobs/lifecycle'
import { RISKS } from '@/lib/jobs/risks'
import { requireReviewer } from '@/lib/users/viewer'
import { decideCompany } from '../../actions'

export const metadata: Metadata = { title: 'Review a company' }

export default async function ReviewCompanyPage({ params }: PageProps<'/review/companies/[company]'>) {
  await requireReviewer()
  const found = await getCompanyForReview((await params).company)
  if (!found) notFound()
  const { company, logo } = found
  const newest = await getNewestChange(company.id)
  const open = newest?.outcome === null ? newest : undefined
  return (
    <div className="wrap">
      <p className="quiet">
        <a href="/review">All that waits</a>
      </p>
      <p className="notice">
        {open ? `Changes to the page of ${company.name}.` : `Nothing waits at ${company.name}.`}
        {open?.verifiedDomain ? ` It has shown that it speaks for ${open.verifiedDomain}.` : ''}
        {open?.risks.map((risk) => ` ${RISKS[risk] ?? risk}.`)}
      </p>
      {open ? <CompanyChanges change={open} logo={logo} heading="What would change" /> : null}
      {open ? (
        <section className="part">
          <h2>Decide</h2>
          <ActionForm
            action={decideCompany}
            hidden={{ company: company.id, seen: String(open.edition) }}
            initial={EMPTY_FORM}
            submit="Decide"
            fields={[
              {
                name: 'action',
                label: 'What to do',
                kind: 'radio',
                options: [
                  ['approve', 'Approve the changes'],
                  ['refuse', 'Refuse the changes'],
                ],
              },
              { name: 'reason', label: 'Reason, to refuse', kind: 'select', options: [['', 'Choose'], ...REASONS] },
              { name: 'note', label: 'To the employer', kind: 'textarea', maxLength: 2000 },
            ]}
          />
        </section>
      ) : null}
      <section className="part" id="now">
        <h2>{found.public ? 'As readers see it' : 'As readers would see it'}</h2>
        <CompanyView company={company} logo={logo} />
      </section>
    </div>
  )
}
