import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Sources } from '@/components/compare/sources'
import { JobPreview } from '@/components/jobs/job-preview'
import { RoleBody } from '@/components/roles/role-body'
import { RoleHead } from '@/components/roles/role-head'
import { getDraft } from '@/lib/content/desk'
import { env } from '@/lib/env'
import { getPreviewedJob } from '@/lib/jobs/own-queries'
import { roleContext } from '@/lib/jobs/page'
import { readOwn } from '@/lib/jobs/reading'
import { readPreview } from '@/lib/preview'
import { getRolePage } from '@/lib/roles/page'

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

export default async function PreviewPage({ params }: PageProps<'/preview/[token]'>) {
  const shown = readPreview((await params).token, Date.now())
  if (!shown) notFound()
  return shown.kind === 'job' ? <PreviewedJob id={shown.id} /> : <PreviewedRole slug={shown.id} />
}

async function PreviewedJob({ id }: { id: string }) {
  const found = await getPreviewedJob(id)
  if (!found) notFound()
  const { content, errors } = readOwn(found, found, found.today)
  return (
    <div className="wrap">
      <p className="notice">A preview: this posting is not public.</p>
      <JobPreview
        timeZone={found.timeZone}
        content={content}
        context={content && (await roleContext(content))}
        errors={errors}
        posted={found.posted}
        company={found.company}
        logo={found.logo}
        linked={found.public}
      />
    </div>
  )
}

async function PreviewedRole({ slug }: { slug: string }) {
  const draft = getDraft(slug)
  const page = draft && (await getRolePage(slug, draft))
  if (!page) notFound()
  return (
    <>
      <div className="wrap">
        <p className="notice">
          A preview: this text is {draft.status === 'review' ? 'in review' : 'a draft'}, and is not public.
        </p>
        <RoleHead page={page} site={env.SITE_URL} />
        <RoleBody page={page} />
      </div>
      <Sources releases={page.cite.list()} path={`/roles/${slug}`} />
    </>
  )
}
