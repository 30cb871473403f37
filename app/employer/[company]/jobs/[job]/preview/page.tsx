import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobView } from '@/components/jobs/job-view'
import { requireMember } from '@/lib/companies/members'
import type { Values } from '@/lib/forms'
import { parseContent } from '@/lib/jobs/content'
import { roleContext } from '@/lib/jobs/page'
import { getOwnJob, todayOf } from '@/lib/jobs/queries'

export const metadata: Metadata = { title: 'Preview', robots: { index: false } }

export default async function PreviewPage({ params }: PageProps<'/employer/[company]/jobs/[job]/preview'>) {
  const { company: slug, job: id } = await params
  const { company, logo } = await requireMember(slug)
  const own = await getOwnJob(company.id, id)
  if (!own) notFound()
  const { content, errors } = parseContent(own.values as Values, await todayOf(company.id))
  const context = content && (await roleContext(content))
  const back = (
    <p className="notice">
      A preview: readers see nothing of it yet. <a href={`/employer/${company.slug}/jobs/${id}`}>Back to the posting</a>
    </p>
  )
  if (!content || !context) {
    return (
      <div className="wrap narrow">
        {back}
        <h1>Not enough to show yet</h1>
        <ul className="plain">
          {Object.values(errors ?? {}).map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <div className="wrap">
      {back}
      <JobView
        content={content}
        company={company}
        logo={logo}
        role={context.role}
        occupation={context.occupation}
        pay={context.pay}
        release={context.release}
        until={{ day: new Date(`${content.validThrough}T12:00:00Z`), timeZone: 'UTC' }}
      />
    </div>
  )
}
