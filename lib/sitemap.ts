import { escapeHtml } from './html'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** An answer that carries XML, kept by shared caches for an hour. */
export function xmlResponse(xml: string): Response {
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=0, s-maxage=3600' },
  })
}

/** sitemaps.org index of sitemaps; addresses absolute. */
export function sitemapIndex(addresses: readonly string[]): string {
  const items = addresses.map((address) => `<sitemap><loc>${escapeHtml(address)}</loc></sitemap>`)
  return `${HEAD}<sitemapindex ${NAMESPACE}>${items.join('')}</sitemapindex>`
}

/** sitemaps.org list of at most 50,000 addresses; absolute. */
export function sitemap(addresses: readonly string[]): string {
  return `${HEAD}<urlset ${NAMESPACE}>${addresses.map((address) => `<url><loc>${escapeHtml(address)}</loc></url>`).join('')}</urlset>`
}
