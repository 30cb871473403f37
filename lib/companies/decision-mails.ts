import 'server-only'
import { and, eq } from 'drizzle-orm'
import { company, member, user } from '@/drizzle/schema'
import { env } from '../env'
import { REASONS } from '../jobs/lifecycle'
import { labelOf } from '../jobs/options'
import { enqueueMail } from '../mail/enqueue'
import type { Tx } from './mutations'

/** Tells a company's owners what a reviewer has decided on changes to its page, and why. */
export async function mailDecision(
  tx: Tx,
  companyId: string,
  action: 'approve' | 'refuse',
  { reason, note }: { reason?: string; note?: string },
): Promise<void> {
  const owners = await tx
    .select({ email: user.email, slug: company.slug })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(company, eq(company.id, member.companyId))
    .where(and(eq(member.companyId, companyId), eq(member.role, 'owner')))
  const said =
    action === 'approve'
      ? 'A reviewer has approved the changes to your company’s page, and readers see them.'
      : 'A reviewer has refused the changes to your company’s page. Readers see what was there before.'
  for (const { email, slug } of owners)
    await enqueueMail(tx, {
      to: email,
      subject: `Your company’s page: changes ${action === 'approve' ? 'approved' : 'refused'}`,
      paragraphs: [said, ...(reason ? [`${labelOf(REASONS, reason)}.`] : []), ...(note ? [note] : [])],
      link: { label: 'Look at it', href: new URL(`/employer/${slug}/profile`, env.SITE_URL).href },
    })
}
