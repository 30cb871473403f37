import { capitalise } from '@/lib/compare/side'
import { escapeHtml } from '@/lib/html'

type Listed = { slug: string; singular: string; kind: 'occupation' | 'title' }

/** Roles as a list in columns; built as one string, as there are hundreds. */
export function RoleList({ roles }: { roles: readonly Listed[] }) {
  const html = roles
    .map(({ slug, singular, kind }) => {
      const note = kind === 'title' ? ' <small>job title</small>' : ''
      return `<li><a href="/roles/${slug}">${escapeHtml(capitalise(singular))}</a>${note}</li>`
    })
    .join('')
  return <ul className="columns" dangerouslySetInnerHTML={{ __html: html }} />
}
