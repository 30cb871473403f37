import type { Metadata } from 'next'
import { CompanyChanges } from '@/components/companies/company-changes'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { NotSent } from '@/components/forms/not-sent'
import { type CompanyChange, getNewestChange } from '@/lib/companies/change-queries'
import { recordName, recordValue } from '@/lib/companies/dns'
import { domainOfSite } from '@/lib/companies/domain'
import { requireMember } from '@/lib/companies/members'
import type { ShownProfile } from '@/lib/companies/profile'
import { formatDay } from '@/lib/format'
import { EMPTY_FORM } from '@/lib/forms'
import { REASONS } from '@/lib/jobs/lifecycle'
import { labelOf } from '@/lib/jobs/options'
import { answersStranger } from '@/lib/users/answering'
import { saveCompany } from '../../actions'
import { profileFields } from '../../fields'
import { checkDomain, withdrawProfile } from './actions'

export const metadata: Metadata = { title: 'Company profile' }

type Company = Awaited<ReturnType<typeof requireMember>>['company']

const PROVED_BY: Record<string, string> = {
  email: 'by an e-mail address there',
  dns: 'by its DNS record',
  reviewer: 'by a reviewer',
}

/** What proves the domain of the company's site, or how to prove it. */
async function Domain({ company, asked }: { company: Company; asked: CompanyChange | undefined }) {
  const site = asked ? (asked.profile as ShownProfile).site : company.site
  if (asked?.verifiedDomain && asked.verifiedDomain !== company.verifiedDomain)
    return <p className="lede">The company speaks for {asked.verifiedDomain}. Readers see it with your changes.</p>
  if (company.verifiedDomain && company.verifiedAt && site === company.site) {
    return (
      <p className="lede">
        The company speaks for {company.verifiedDomain}, checked on {formatDay(company.verifiedAt)}{' '}
        {PROVED_BY[company.verifiedBy ?? '']}. Another web site needs another check.
      </p>
    )
  }
  const domain = domainOfSite(site)
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
        hidden={{ company: company.id }}
        initial={EMPTY_FORM}
        submit="Check the record"
      />
    </>
  )
}

export default async function ProfilePage({ params }: PageProps<'/employer/[company]/profile'>) {
  const { company: slug } = await params
  const form = { action: saveCompany, submit: 'Save' }
  if (await answersStranger())
    return (
      <NotSent narrow>
        <ActionForm {...form} fields={profileFields()} hidden={{ company: slug }} initial={EMPTY_FORM} />
      </NotSent>
    )
  const { company, logo } = await requireMember(slug, 'owner')
  const newest = await getNewestChange(company.id)
  const open = newest?.outcome === null ? newest : undefined
  const { name, site, about, industry, size, places } = (open?.profile as ShownProfile | undefined) ?? company
  const values = {
    name,
    site: site ?? '',
    about,
    industry: industry ?? '',
    size: size ?? '',
    places: places.join('\n'),
    timeZone: company.timeZone,
  }
  return (
    <div className="wrap narrow">
      <p className="quiet">
        <a href={`/employer/${company.slug}`}>{company.name}</a>
      </p>
      <h1>Company profile</h1>
      {company.public ? (
        <p className="lede">
          Readers see this page, so a reviewer reads changes first. Words of a company that has verified its domain are
          shown at once, marked “changed, not yet read”; a new name, web site or logo waits always.
        </p>
      ) : null}
      {open ? (
        <>
          <p className="notice">
            {company.unread
              ? 'Readers see your new words, marked “changed, not yet read”. The rest waits for a reviewer.'
              : 'Your changes are with a reviewer. Readers see what was there before.'}
          </p>
          <CompanyChanges change={open} logo={logo} heading="Your changes" />
          <ButtonForm action={withdrawProfile} className="buttons">
            <input type="hidden" name="company" value={company.id} />
            <button className="btn plain-btn" type="submit">
              Take the changes back
            </button>
          </ButtonForm>
        </>
      ) : null}
      {!open && newest?.outcome === 'refused' ? (
        <p className="notice">
          A reviewer has refused the last changes{newest.reason ? `: ${labelOf(REASONS, newest.reason)}` : ''}.{' '}
          {newest.note}
        </p>
      ) : null}
      <ActionForm
        {...form}
        fields={profileFields({ name: company.name, logo })}
        hidden={{ company: company.id }}
        initial={{ values, errors: {} }}
      />
      <section className="part" id="domain">
        <h2>Domain</h2>
        <Domain company={company} asked={open} />
      </section>
    </div>
  )
}
