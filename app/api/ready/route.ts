import { readReadiness } from '@/lib/readiness'

export const dynamic = 'force-dynamic'

/**
 * Whether pages can be made: 200, or 503 with a reason and the seconds after which to ask again. Work that the queue could
 * not do is counted by kind, without its errors, and makes nobody stop sending requests here.
 */
export async function GET(): Promise<Response> {
  const found = await readReadiness()
  const headers = { 'Cache-Control': 'no-store' }
  if ('reason' in found)
    return Response.json({ status: found.reason }, { status: 503, headers: { ...headers, 'Retry-After': '5' } })
  return Response.json({ status: 'ready', queue: found.queue }, { headers })
}
