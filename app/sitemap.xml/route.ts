import { env } from '@/lib/env'
import { sitemapIndex, xmlResponse } from '@/lib/sitemap'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return xmlResponse(
    sitemapIndex(
      ['pages', 'roles', 'comparisons', 'companies', 'jobs'].map(
        (part) => new URL(`/sitemaps/${part}.xml`, env.SITE_URL).href,
      ),
    ),
  )
}
