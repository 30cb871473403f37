import type { roleContext } from '@/lib/jobs/page'
import type { Posting } from '@/lib/jobs/posting'
import { endOfDay } from '@/lib/places/day'
import { JobView, type JobViewProps } from './job-view'

type Props = {
  /** IANA name: where its last day ends. */
  timeZone: string
  content: Posting | undefined
  context: Awaited<ReturnType<typeof roleContext>>
  errors?: Record<string, string> | undefined
  /** When it went live, if it has. */
  posted?: Date | null
  company: JobViewProps['company']
  logo: JobViewProps['logo']
  /** Whether the company has a page that readers may see. */
  linked: boolean
}

/** A posting as it would look, or what is still missing. */
export function JobPreview({ timeZone, content, context, errors = {}, posted, company, logo, linked }: Props) {
  if (!content || !context) {
    return (
      <>
        <h1>Not enough to show yet</h1>
        <ul className="plain">
          {Object.values(errors).map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <JobView
      content={content}
      company={company}
      logo={logo}
      linked={linked}
      role={context.role}
      occupation={context.occupation}
      pay={context.pay}
      release={context.release}
      {...(posted ? { posted } : {})}
      until={{ day: endOfDay(content.validThrough, timeZone), timeZone }}
    />
  )
}
