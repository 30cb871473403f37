import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobPreview } from '@/components/jobs/job-preview'
import { requireMember } from '@/lib/companies/members'
import { env } from '@/lib/env'
import type { Values } from '@/lib/forms'
import { getOwnJob, todayOf } from '@/lib/jobs/own-queries'
import { roleContext } from '@/lib/jobs/page'
import { readOwn } from '@/lib/jobs/reading'
import { zoneOfJob } from '@/lib/jobs/zone'
import { PREVIEW_DAYS, previewPath } from '@/lib/preview'

export const metadata: Metadata = { title: 'Preview', robots: { index: false } }

export default async function PreviewPage({ params }: PageProps<'/employer/[company]/jobs/[job]/preview'>) {
  const { company: slug, job: id } = await params
  const { company, logo } = await requireMember(slug)
  const own = await getOwnJob(company.id, id)
  if (!own) notFound()
  const values = own.content as Values
  const today = await todayOf(company.id, values)
  const { content, errors } = readOwn(own, own.job, today)
  const link = new URL(previewPath({ kind: 'job', id }, Date.now()), env.SITE_URL).href
  return (
    <div className="wrap">
      <p className="notice">
        A preview: readers see nothing of it yet.{' '}
        <a href={`/employer/${company.slug}/jobs/${id}`}>Back to the posting</a>
        <br />
        Whoever has <a href={link}>this link</a> sees it too, for {PREVIEW_DAYS} days.
      </p>
      <JobPreview
        timeZone={zoneOfJob(values, company.timeZone)}
        content={content}
        context={content && (await roleContext(content))}
        errors={errors}
        posted={own.job.datePosted}
        company={company}
        logo={logo}
        linked={company.public}
      />
    </div>
  )
}
