import type { Logo } from '@/lib/companies/logo'
import { WithBreaks } from '../ui/with-breaks'
import { LogoImage } from './logo-image'
import { Unread, Verified } from './verified'

type Props = {
  company: {
    name: string
    site: string | null
    about: string
    industry: string | null
    size: string | null
    places: string[]
    verifiedDomain: string | null
    demo: boolean
    unread: boolean
  }
  logo: Logo | null
  /** The rank of its name among the page's headings. */
  level?: 'h1' | 'h3'
}

/** What a company's page says of it, the same for readers and in its own preview. */
export function CompanyView({ company, logo, level: Heading = 'h1' }: Props) {
  const facts = [company.industry, company.size ? `${company.size} people` : '', ...company.places].filter(Boolean)
  return (
    <>
      {logo ? <LogoImage logo={logo} alt="" most={{ width: 200, height: 100 }} /> : null}
      <Heading>{company.name}</Heading>
      <p className="stand">
        {facts.join(' · ')} {company.demo ? <span className="tag">demo</span> : null}
      </p>
      <Verified domain={company.verifiedDomain} />
      {company.unread ? <Unread what="page" /> : null}
      {company.about ? (
        <p className="lede">
          <WithBreaks text={company.about} />
        </p>
      ) : null}
      {company.site ? (
        <p className="quiet">
          <a href={company.site} rel="nofollow ugc noopener">
            {new URL(company.site).host}
          </a>
        </p>
      ) : null}
    </>
  )
}
