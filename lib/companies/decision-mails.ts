import 'server-only'
import { eq } from 'drizzle-orm'
import { company } from '@/drizzle/schema'
import { env } from '../env'
import { REASONS } from '../jobs/lifecycle'
import { labelOf } from '../jobs/options'
import { enqueueMail } from '../mail/enqueue'
import type { Tx } from './mutations'
import { listAddressees } from './people'

/** Tells a company's people what a reviewer has decided on changes to its page, and why. */
export async function mailDecision(
  tx: Tx,
  companyId: string,
  action: 'approve' | 'refuse',
  { reason, note }: { reason?: string; note?: string },
): Promise<void> {
  const [at] = await tx.select({ slug: company.slug }).from(company).where(eq(company.id, companyId))
  const said =
    action === 'approve'
      ? 'A reviewer has approved the changes to your company’s page, and readers see them.'
      : 'A reviewer has refused the changes to your company’s page. Readers see what was there before.'
  const mail = {
    subject: `Your company’s page: changes ${action === 'approve' ? 'approved' : 'refused'}`,
    paragraphs: [said, ...(reason ? [`The reason: ${labelOf(REASONS, reason)}.`] : []), ...(note ? [note] : [])],
    link: { label: 'Look at it', href: new URL(`/employer/${at?.slug}/profile`, env.SITE_URL).href },
  }
  for (const to of await listAddressees(tx, companyId, null)) await enqueueMail(tx, { to, ...mail }, 'record')
}
