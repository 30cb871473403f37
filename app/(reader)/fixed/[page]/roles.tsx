import { RoleList } from '@/components/roles/role-list'
import { Crumbs } from '@/components/ui/crumbs'
import { env } from '@/lib/env'
import { listFamilies, listRoles } from '@/lib/roles/queries'

export async function RolesPage() {
  const [families, roles] = await Promise.all([listFamilies(), listRoles()])
  return (
    <div className="wrap">
      <Crumbs
        site={env.SITE_URL}
        trail={[
          { name: 'Home', path: '/' },
          { name: 'Roles', path: '/roles' },
        ]}
      />
      <h1>All roles</h1>
      <p className="stand">Roles by family, as the Standard Occupational Classification groups them.</p>
      {families.map((family) => (
        <section className="part" key={family.slug} aria-labelledby={family.slug}>
          <h2 id={family.slug}>
            <a href={`/families/${family.slug}`}>{family.name}</a>
          </h2>
          <RoleList roles={roles.filter((role) => role.familyCode === family.code)} />
        </section>
      ))}
    </div>
  )
}
