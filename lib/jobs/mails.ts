import 'server-only'
import { eq } from 'drizzle-orm'
import { company, job } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { listAddressees } from '../companies/people'
import { env } from '../env'
import { formatLastDay } from '../format'
import { enqueueMail } from '../mail/enqueue'
import { oneLine } from '../mail/message'
import { type JobAction, REASONS } from './lifecycle'
import { labelOf } from './options'

/** A subject, which names nothing that somebody has typed, and what it means. */
const WORDS: Partial<Record<JobAction, readonly [subject: string, words: string]>> = {
  'request-changes': [
    'A reviewer asks for changes to your posting',
    'A reviewer asks for changes before it can go live.',
  ],
  refuse: ['Your posting was refused', 'A reviewer has refused it.'],
  approve: ['Your posting is approved', 'It is approved. Publish it when you are ready.'],
  publish: ['Your posting is live', 'It is live.'],
  expire: ['The last day of your posting is over', 'Its last day is over, and it is out of all lists.'],
  'request-revision-changes': [
    'A reviewer asks for other changes to your posting',
    'A reviewer asks for other changes. Until then readers see the old version.',
  ],
  'refuse-revision': [
    'The changes to your posting were refused',
    'A reviewer has refused your changes. Readers go on seeing the old version.',
  ],
  'approve-revision': ['The changes to your posting are approved', 'Your changes are approved, and readers see them.'],
  'revert-shown': [
    'Changes to your posting were taken back',
    'A reviewer has taken your last changes back. Readers see the version before them.',
  ],
  remove: ['Your posting was removed', 'A reviewer has removed it.'],
}

type About = { id: string; title: string; createdBy: string | null; companyId: string }

/** Mails the people of a company about one of its postings, with a link to it. @param part of its page, as `#thread` */
export async function mailCompany(
  tx: Tx,
  about: About,
  subject: string,
  paragraphs: readonly string[],
  part = '',
): Promise<void> {
  const [at] = await tx.select({ slug: company.slug }).from(company).where(eq(company.id, about.companyId))
  const href = new URL(`/employer/${at?.slug}/jobs/${about.id}${part}`, env.SITE_URL).href
  for (const to of await listAddressees(tx, about.companyId, about.createdBy))
    await enqueueMail(tx, { to, subject, paragraphs, link: { label: 'Look at it', href } }, 'record')
}

/** Tells the people of a company what has become of a posting, where somebody else or time has done it. */
export async function mailTransition(
  tx: Tx,
  about: About,
  move: { action: JobAction; reason?: string; note?: string },
): Promise<void> {
  const [subject, words] = WORDS[move.action] ?? []
  if (!subject) return
  const [at] = await tx
    .select({ until: job.validThrough, zone: job.timeZone, companyZone: company.timeZone })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .where(eq(job.id, about.id))
  const day = at?.until ? formatLastDay(at.until, at.zone ?? at.companyZone) : ''
  await mailCompany(tx, about, subject, [
    `“${oneLine(about.title)}”: ${words}`,
    ...(move.action === 'publish' ? [`Its last day is ${day}.`] : []),
    ...(move.reason ? [`The reason: ${labelOf(REASONS, move.reason)}.`] : []),
    ...(move.note ? [move.note] : []),
  ])
}
