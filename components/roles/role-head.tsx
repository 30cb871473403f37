import { capitalise } from '@/lib/compare/side'
import { printTitle } from '@/lib/roles/official-title'
import type { RolePage } from '@/lib/roles/page'
import { Crumbs } from '../ui/crumbs'
import { Prose } from '../ui/parts'

const GRADES = { exact: 'a listed title of', close: 'close to', chosen: 'matched by our choice to' }

/** What the role is, officially; for a title, what it is matched to, how well, and what else it could be. */
export function RoleHead({ page, site }: { page: RolePage; site: string }) {
  const { role, occupation } = page
  const trail = [
    { name: 'Roles', path: '/roles' },
    { name: role.familyName, path: `/families/${role.familySlug}` },
    { name: capitalise(role.singular), path: `/roles/${role.slug}` },
  ]
  return (
    <>
      <Crumbs site={site} trail={trail} />
      <h1>{capitalise(role.singular)}</h1>
      {page.writeUp ? <p className="stand">{page.writeUp.summary}</p> : <Prose className="stand" parts={page.about} />}
      {role.kind === 'title' ? (
        <p className="lede">
          This job title is {GRADES[role.matchGrade ?? 'chosen']}{' '}
          <a href={`/roles/${occupation.slug}`}>{occupation.plural}</a> ({printTitle(occupation.name)}, SOC{' '}
          {occupation.code}). {role.matchNote}
        </p>
      ) : (
        <p className="quiet">
          Officially: {printTitle(occupation.name)}, SOC {occupation.code}.
        </p>
      )}
    </>
  )
}
