import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { About, Responsibilities } from '@/components/compare/about'
import { Head, Rail } from '@/components/compare/head'
import { Next } from '@/components/compare/next'
import { OpenJobs } from '@/components/compare/open-jobs'
import { Demographics, Education, Overview, Salary } from '@/components/compare/sections'
import { Skills } from '@/components/compare/skills'
import { Sources } from '@/components/compare/sources'
import { Switching } from '@/components/compare/switching'
import { tagPage } from '@/lib/cache-tags'
import { isIndexed } from '@/lib/compare/indexed'
import { comparePath, parsePair } from '@/lib/compare/pair'
import { getComparison } from '@/lib/compare/queries'
import { env } from '@/lib/env'
import { describePairPage } from '@/lib/pages/describe-pair'

export const revalidate = 86400
export const generateStaticParams = () => []

const load = cache(async (pair: string) => {
  const slugs = parsePair(pair)
  return slugs && getComparison(...slugs)
})

export async function generateMetadata({ params }: PageProps<'/compare/[pair]'>): Promise<Metadata> {
  const comparison = await load((await params).pair)
  if (!comparison) return {}
  const { a, b } = comparison
  return {
    ...describePairPage(comparison),
    alternates: { canonical: comparePath(a.role.slug, b.role.slug) },
    ...(isIndexed(a.role.slug, b.role.slug) ? {} : { robots: { index: false, follow: true } }),
  }
}

export default async function ComparePage({ params }: PageProps<'/compare/[pair]'>) {
  const comparison = await load((await params).pair)
  if (!comparison) notFound()
  await tagPage('figures', 'roles', `jobs:${comparison.a.role.slug}`, `jobs:${comparison.b.role.slug}`)
  return (
    <>
      <div className="wrap">
        <Head comparison={comparison} site={env.SITE_URL} />
        <div className="cols">
          <Rail comparison={comparison} />
          <div>
            <Overview comparison={comparison} />
            <About page={comparison} />
            <Salary comparison={comparison} />
            <Education comparison={comparison} />
            <Demographics comparison={comparison} />
            <Responsibilities page={comparison} />
            <Skills comparison={comparison} />
            <Switching comparison={comparison} />
            <OpenJobs comparison={comparison} />
            <Next comparison={comparison} />
          </div>
        </div>
      </div>
      <Sources releases={comparison.cite.list()} path={comparePath(comparison.a.role.slug, comparison.b.role.slug)} />
    </>
  )
}
