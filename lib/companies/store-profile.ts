import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, companySlug, logo } from '@/drizzle/schema'
import { changeQuery } from '../cache/record-change'
import { slugBase } from '../text/slug'
import { domainByEmail } from './domain'
import type { Tx } from './mutations'
import type { Picture } from './picture'
import type { ShownProfile } from './profile'

export type Company = typeof company.$inferSelect

/** What a form says of the logo: another one, none from now on, or nothing. */
export type LogoChange = Picture | 'remove' | undefined

const RESERVED = new Set(['new', 'account', 'jobs', 'index'])

/** A slug that no company has or had, made from a name. */
export async function freeSlug(tx: Tx, name: string, own?: string): Promise<string> {
  const base = slugBase(name, 'company')
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`company:${base}`}))`)
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (RESERVED.has(slug)) continue
    const [taken] = await tx.execute<{ id: string }>(sql`
      select id::text from company where slug = ${slug} union all select company_id::text from company_slug where slug = ${slug}`)
    if (!taken || taken.id === own) return slug
  }
}

/** How a domain was proved. */
export type Proof = { verifiedDomain: string; verifiedBy: string }

const provedNow = (proof: Proof) => ({ ...proof, verifiedAt: sql`store_now()` as never })

/** What the site's domain and the person's address prove together. */
export function proofByEmail(email: string, site: string | null): Proof | undefined {
  const domain = domainByEmail(email, site)
  return domain ? { verifiedDomain: domain, verifiedBy: 'email' } : undefined
}

/** What is proved of a site; a changed one proves nothing of before. */
export function verification(proof: Proof | undefined, site: string | null, before: string | null) {
  if (proof) return provedNow(proof)
  return site === before ? {} : { verifiedDomain: null, verifiedBy: null, verifiedAt: null }
}

export async function setLogo(tx: Tx, companyId: string, change: LogoChange): Promise<void> {
  if (change === undefined) return
  await tx.delete(logo).where(eq(logo.companyId, companyId))
  if (change !== 'remove') await tx.insert(logo).values({ companyId, ...change })
  await tx
    .update(company)
    .set({ logo: change === 'remove' ? null : change.hash })
    .where(eq(company.id, companyId))
}

/** Marks every page that shows a company. @param slugs its address, and those it had until now */
export async function tellCompany(tx: Tx, companyId: string, slugs: readonly string[]): Promise<void> {
  const paths = [...new Set(slugs)].map((slug) => `/companies/${slug}`)
  await tx.execute(changeQuery({ tags: [`company:${companyId}`, 'companies'], paths }))
}

/**
 * Puts a profile where readers see it. A new name makes a new address; the old one leads there.
 * @returns the slug from now on
 */
export async function showProfile(
  tx: Tx,
  before: Company,
  profile: ShownProfile,
  more: { proof?: Proof | undefined; logo?: LogoChange },
): Promise<string> {
  const slug = before.name === profile.name ? before.slug : await freeSlug(tx, profile.name, before.id)
  if (slug !== before.slug) {
    await tx.delete(companySlug).where(eq(companySlug.slug, slug))
    await tx.insert(companySlug).values({ slug: before.slug, companyId: before.id })
  }
  await tx
    .update(company)
    .set({
      ...profile,
      slug,
      ...verification(more.proof, profile.site, before.site),
      unread: false,
      edition: sql`${company.edition} + 1`,
    })
    .where(eq(company.id, before.id))
  await setLogo(tx, before.id, more.logo)
  await tellCompany(tx, before.id, [slug, before.slug])
  return slug
}
