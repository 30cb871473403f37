import { listIndexedPairs } from '@/lib/compare/indexed'
import { env } from '@/lib/env'
import { listFamilies, listRoles } from '@/lib/roles/queries'
import { sitemap, xmlResponse } from '@/lib/sitemap'

export const dynamic = 'force-dynamic'

const PARTS: Record<string, () => Promise<string[]>> = {
  'pages.xml': async () => [
    '/',
    '/roles',
    '/compare',
    '/sources',
    ...(await listFamilies()).map((family) => `/families/${family.slug}`),
  ],
  'roles.xml': async () => (await listRoles()).map((role) => `/roles/${role.slug}`),
  'comparisons.xml': async () => listIndexedPairs(),
}

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { part } = await params
  const list = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined
  if (!list) return new Response('Not found', { status: 404 })
  const paths = await list().catch(() => undefined)
  if (!paths) return new Response('The store does not answer.', { status: 503, headers: { 'Retry-After': '5' } })
  return xmlResponse(sitemap(paths.map((path) => new URL(path, env.SITE_URL).href)))
}
