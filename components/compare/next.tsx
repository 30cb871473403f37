import type { Comparison } from '@/lib/compare/comparison'
import { comparePath } from '@/lib/compare/pair'
import { capitalise } from '@/lib/compare/side'
import type { RelatedRole } from '@/lib/roles/queries'
import { Section } from './sections'

type Props = {
  comparison: Comparison & { related: readonly RelatedRole[]; families: readonly { name: string; slug: string }[] }
}

/** Comparisons of each role with those nearest to it, and the families to browse. */
export function Next({ comparison }: Props) {
  const { sides, related, families } = comparison
  return (
    <Section id="next" title="More comparisons">
      <div className="two">
        {sides.map((side, i) => {
          const other = sides[1 - i]
          const near = related
            .filter(
              (row) => row.of === side.occupation.id && row.slug !== side.role.slug && row.slug !== other?.role.slug,
            )
            .slice(0, 5)
          return (
            <div className={side.key} key={side.key}>
              <h3>{capitalise(side.role.singular)}</h3>
              <ul className="lines">
                <li>
                  <a href={`/roles/${side.role.slug}`}>Everything on {side.role.plural}</a>
                </li>
                {near.map((row) => (
                  <li key={row.slug}>
                    <a href={comparePath(side.role.slug, row.slug)}>vs {row.singular}</a>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      <p className="quiet">
        Browse the family:{' '}
        {families.map((family, i) => (
          <span key={family.slug}>
            {i > 0 ? ', ' : ''}
            <a href={`/families/${family.slug}`}>{family.name}</a>
          </span>
        ))}
        .
      </p>
    </Section>
  )
}
