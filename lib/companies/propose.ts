import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { company, companyChange } from '@/drizzle/schema'
import { brandsNear } from '../signs/brands'
import { newSigns, type Sign, signsIn } from '../signs/signs'
import type { Tx } from './mutations'
import { isSameProfile, type ShownProfile, shownProfile, textsOfProfile, WORDS } from './profile'
import { type Company, type LogoChange, type Proof, tellCompany } from './store-profile'

export type Change = typeof companyChange.$inferSelect

/** The changes to a company that a reviewer has not decided on, locked. */
export async function openChange(tx: Tx, companyId: string): Promise<Change | undefined> {
  const [open] = await tx
    .select()
    .from(companyChange)
    .where(and(eq(companyChange.companyId, companyId), isNull(companyChange.outcome)))
    .for('update')
  return open
}

/** Closes changes; the picture that came with them goes with that. */
export async function closeChange(
  tx: Tx,
  { id }: Change,
  set: Pick<Partial<Change>, 'outcome' | 'reason' | 'note' | 'decidedBy'>,
): Promise<void> {
  await tx
    .update(companyChange)
    .set({ ...set, logoImage: null, decidedAt: sql`store_now()` as never })
    .where(eq(companyChange.id, id))
}

/** What a reviewer looks at in a profile. */
async function signsOf(tx: Tx, companyId: string, profiles: readonly ShownProfile[]): Promise<Sign[][]> {
  const texts = profiles.map(textsOfProfile)
  const brands = await brandsNear(tx, companyId, texts.flat())
  return texts.map((of) => signsIn(of, brands))
}

/** Whether a site is on another's domain; that it is a link is no news. */
async function siteSigns(tx: Tx, companyId: string, { site }: ShownProfile): Promise<Sign[]> {
  const texts = [site ?? '']
  return signsIn(texts, await brandsNear(tx, companyId, texts)).filter(({ risk }) => risk === 'brand')
}

/** What becomes of the logo, with what was asked before in the same changes. */
function logoSet(now: Company, change: LogoChange): Partial<typeof companyChange.$inferInsert> {
  if (change === undefined) return {}
  const none = { logoHash: null, logoImage: null, logoWidth: null, logoHeight: null }
  if (change === 'remove') return { logoChange: now.logo === null ? 'keep' : 'remove', ...none }
  if (change.hash === now.logo) return { logoChange: 'keep', ...none }
  const { hash, image, width, height } = change
  return { logoChange: 'replace', logoHash: hash, logoImage: image, logoWidth: width, logoHeight: height }
}

const pick = <K extends keyof ShownProfile>(profile: ShownProfile, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, profile[name]])) as Pick<ShownProfile, K>

/**
 * Puts changes to a company that readers see before a reviewer; the old stays until then. Words alone of a company that
 * speaks for its domain are shown at once, and marked, where no sentence is new that a reviewer looks at.
 */
export async function proposeChange(
  tx: Tx,
  now: Company,
  asked: { profile: ShownProfile; logo: LogoChange; proof: Proof | undefined; userId: string },
): Promise<void> {
  const open = await openChange(tx, now.id)
  const before = (open?.before as ShownProfile | undefined) ?? shownProfile(now)
  const [old = [], signs = []] = await signsOf(tx, now.id, [before, asked.profile])
  const words = pick(asked.profile, WORDS)
  const atOnce = now.verifiedDomain !== null && newSigns(old, signs).length === 0
  const shown = { ...shownProfile(now), ...(atOnce ? words : pick(before, WORDS)) }
  const proved = asked.proof && asked.profile.site === now.site ? asked.proof : undefined
  await tx
    .update(company)
    .set({
      ...pick(shown, WORDS),
      unread: !isSameProfile(shown, shownProfile({ ...now, ...pick(before, WORDS) })),
      edition: sql`${company.edition} + 1`,
      ...(proved ? { ...proved, verifiedAt: sql`store_now()` as never } : {}),
    })
    .where(eq(company.id, now.id))
  await tellCompany(tx, now.id, [now.slug])
  const logo = logoSet(now, asked.logo)
  if (isSameProfile(asked.profile, before) && (logo.logoChange ?? open?.logoChange ?? 'keep') === 'keep') {
    if (open) await closeChange(tx, open, { outcome: 'withdrawn', decidedBy: asked.userId })
    return
  }
  const set = {
    ...logo,
    profile: asked.profile,
    verifiedDomain: asked.proof?.verifiedDomain ?? null,
    verifiedBy: asked.proof?.verifiedBy ?? null,
    risks: [...new Set([...signs, ...(await siteSigns(tx, now.id, asked.profile))].map(({ risk }) => risk))],
    savedBy: asked.userId,
    savedAt: sql`store_now()` as never,
  }
  if (open)
    await tx
      .update(companyChange)
      .set({ ...set, edition: open.edition + 1 })
      .where(eq(companyChange.id, open.id))
  else await tx.insert(companyChange).values({ ...set, companyId: now.id, before })
}
