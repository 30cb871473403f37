import { listTrouble } from '@/lib/queue/trouble'

export const dynamic = 'force-dynamic'

/**
 * Whether the store answers: 200, or 503 with the seconds after which to ask again. Work that the queue could not do
 * is counted by kind, without its errors, and makes nobody stop sending requests here.
 */
export async function GET(): Promise<Response> {
  const trouble = await listTrouble().catch(() => undefined)
  const headers = { 'Cache-Control': 'no-store', ...(trouble ? {} : { 'Retry-After': '5' }) }
  if (!trouble) return Response.json({ status: 'the store does not answer' }, { status: 503, headers })
  const queue = Object.fromEntries(trouble.map(({ task, waiting }) => [task, waiting]))
  return Response.json({ status: 'ready', queue }, { headers })
}
