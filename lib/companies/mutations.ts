import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { audit, company, companyChange, member } from '@/drizzle/schema'
import { getDb } from '../db'
import { withDeadline } from '../db-options'
import { countCompany } from '../limits/quotas'
import { hasApproved } from './approved'
import { domainOfSite } from './domain'
import type { Profile } from './profile'
import { proposeChange } from './propose'
import {
  freeSlug,
  type LogoChange,
  proofByEmail,
  setLogo,
  showProfile,
  tellCompany,
  verification,
} from './store-profile'
import { DomainTaken, takenDomain } from './taken'

export type Tx = Parameters<Parameters<ReturnType<typeof getDb>['transaction']>[0]>[0]

/** A transaction that is given up after eight seconds. */
export const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withDeadline(getDb().transaction(work), 8000)

type Person = { id: string; email: string }

/**
 * Makes a company with its first owner.
 * @param id chosen before, where a second press must not make two: what is pressed again changes the first
 * @returns its slug
 * @throws DomainTaken when its site is another company's, and the person has no address there
 * @throws Refused when the person has made as many unverified companies as they may
 */
export async function createCompany(
  person: Person,
  profile: Profile,
  picture: LogoChange = undefined,
  id: string = randomUUID(),
): Promise<string> {
  const { id: userId, email } = person
  const [own] = await getDb()
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.companyId, id), eq(member.userId, userId)))
  if (own?.role === 'owner') return changeCompany(person, id, profile, picture)
  return write(async (tx) => {
    await countCompany(tx, userId)
    const proof = proofByEmail(email, profile.site)
    const taken = proof ? null : await takenDomain(tx, null, profile.site)
    if (taken) throw new DomainTaken(taken)
    const slug = await freeSlug(tx, profile.name)
    const [made] = await tx
      .insert(company)
      .values({ id, ...profile, slug, ...verification(proof, profile.site, null) })
      .returning({ id: company.id })
    if (!made) throw new Error('The company was not stored.')
    await setLogo(tx, made.id, picture)
    await tx.insert(member).values({ companyId: made.id, userId, role: 'owner' })
    await tx.insert(audit).values({ userId, companyId: made.id, action: 'company made' })
    return slug
  })
}

/**
 * Changes a profile. What readers see already waits for a reviewer (`proposeChange`); of a company that they do not see
 * yet it is read with its first posting.
 * @param proved a domain that the DNS has just proved to be the company's
 * @returns the slug from now on
 * @throws DomainTaken when its site is another company's, and nothing proves that it may be this one's
 */
export function changeCompany(
  { id: userId, email }: Person,
  companyId: string,
  { timeZone, ...profile }: Profile,
  logo: LogoChange = undefined,
  proved?: string,
): Promise<string> {
  return write(async (tx) => {
    const [before] = await tx
      .select({ company, public: hasApproved(sql`${company.id}`) })
      .from(company)
      .where(eq(company.id, companyId))
      .for('update')
    if (!before) throw new Error('The company is gone.')
    const proof =
      proofByEmail(email, profile.site) ??
      (proved && proved === domainOfSite(profile.site) ? { verifiedDomain: proved, verifiedBy: 'dns' } : undefined)
    const taken =
      proof || profile.site === before.company.site ? null : await takenDomain(tx, before.company, profile.site)
    if (taken) throw new DomainTaken(taken)
    await tx.update(company).set({ timeZone }).where(eq(company.id, companyId))
    await tx.insert(audit).values({ userId, companyId, action: 'profile changed' })
    if (!before.public) return showProfile(tx, before.company, profile, { proof, logo })
    await proposeChange(tx, before.company, { profile, logo, proof, userId })
    return before.company.slug
  })
}

/**
 * Notes that the DNS has proved a company's domain.
 * @param site the address whose domain was asked for
 * @returns false when the company has another site by now: then nothing is proved
 */
export function verifyByDns(userId: string, companyId: string, site: string, domain: string): Promise<boolean> {
  return write(async (tx) => {
    const proof = { verifiedDomain: domain, verifiedBy: 'dns' }
    const [changed] = await tx
      .update(company)
      .set({ ...proof, verifiedAt: sql`store_now()` as never })
      .where(and(eq(company.id, companyId), eq(company.site, site)))
      .returning({ slug: company.slug })
    // Of a site that a reviewer has not read yet, it is noted with the changes.
    const [asked] = changed
      ? []
      : await tx
          .update(companyChange)
          .set(proof)
          .where(sql`${companyChange.companyId} = ${companyId} and ${companyChange.outcome} is null
            and ${companyChange.profile}->>'site' = ${site}`)
          .returning({ id: companyChange.id })
    if (!changed && !asked) return false
    await tx.insert(audit).values({ userId, companyId, action: 'domain verified by DNS', detail: domain })
    if (changed) await tellCompany(tx, companyId, [changed.slug])
    return true
  })
}
