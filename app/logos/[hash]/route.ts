import { getLogo } from '@/lib/companies/queries'
import { FOR_LOGOS } from '@/lib/document/shared-cache.mjs'

export const dynamic = 'force-dynamic'

/** A company's logo. Its address is made from its bytes, so a browser keeps it; next.config.js sets its policy. */
export async function GET(_request: Request, { params }: RouteContext<'/logos/[hash]'>): Promise<Response> {
  const { hash } = await params
  const image = await getLogo(hash).catch(() => null)
  if (image === null)
    return new Response('The store does not answer.', {
      status: 503,
      headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' },
    })
  if (!image) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': FOR_LOGOS,
    },
  })
}
