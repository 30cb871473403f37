import { HomePairs } from '@/components/compare/home-pairs'
import { Pick } from '@/components/compare/pick'
import { Sources } from '@/components/compare/sources'
import { getHomePairs } from '@/lib/compare/home'
import { formatWhole } from '@/lib/format'
import { listFamilies, listRoles } from '@/lib/roles/queries'

export async function HomePage() {
  const [families, roles, { pairs, releases }] = await Promise.all([listFamilies(), listRoles(), getHomePairs()])
  const occupations = roles.filter((role) => role.kind === 'occupation').length
  return (
    <>
      <div className="wrap">
        <section className="ask">
          <h1>Two jobs. One honest comparison.</h1>
          <p className="stand">
            Pay, outlook, entry and skills of {formatWhole(occupations)} occupations, side by side. Every figure says
            where it comes from and how sure it is.
          </p>
          <Pick />
        </section>
        <div className="home">
          <section>
            <h2>Comparisons people make</h2>
            <HomePairs pairs={pairs} />
          </section>
          <section>
            <h2>Browse by family</h2>
            <ul className="lines">
              {families.map((family) => (
                <li key={family.slug}>
                  <a href={`/families/${family.slug}`}>{family.name}</a>
                  <span className="num">
                    {family.roles} role{family.roles === 1 ? '' : 's'}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <Sources releases={releases} path="/" />
    </>
  )
}
