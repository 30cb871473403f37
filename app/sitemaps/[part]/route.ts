import { listCompanyAddresses } from '@/lib/companies/queries'
import { listIndexedPairs } from '@/lib/compare/indexed'
import { env } from '@/lib/env'
import { listJobAddresses } from '@/lib/jobs/queries'
import { listFamilies, listRoles } from '@/lib/roles/queries'
import { type Listed, sitemap, xmlResponse } from '@/lib/sitemap'

export const dynamic = 'force-dynamic'

const plain = (paths: readonly string[]): Listed[] => paths.map((path) => ({ path }))

const PARTS: Record<string, () => Promise<Listed[]>> = {
  'pages.xml': async () =>
    plain([
      '/',
      '/roles',
      '/compare',
      '/sources',
      '/jobs',
      ...(await listFamilies()).map((family) => `/families/${family.slug}`),
    ]),
  'roles.xml': async () => plain((await listRoles()).map((role) => `/roles/${role.slug}`)),
  'comparisons.xml': async () => plain(await listIndexedPairs()),
  'companies.xml': async () => plain((await listCompanyAddresses()).map(({ slug }) => `/companies/${slug}`)),
  'jobs.xml': async () => (await listJobAddresses()).map(({ slug, changed }) => ({ path: `/jobs/${slug}`, changed })),
}

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { part } = await params
  const list = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined
  if (!list) return new Response('Not found', { status: 404 })
  const paths = await list().catch(() => undefined)
  if (!paths) return new Response('The store does not answer.', { status: 503, headers: { 'Retry-After': '5' } })
  return xmlResponse(sitemap(paths, env.SITE_URL))
}
