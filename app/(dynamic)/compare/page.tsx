import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Pick } from '@/components/compare/pick'
import { FoundList } from '@/components/roles/found-list'
import { comparePath } from '@/lib/compare/pair'
import { readQuery } from '@/lib/forms'
import { MOST_LETTERS } from '@/lib/roles/normalise'
import { chosenOf, type Found, searchRoles } from '@/lib/roles/search'

export const metadata: Metadata = {
  title: 'Compare two roles',
  description: 'Choose two roles by any name you know them by.',
  alternates: { canonical: '/compare' },
}

/** The picker: two clear names lead straight to the comparison; an unclear one is asked about. */
export default async function PickPage({ searchParams }: PageProps<'/compare'>) {
  const params = await searchParams
  const [a, b] = [readQuery(params.a, MOST_LETTERS), readQuery(params.b, MOST_LETTERS)]
  const [foundA, foundB] = await Promise.all([a ? searchRoles(a) : [], b ? searchRoles(b) : []])
  const [chosenA, chosenB] = [chosenOf(foundA), chosenOf(foundB)]
  // Names change with the official lists, so that no browser may keep where these lead.
  if (chosenA && chosenB) redirect(pathOf(chosenA, chosenB))
  const asks = [
    { query: a, found: foundA, chosen: chosenA, href: (slug: string) => address(slug, chosenB?.slug ?? b) },
    { query: b, found: foundB, chosen: chosenB, href: (slug: string) => address(chosenA?.slug ?? a, slug) },
  ]
  return (
    <div className="wrap">
      <section className="ask">
        <h1>Compare two roles</h1>
        <p className="stand">Type any name a job goes by. A slip of a letter is no matter.</p>
        <Pick chosen={{ a: chosenA?.singular ?? a, b: chosenB?.singular ?? b }} />
      </section>
      {asks.map(({ query, found, chosen, href }, i) =>
        query === '' || chosen ? null : (
          <section className="part" key={i === 0 ? 'a' : 'b'}>
            <h2>Which “{query}” do you mean?</h2>
            <FoundList query={query} found={found} href={href} />
          </section>
        ),
      )}
    </div>
  )
}

const pathOf = (a: Found, b: Found) => (a.slug === b.slug ? (`/roles/${a.slug}` as const) : comparePath(a.slug, b.slug))

const address = (a: string, b: string) => `/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`
