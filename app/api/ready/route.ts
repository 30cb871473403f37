import { readSql } from '@/lib/db'

export const dynamic = 'force-dynamic'

/** Whether the store answers: 200, or 503 with the seconds after which to ask again. */
export async function GET(): Promise<Response> {
  const ready = await readSql('select 1', []).then(
    () => true,
    () => false,
  )
  const headers = { 'Cache-Control': 'no-store', ...(ready ? {} : { 'Retry-After': '5' }) }
  return Response.json(
    { status: ready ? 'ready' : 'the store does not answer' },
    { status: ready ? 200 : 503, headers },
  )
}
