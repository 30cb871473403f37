import type { Comparison } from '@/lib/compare/comparison'
import { comparePath } from '@/lib/compare/pair'
import type { ComparisonPage } from '@/lib/compare/queries'
import { capitalise } from '@/lib/compare/side'
import { Crumbs } from '../ui/crumbs'
import { Prose } from '../ui/parts'

type Families = { families: readonly { name: string; slug: string }[] }

export function Head({ comparison, site }: { comparison: Comparison & Families; site: string }) {
  const { a, b, own, ownAnswer, answer, families } = comparison
  const path = comparePath(a.role.slug, b.role.slug)
  const title = `${capitalise(a.role.singular)} vs ${b.role.singular}`
  const [family] = families
  const trail = [
    { name: 'Roles', path: '/roles' },
    ...(family ? [{ name: family.name, path: `/families/${family.slug}` }] : []),
    { name: title, path },
  ]
  return (
    <>
      <Crumbs site={site} trail={trail} />
      <h1>
        <span className="a">{capitalise(a.role.singular)}</span> <span className="vs">vs</span>{' '}
        <span className="b">{b.role.singular}</span>
      </h1>
      {own ? <Prose className="stand" parts={ownAnswer} /> : null}
      <Prose className={own ? 'lede' : 'stand'} parts={answer} />
      <div className="tools">
        <a className="chip" href={`/compare?a=${a.role.slug}`}>
          Compare with another role
        </a>
        <details>
          <summary>Cite</summary>
          <p>
            “{title}.” Rolebook, {new URL(path, site).href}. Figures:{' '}
            {comparison.cite
              .list()
              .map((release) => `${release.publisher}, ${release.name}, ${release.label}`)
              .join('; ')}
            .
          </p>
        </details>
      </div>
    </>
  )
}

/** Links to the sections that this page has. */
export function Rail({ comparison }: { comparison: ComparisonPage }) {
  const { education, people, switching, jobs } = comparison
  const links: [string, string, boolean][] = [
    ['overview', 'Overview', true],
    ['about', 'What each does', true],
    ['salary', 'Salary', true],
    ['education', 'Education', education.rows.length + education.own.length > 0],
    ['demographics', 'Demographics', people.rows.length > 0],
    ['responsibilities', 'Responsibilities', true],
    ['skills', 'Skills', true],
    ['switching', 'Switching', switching.length > 0],
    ['jobs', 'Open jobs', jobs.some((list) => list.length > 0)],
    ['next', 'More comparisons', true],
    ['sources', 'Sources', true],
  ]
  return (
    <nav className="rail" aria-label="On this page">
      {links.map(([id, label, shown]) =>
        shown ? (
          <a href={`#${id}`} key={id}>
            {label}
          </a>
        ) : null,
      )}
    </nav>
  )
}
