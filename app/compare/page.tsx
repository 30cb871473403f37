import type { Metadata } from 'next'
import { permanentRedirect, redirect } from 'next/navigation'
import { Pick } from '@/components/compare/pick'
import { FoundList } from '@/components/roles/found-list'
import { comparePath } from '@/lib/compare/pair'
import { searchRoles } from '@/lib/roles/search'

export const metadata: Metadata = {
  title: 'Compare two roles',
  description: 'Choose two roles by any name you know them by.',
  alternates: { canonical: '/compare' },
}

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 100) ?? ''

/** The picker: two clear names lead straight to the comparison; an unclear one is asked about. */
export default async function PickPage({ searchParams }: PageProps<'/compare'>) {
  const params = await searchParams
  const [a, b] = [first(params.a), first(params.b)]
  const [foundA, foundB] = await Promise.all([a ? searchRoles(a) : [], b ? searchRoles(b) : []])
  const [clearA, clearB] = [clear(foundA), clear(foundB)]
  if (clearA && clearB) {
    if (clearA === clearB) permanentRedirect(`/roles/${clearA}`)
    redirect(comparePath(clearA, clearB))
  }
  const asks = [
    { query: a, found: foundA, clear: clearA, href: (slug: string) => address(slug, clearB ?? b) },
    { query: b, found: foundB, clear: clearB, href: (slug: string) => address(clearA ?? a, slug) },
  ]
  return (
    <div className="wrap">
      <section className="ask">
        <h1>Compare two roles</h1>
        <p className="stand">Type any name a job goes by. A slip of a letter is no matter.</p>
        <Pick chosen={{ a: clearA ? nameOf(foundA) : a, b: clearB ? nameOf(foundB) : b }} />
      </section>
      {asks.map(({ query, found, clear: known, href }, i) =>
        query === '' || known ? null : (
          <section className="part" key={i === 0 ? 'a' : 'b'}>
            <h2>Which “{query}” do you mean?</h2>
            <FoundList query={query} found={found} href={href} />
          </section>
        ),
      )}
    </div>
  )
}

const nameOf = (found: Awaited<ReturnType<typeof searchRoles>>) => found[0]?.singular ?? ''

const address = (a: string, b: string) => `/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`

/** The one role that a name stands for beyond doubt. */
function clear(found: Awaited<ReturnType<typeof searchRoles>>): string | undefined {
  const exact = found.filter((row) => row.how === 'exact')
  return exact.length === 1 ? exact[0]?.slug : undefined
}
