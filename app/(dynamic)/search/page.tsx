import type { Metadata } from 'next'
import { FoundList } from '@/components/roles/found-list'
import { readQuery } from '@/lib/forms'
import { MOST_LETTERS } from '@/lib/roles/normalise'
import { searchRoles } from '@/lib/roles/search'

export const metadata: Metadata = { title: 'Find a role', robots: { index: false, follow: true } }

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { q } = await searchParams
  const query = readQuery(q, MOST_LETTERS)
  const found = query === '' ? [] : await searchRoles(query)
  return (
    <div className="wrap">
      <section className="ask">
        <h1>Find a role</h1>
        <search>
          <form action="/search" className="find wide">
            <input
              type="search"
              name="q"
              aria-label="Name of a role"
              defaultValue={query}
              maxLength={MOST_LETTERS}
              required
            />
            <button className="btn" type="submit">
              Find
            </button>
          </form>
        </search>
      </section>
      {query === '' ? null : <FoundList query={query} found={found} href={(slug) => `/roles/${slug}`} />}
    </div>
  )
}
