import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { RoleList } from '@/components/roles/role-list'
import { Crumbs } from '@/components/ui/crumbs'
import { tagPage } from '@/lib/cache-tags'
import { env } from '@/lib/env'
import { describeFamilyPage } from '@/lib/pages/describe-others'
import { listFamilies, listRoles } from '@/lib/roles/queries'

export const revalidate = 86400
export const generateStaticParams = () => []

const load = cache(async (slug: string) => (await listFamilies()).find((family) => family.slug === slug))

export async function generateMetadata({ params }: PageProps<'/families/[family]'>): Promise<Metadata> {
  const family = await load((await params).family)
  if (!family) return {}
  return {
    ...describeFamilyPage(family),
    alternates: { canonical: `/families/${family.slug}` },
  }
}

export default async function FamilyPage({ params }: PageProps<'/families/[family]'>) {
  const family = await load((await params).family)
  if (!family) notFound()
  const roles = (await listRoles()).filter((role) => role.familyCode === family.code)
  await tagPage('roles')
  const path = `/families/${family.slug}`
  return (
    <div className="wrap">
      <Crumbs
        site={env.SITE_URL}
        trail={[
          { name: 'Roles', path: '/roles' },
          { name: family.name, path },
        ]}
      />
      <h1>{family.name}</h1>
      <p className="stand">
        {roles.length} role{roles.length === 1 ? '' : 's'} in SOC major group {family.code}-0000.
      </p>
      <section className="part" aria-label="Roles">
        <RoleList roles={roles} />
      </section>
    </div>
  )
}
