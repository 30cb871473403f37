import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Verified } from '@/components/companies/verified'
import { countVisit } from '@/lib/counts/buffer'
import { getJobPage } from '@/lib/jobs/page'

export const metadata: Metadata = { title: 'Apply', robots: { index: false } }
export const dynamic = 'force-dynamic'

/** Names where an application goes before anybody goes there. Asked of the store each time: an ended job is refused at once. */
export default async function ApplyPage({ params }: PageProps<'/jobs/[slug]/apply'>) {
  const page = await getJobPage((await params).slug)
  if (!page) notFound()
  const { content, company, job } = page
  const { kind, to } = content.apply
  const asked = await headers()
  if (page.open) countVisit('job-apply', job.slug, asked.get('x-method') ?? '', asked)
  return (
    <div className="wrap narrow">
      <h1>{page.open ? `Apply to ${company.name}` : 'This job takes no applications'}</h1>
      <p className="lede">
        <a href={`/jobs/${job.slug}`}>{content.title}</a>
      </p>
      <Verified domain={company.verifiedDomain} />
      {page.open ? (
        <>
          <p className="lede">
            {kind === 'web' ? 'You leave Rolebook for ' : 'Write to '}
            <strong>{kind === 'web' ? new URL(to).host : to}</strong>. A real employer asks for no money.
          </p>
          <p>
            <a className="btn" href={kind === 'web' ? to : `mailto:${to}`} rel="nofollow ugc noopener noreferrer">
              {kind === 'web' ? 'Go on' : 'Write a mail'}
            </a>
          </p>
        </>
      ) : (
        <p className="notice">{page.banner}</p>
      )}
    </div>
  )
}
