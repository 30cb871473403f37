import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { tagPage } from '@/lib/cache-tags'
import { HomePage } from './home'
import { RolesPage } from './roles'
import { SourcesPage } from './sources'

export const revalidate = 86400
// Pages of one address each stand behind a parameter, so that they are made on demand: a build has no store.
export const generateStaticParams = () => []

const PAGES = {
  home: {
    View: HomePage,
    path: '/',
    metadata: {
      title: { absolute: 'Rolebook: two jobs, one honest comparison' },
      description:
        'Pay, outlook, entry and skills of two occupations, side by side. Every figure says where it comes from.',
    },
  },
  roles: {
    View: RolesPage,
    path: '/roles',
    metadata: {
      title: 'All roles by family',
      description: 'Every role that Rolebook compares, by family of occupations.',
    },
  },
  sources: {
    View: SourcesPage,
    path: '/sources',
    metadata: {
      title: 'Where the figures come from',
      description: 'Every source, its releases, how it was made, and how many occupations it covers.',
    },
  },
} satisfies Record<string, { View: () => Promise<React.ReactNode>; path: string; metadata: Metadata }>

const find = (page: string) => (Object.hasOwn(PAGES, page) ? PAGES[page as keyof typeof PAGES] : undefined)

export async function generateMetadata({ params }: PageProps<'/fixed/[page]'>): Promise<Metadata> {
  const page = find((await params).page)
  return page ? { ...page.metadata, alternates: { canonical: page.path } } : {}
}

export default async function FixedPage({ params }: PageProps<'/fixed/[page]'>) {
  const page = find((await params).page)
  if (!page) notFound()
  await tagPage('figures', 'roles')
  return <page.View />
}
