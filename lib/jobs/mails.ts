import 'server-only'
import { eq } from 'drizzle-orm'
import { company, job, user } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { env } from '../env'
import { formatLastDay } from '../format'
import { enqueueMail } from '../mail/enqueue'
import { oneLine } from '../mail/message'
import type { JobAction, JobState } from './lifecycle'

const WORDS: Partial<Record<JobAction, string>> = {
  'request-changes': 'A reviewer asks for changes before it can go live.',
  refuse: 'A reviewer has refused it.',
  approve: 'It is approved. Publish it when you are ready.',
  publish: 'It is live.',
  expire: 'Its last day is over, and it is out of all lists.',
  'request-revision-changes': 'A reviewer asks for other changes. Until then readers see the old version.',
  'refuse-revision': 'A reviewer has refused your changes. Readers go on seeing the old version.',
  'approve-revision': 'Your changes are approved, and readers see them.',
  'revert-shown': 'A reviewer has taken your last changes back. Readers see the version before them.',
  remove: 'A reviewer has removed it.',
}

type About = { id: string; slug: string; title: string; createdBy: string | null; companyId: string; state: JobState }

/** Tells the person who made a posting what has become of it, where somebody else or time has done it. */
export async function mailTransition(
  tx: Tx,
  about: About,
  move: { action: JobAction; userId?: string; note?: string },
): Promise<void> {
  const words = WORDS[move.action]
  if (!words || !about.createdBy) return
  const [to] = await tx
    .select({ email: user.email, until: job.validThrough, zone: job.timeZone, companyZone: company.timeZone })
    .from(user)
    .innerJoin(job, eq(job.createdBy, user.id))
    .innerJoin(company, eq(company.id, job.companyId))
    .where(eq(job.id, about.id))
  if (!to) return
  const title = oneLine(about.title)
  const day = to.until ? formatLastDay(to.until, to.zone ?? to.companyZone) : ''
  await enqueueMail(tx, {
    to: to.email,
    subject: `${title}: ${words}`,
    paragraphs: [
      `“${title}”: ${words}`,
      ...(move.action === 'publish' ? [`Its last day is ${day}.`] : []),
      ...(move.note ? [move.note] : []),
    ],
    link: { label: 'Look at it', href: new URL('/employer', env.SITE_URL).href },
  })
}
