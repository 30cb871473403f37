import { notFound } from 'next/navigation'
import { requireMember } from '@/lib/companies/members'
import { countsCsv } from '@/lib/counts/csv'
import { isCounted, listJobDays } from '@/lib/counts/queries'
import { getOwnJob } from '@/lib/jobs/own-queries'

type Context = { params: Promise<{ company: string; job: string }> }

/** A posting's counts of the last year for a spreadsheet. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { company: slug, job: id } = await params
  const { company } = await requireMember(slug)
  const own = await getOwnJob(company.id, id)
  if (!own) notFound()
  const days = isCounted ? await listJobDays(id, 366) : undefined
  return new Response(countsCsv(own.job.title, days), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${own.job.slug}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
