import { capitalise } from '@/lib/compare/side'
import type { Found } from '@/lib/roles/search'

const noteOf = ({ kind, matched, code }: Found) => {
  if (kind === 'title') return 'job title'
  return matched === '' ? `SOC ${code}` : `known as ${matched}, SOC ${code}`
}

/** Roles found, best first, each with the name that led to it. */
export function FoundList({
  query,
  found,
  href,
}: {
  query: string
  found: readonly Found[]
  href: (slug: string) => string
}) {
  if (found.length === 0) {
    return (
      <p className="lede" role="status">
        No role is known as “{query}”. Try another name for it, or <a href="/roles">browse all roles</a>.
      </p>
    )
  }
  return (
    <>
      <p className="quiet" role="status">
        {found.length} role{found.length === 1 ? '' : 's'} for “{query}”
        {found.every((row) => row.how === 'alike') ? ', by likeness: nothing has exactly this name' : ''}.
      </p>
      <ul className="lines">
        {found.map((row) => (
          <li key={row.slug}>
            <a href={href(row.slug)}>{capitalise(row.singular)}</a>
            <span className="num">{noteOf(row)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
