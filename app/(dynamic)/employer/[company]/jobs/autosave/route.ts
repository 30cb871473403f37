import { requireMember } from '@/lib/companies/members'
import { autosaveJob } from '@/lib/jobs/autosave'
import { readJob } from '@/lib/jobs/typed'
import { Refused } from '@/lib/limits/refused'
import { getViewer } from '@/lib/users/viewer'

const answer = (status: number, body: Record<string, unknown> = {}) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** A draft's id is made in the browser: only a random one is taken, as the store makes them. */
const isRandomUuid = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)

/**
 * Saves a draft while it is being typed. A route and no action: it must not stand in line before the form's own button,
 * lead to another page, or end with the page.
 */
export async function POST(request: Request, { params }: RouteContext<'/employer/[company]/jobs/autosave'>) {
  const data = await request.formData().catch(() => undefined)
  if (!data) return answer(415)
  const viewer = await getViewer().catch(() => undefined)
  if (viewer === undefined) return answer(503)
  // Whoever has signed in since is not the one who typed.
  if (viewer?.id !== data.get('by')) return answer(401)
  const { company } = await requireMember(String(data.get('company') || (await params).company), 'recruiter')
  const id = String(data.get('job'))
  const edition = Number(data.get('edition'))
  if (!isRandomUuid(id) || !Number.isInteger(edition) || edition < 0) return answer(400)
  try {
    const saved = await autosaveJob({ companyId: company.id, userId: viewer.id, id }, await readJob(data), edition)
    if (saved.kind === 'closed') return answer(410)
    return saved.kind === 'saved' ? answer(200, saved) : answer(409, saved)
  } catch (error) {
    if (error instanceof Refused)
      return answer(422, { message: [error.message, ...Object.values(error.errors)].join(' ') })
    return answer(503)
  }
}
