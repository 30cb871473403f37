import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Sources } from '@/components/compare/sources'
import { RoleBody } from '@/components/roles/role-body'
import { RoleHead } from '@/components/roles/role-head'
import { tagPage } from '@/lib/cache-tags'
import { env } from '@/lib/env'
import { describeRolePage } from '@/lib/pages/describe-role'
import { getRolePage } from '@/lib/roles/page'

export const revalidate = 86400
export const generateStaticParams = () => []

const load = cache((slug: string) => getRolePage(slug))

export async function generateMetadata({ params }: PageProps<'/roles/[role]'>): Promise<Metadata> {
  const page = await load((await params).role)
  if (!page) return {}
  return {
    ...describeRolePage(page.side, page.years, page.writeUp?.summary),
    alternates: { canonical: `/roles/${page.role.slug}` },
  }
}

export default async function RolePage({ params }: PageProps<'/roles/[role]'>) {
  const page = await load((await params).role)
  if (!page) notFound()
  await tagPage('figures', 'roles', `jobs:${page.role.slug}`)
  return (
    <>
      <div className="wrap">
        <RoleHead page={page} site={env.SITE_URL} />
        <RoleBody page={page} />
      </div>
      <Sources releases={page.cite.list()} path={`/roles/${page.role.slug}`} />
    </>
  )
}
