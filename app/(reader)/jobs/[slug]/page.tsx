import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { JobList } from '@/components/jobs/job-list'
import { JobView } from '@/components/jobs/job-view'
import { Crumbs } from '@/components/ui/crumbs'
import { tagPage } from '@/lib/cache-tags'
import { capitalise } from '@/lib/compare/side'
import { env } from '@/lib/env'
import { jobPosting } from '@/lib/jobs/json-ld'
import { isUnread } from '@/lib/jobs/lifecycle'
import { getJobPage } from '@/lib/jobs/page'
import { listJobsOfRole } from '@/lib/jobs/queries'
import { serialiseJsonLd } from '@/lib/json-ld'
import { describeJobPage } from '@/lib/pages/describe-others'

export const revalidate = 86400
export const generateStaticParams = () => []

const load = cache(getJobPage)

export async function generateMetadata({ params }: PageProps<'/jobs/[slug]'>): Promise<Metadata> {
  const page = await load((await params).slug)
  if (!page) return {}
  return {
    ...describeJobPage({
      title: page.content.title,
      company: page.company.name,
      payText: page.job.payText,
      placeText: page.job.placeText,
      until: page.until,
      timeZone: page.timeZone,
    }),
    alternates: { canonical: `/jobs/${page.job.slug}` },
    ...(page.open && !page.job.demo ? {} : { robots: { index: false, follow: true } }),
  }
}

export default async function JobPage({ params }: PageProps<'/jobs/[slug]'>) {
  const { slug } = await params
  await tagPage(`job:${slug}`, 'figures', 'companies')
  const page = await load(slug)
  if (!page) notFound()
  await tagPage(`jobs:${page.context.role.slug}`)
  const { job, company, logo, content, context, posted, until, timeZone } = page
  const others = (await listJobsOfRole([context.role.id])).filter((other) => other.id !== job.id)
  const data = jobPosting({
    content,
    site: env.SITE_URL,
    job: { id: job.id, slug: job.slug, title: content.title, datePosted: posted, validThrough: until, timeZone },
    company,
    logo,
    role: context.role,
  })
  return (
    <div className="wrap">
      <Crumbs
        site={env.SITE_URL}
        trail={[
          { name: 'Jobs', path: '/jobs' },
          { name: capitalise(context.role.singular), path: `/roles/${context.role.slug}` },
          { name: content.title, path: `/jobs/${job.slug}` },
        ]}
      />
      <JobView
        content={content}
        company={company}
        logo={logo}
        role={context.role}
        occupation={context.occupation}
        pay={context.pay}
        release={context.release}
        posted={posted}
        until={{ day: until, timeZone }}
        demo={job.demo}
        unread={isUnread(job)}
        linked={company.public}
        {...(page.banner ? { banner: page.banner } : { applyPath: `/jobs/${job.slug}/apply` })}
      />
      <p className="quiet">
        <a href={`/jobs/${job.slug}/report`} rel="nofollow">
          Report this job
        </a>
      </p>
      {others.length > 0 ? (
        <section className="part">
          <h2>Open jobs like it</h2>
          <JobList jobs={others} />
        </section>
      ) : null}
      {page.open && !job.demo ? (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialiseJsonLd(data) }} />
      ) : null}
    </div>
  )
}
