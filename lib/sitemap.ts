import { FOR_READERS } from './document/shared-cache.mjs'
import { escapeHtml } from './html'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** An answer that carries XML, kept by shared caches as pages are: it names jobs. */
export function xmlResponse(xml: string): Response {
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': FOR_READERS },
  })
}

/** sitemaps.org index of sitemaps; addresses absolute. */
export function sitemapIndex(addresses: readonly string[]): string {
  const items = addresses.map((address) => `<sitemap><loc>${escapeHtml(address)}</loc></sitemap>`)
  return `${HEAD}<sitemapindex ${NAMESPACE}>${items.join('')}</sitemapindex>`
}

/** A page in a sitemap; `changed` where its last change is known. */
export type Listed = { path: string; changed?: Date }

/** sitemaps.org list of at most 50,000 pages. @param site absolute address of the site */
export function sitemap(pages: readonly Listed[], site: string): string {
  const items = pages.slice(0, 50_000).map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
    return `<url><loc>${escapeHtml(new URL(path, site).href)}</loc>${lastmod}</url>`
  })
  return `${HEAD}<urlset ${NAMESPACE}>${items.join('')}</urlset>`
}
