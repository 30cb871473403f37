import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { recordName, recordValue } from '@/lib/companies/dns'
import { domainOfSite } from '@/lib/companies/domain'
import { requireMember } from '@/lib/companies/members'
import { formatDay } from '@/lib/format'
import { EMPTY_FORM } from '@/lib/forms'
import { saveCompany } from '../../actions'
import { profileFields } from '../../fields'
import { checkDomain } from './actions'

export const metadata: Metadata = { title: 'Company profile' }

type Company = Awaited<ReturnType<typeof requireMember>>['company']

const PROVED_BY: Record<string, string> = {
  email: 'by an e-mail address there',
  dns: 'by its DNS record',
  reviewer: 'by a reviewer',
}

/** What proves the domain of the company's site, or how to prove it. */
async function Domain({ company }: { company: Company }) {
  if (company.verifiedDomain && company.verifiedAt) {
    return (
      <p className="lede">
        The company speaks for {company.verifiedDomain}, checked on {formatDay(company.verifiedAt)}{' '}
        {PROVED_BY[company.verifiedBy ?? '']}. Another web site needs another check.
      </p>
    )
  }
  const domain = domainOfSite(company.site)
  if (!domain) return <p className="lede">Give the company’s web site above. Then its domain can be verified here.</p>
  const rows = [
    ['Type', 'TXT'],
    ['Name', recordName(domain)],
    ['Value', recordValue(company.dnsToken)],
  ]
  return (
    <>
      <p className="lede">
        {domain} is not verified yet. Sign in with an e-mail address there and save the profile, or add this record
        where the domain’s DNS is kept.
      </p>
      <dl className="record">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ActionForm
        action={checkDomain}
        fields={[]}
        hidden={{ company: company.slug }}
        initial={EMPTY_FORM}
        submit="Check the record"
      />
    </>
  )
}

export default async function ProfilePage({ params }: PageProps<'/employer/[company]/profile'>) {
  const { company, logo } = await requireMember((await params).company, 'owner')
  const values = {
    name: company.name,
    site: company.site ?? '',
    about: company.about,
    industry: company.industry ?? '',
    size: company.size ?? '',
    places: company.places.join('\n'),
    timeZone: company.timeZone,
  }
  return (
    <div className="wrap narrow">
      <p className="quiet">
        <a href={`/employer/${company.slug}`}>{company.name}</a>
      </p>
      <h1>Company profile</h1>
      <ActionForm
        action={saveCompany}
        fields={profileFields({ name: company.name, logo })}
        hidden={{ company: company.slug }}
        initial={{ values, errors: {} }}
        submit="Save"
      />
      <section className="part" id="domain">
        <h2>Domain</h2>
        <Domain company={company} />
      </section>
    </div>
  )
}
