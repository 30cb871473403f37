import 'server-only'
import { eq } from 'drizzle-orm'
import { audit, company } from '@/drizzle/schema'
import { mailDecision } from './decision-mails'
import { type Tx, write } from './mutations'
import type { ShownProfile } from './profile'
import { type Change, closeChange, openChange } from './propose'
import { type Company, type LogoChange, type Proof, showProfile, tellCompany } from './store-profile'
import { takenDomain } from './taken'

export type Decided = { kind: 'done' } | { kind: 'refused'; why: string }

const GONE = 'Somebody has decided on this already. Look at it again.'
const CHANGED = 'It has changed since you opened this page. Look at it again.'

async function lockCompany(tx: Tx, companyId: string): Promise<Company | undefined> {
  const [found] = await tx.select().from(company).where(eq(company.id, companyId)).for('update')
  return found
}

function logoOf({ logoChange, logoHash, logoImage, logoWidth, logoHeight }: Change): LogoChange {
  if (logoChange === 'remove') return 'remove'
  if (logoChange !== 'replace' || !logoHash || !logoImage || !logoWidth || !logoHeight) return undefined
  return { hash: logoHash, image: logoImage, width: logoWidth, height: logoHeight }
}

const proofOf = ({ verifiedDomain, verifiedBy }: Change): Proof | undefined =>
  verifiedDomain && verifiedBy ? { verifiedDomain, verifiedBy } : undefined

/** Leaves readers with what a reviewer read last: words that were shown since are taken back. */
async function putBack(tx: Tx, found: Company, open: Change): Promise<void> {
  const { about, industry, size, places } = open.before as ShownProfile
  await tx
    .update(company)
    .set({ about, industry, size, places, unread: false, edition: found.edition + 1 })
    .where(eq(company.id, found.id))
  await tellCompany(tx, found.id, [found.slug])
}

/**
 * A reviewer's word on changes to a company: readers see them from now on, or go on seeing what was read before.
 * @param by `seen` is the edition that the reviewer has read: what was saved since cannot be approved by it
 */
export function decideChange(
  companyId: string,
  action: 'approve' | 'refuse',
  by: { userId: string; seen: number; reason?: string; note?: string },
): Promise<Decided> {
  return write(async (tx): Promise<Decided> => {
    const found = await lockCompany(tx, companyId)
    const open = found && (await openChange(tx, companyId))
    if (!found || !open) return { kind: 'refused', why: GONE }
    if (open.edition !== by.seen) return { kind: 'refused', why: CHANGED }
    const profile = open.profile as ShownProfile
    if (action === 'refuse') await putBack(tx, found, open)
    else {
      const proof = proofOf(open)
      const taken = proof || profile.site === found.site ? null : await takenDomain(tx, found, profile.site)
      if (taken) return { kind: 'refused', why: `${taken} has been verified by another company.` }
      await showProfile(tx, found, profile, { proof, logo: logoOf(open) })
    }
    const { userId, reason, note } = by
    await closeChange(tx, open, {
      outcome: action === 'approve' ? 'approved' : 'refused',
      reason: reason ?? null,
      note: note ?? null,
      decidedBy: userId,
    })
    await tx.insert(audit).values({ userId, companyId, action: `profile ${action}d`, detail: reason ?? null })
    await mailDecision(tx, companyId, action, by)
    return { kind: 'done' }
  })
}

/** Takes back changes that no reviewer has decided on. @returns false when there are none any more */
export function withdrawChange(companyId: string, userId: string): Promise<boolean> {
  return write(async (tx) => {
    const found = await lockCompany(tx, companyId)
    const open = found && (await openChange(tx, companyId))
    if (!found || !open) return false
    await putBack(tx, found, open)
    await closeChange(tx, open, { outcome: 'withdrawn', decidedBy: userId })
    await tx.insert(audit).values({ userId, companyId, action: 'profile changes withdrawn' })
    return true
  })
}
