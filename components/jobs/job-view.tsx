import type { Logo } from '@/lib/companies/logo'
import { capitalise } from '@/lib/compare/side'
import { formatDay, formatLastDay } from '@/lib/format'
import { markdownHtml } from '@/lib/jobs/markdown'
import { EMPLOYMENT_TYPES, labelOf, SCREENINGS, SENIORITIES, VACANCIES } from '@/lib/jobs/options'
import { FIT_WORDS, fitOf, type PayContext, whyNoPayContext } from '@/lib/jobs/pay-context'
import type { Posting } from '@/lib/jobs/posting'
import { formatPay, formatWhere, listAddresses } from '@/lib/jobs/words'
import { payRangeChart } from '../charts/pay-range'
import { LogoImage } from '../companies/logo-image'
import { Unread, Verified } from '../companies/verified'
import { WithBreaks } from '../ui/with-breaks'

export type JobViewProps = {
  content: Posting
  company: { name: string; slug: string; verifiedDomain: string | null }
  /** Whether the company has a page that readers may see. */
  linked?: boolean
  logo: Logo | null
  role: { slug: string; singular: string }
  occupation: string
  pay: PayContext | undefined
  /** The release of the pay figures, in words. */
  release: string | undefined
  posted?: Date
  until: { day: Date; timeZone: string }
  /** Where to apply; none while it cannot be applied for. */
  applyPath?: string
  banner?: string
  demo?: boolean
  /** Whether no reviewer has read it since its words were changed. */
  unread?: boolean
}

function Lines({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}

function Facts({ content, posted, until }: Pick<JobViewProps, 'content' | 'posted' | 'until'>) {
  const rows = [
    ['Pay', formatPay(content)],
    ['Type', content.employmentType.map((type) => labelOf(EMPLOYMENT_TYPES, type)).join(', ')],
    ['Posted', posted ? formatDay(posted, until.timeZone) : 'When it goes live'],
    ['Apply by', formatLastDay(until.day, until.timeZone)],
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function PayInContext({
  pay,
  occupation,
  release,
  content,
}: Pick<JobViewProps, 'pay' | 'occupation' | 'release' | 'content'>) {
  if (!pay) {
    const why = whyNoPayContext(content)
    return why ? (
      <>
        <h2>This pay, in context</h2>
        <p className="quiet">{why}</p>
      </>
    ) : null
  }
  return (
    <>
      <h2>This pay, in context</h2>
      <figure>
        <div dangerouslySetInnerHTML={{ __html: payRangeChart(pay) }} />
        <figcaption>
          {capitalise(occupation)}, United States, a year: this pay {FIT_WORDS[fitOf(pay)]}. {release}.{' '}
          <a href="/sources">Sources</a>
        </figcaption>
      </figure>
    </>
  )
}

/** One posting, the same for readers and in the employer's preview. */
export function JobView(props: JobViewProps) {
  const { content, company, logo, role, banner, applyPath, demo, linked = true, unread } = props
  const addresses = listAddresses(content)
  const more = [
    content.seniority ? `Level: ${labelOf(SENIORITIES, content.seniority)}` : '',
    content.start ? `Start: ${content.start}` : '',
    content.positions > 1 ? `Positions: ${content.positions}` : '',
    content.reference ? `Reference: ${content.reference}` : '',
    content.vacancy ? labelOf(VACANCIES, content.vacancy) : '',
    content.screening ? labelOf(SCREENINGS, content.screening) : '',
  ].filter((line) => line !== '')
  return (
    <>
      <h1>{content.title}</h1>
      <p className="stand">
        {logo ? <LogoImage logo={logo} alt="" most={{ width: 96, height: 32 }} /> : null}
        {linked ? <a href={`/companies/${company.slug}`}>{company.name}</a> : company.name} · {formatWhere(content)}
        {demo ? (
          <>
            {' '}
            <span className="tag">demo</span>
          </>
        ) : null}
      </p>
      {addresses.length > 0 ? <p className="quiet">{addresses.join('; ')}</p> : null}
      <Verified domain={company.verifiedDomain} />
      {unread ? <Unread what="posting" /> : null}
      {banner ? <p className="notice">{banner}</p> : null}
      <Facts {...props} />
      <div className="job">
        <div className="words">
          <h2>About the job</h2>
          <div dangerouslySetInnerHTML={{ __html: markdownHtml(content.description) }} />
          <Lines title="What you will do" items={content.responsibilities} />
          <Lines title="What is needed" items={content.needed} />
          <Lines title="Good to have" items={content.nice} />
          {content.commission ? (
            <>
              <h2>Commission</h2>
              <p>
                <WithBreaks text={content.commission} />
              </p>
            </>
          ) : null}
          {content.benefits ? (
            <>
              <h2>Benefits</h2>
              <div dangerouslySetInnerHTML={{ __html: markdownHtml(content.benefits) }} />
            </>
          ) : null}
          {more.length > 0 ? <Lines title="More" items={more} /> : null}
        </div>
        <aside>
          {applyPath ? (
            <a className="btn" href={applyPath} rel="nofollow">
              Apply
            </a>
          ) : null}
          <PayInContext {...props} />
          <p className="quiet">
            The role: <a href={`/roles/${role.slug}`}>{capitalise(role.singular)}</a>
          </p>
        </aside>
      </div>
    </>
  )
}
