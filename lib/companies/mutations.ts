import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { audit, company, companySlug, logo, member } from '@/drizzle/schema'
import { changeQuery } from '../cache/record-change'
import { getDb } from '../db'
import { withDeadline } from '../db-options'
import { slugBase } from '../text/slug'
import { domainByEmail } from './domain'
import type { Picture } from './picture'
import type { Profile } from './profile'

export type Tx = Parameters<Parameters<ReturnType<typeof getDb>['transaction']>[0]>[0]

/** A transaction that is given up after eight seconds. */
export const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withDeadline(getDb().transaction(work), 8000)

const RESERVED = new Set(['new', 'account', 'jobs', 'index'])

/** A slug that no company has or had, made from a name. */
async function freeSlug(tx: Tx, name: string, own?: string): Promise<string> {
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

type Person = { id: string; email: string }

/** What the site's domain and the person's address prove together; a changed site proves nothing of before. */
function verification(email: string, site: string | null, before: string | null) {
  const domain = domainByEmail(email, site)
  if (domain) return { verifiedDomain: domain, verifiedBy: 'email', verifiedAt: sql`store_now()` as never }
  return site === before ? {} : { verifiedDomain: null, verifiedBy: null, verifiedAt: null }
}

/** What a form says of the logo: another one, none from now on, or nothing. */
export type LogoChange = Picture | 'remove' | undefined

async function setLogo(tx: Tx, companyId: string, change: LogoChange): Promise<void> {
  if (change === undefined) return
  await tx.delete(logo).where(eq(logo.companyId, companyId))
  if (change !== 'remove') await tx.insert(logo).values({ companyId, ...change })
  await tx
    .update(company)
    .set({ logo: change === 'remove' ? null : change.hash })
    .where(eq(company.id, companyId))
}

/** Makes a company with its first owner. @returns its slug */
export function createCompany(
  { id: userId, email }: Person,
  profile: Profile,
  picture: LogoChange = undefined,
): Promise<string> {
  return write(async (tx) => {
    const slug = await freeSlug(tx, profile.name)
    const [made] = await tx
      .insert(company)
      .values({ ...profile, slug, ...verification(email, profile.site, null) })
      .returning({ id: company.id })
    if (!made) throw new Error('The company was not stored.')
    await setLogo(tx, made.id, picture)
    await tx.insert(member).values({ companyId: made.id, userId, role: 'owner' })
    await tx.insert(audit).values({ userId, companyId: made.id, action: 'company made' })
    return slug
  })
}

/** Changes a profile. A new name makes a new address; the old one leads there. @returns the slug from now on */
export function changeCompany(
  { id: userId, email }: Person,
  companyId: string,
  profile: Profile,
  picture: LogoChange = undefined,
): Promise<string> {
  return write(async (tx) => {
    const [before] = await tx.select().from(company).where(eq(company.id, companyId)).for('update')
    if (!before) throw new Error('The company is gone.')
    const slug = before.name === profile.name ? before.slug : await freeSlug(tx, profile.name, companyId)
    if (slug !== before.slug) {
      await tx.delete(companySlug).where(eq(companySlug.slug, slug))
      await tx.insert(companySlug).values({ slug: before.slug, companyId })
    }
    await tx
      .update(company)
      .set({ ...profile, slug, ...verification(email, profile.site, before.site) })
      .where(eq(company.id, companyId))
    await setLogo(tx, companyId, picture)
    await tx.insert(audit).values({ userId, companyId, action: 'profile changed' })
    const paths = [...new Set([slug, before.slug])].map((name) => `/companies/${name}`)
    await tx.execute(changeQuery({ tags: [`company:${companyId}`, 'companies'], paths }))
    return slug
  })
}

/**
 * Notes that the DNS has proved a company's domain.
 * @param site the address whose domain was asked for
 * @returns false when the company has another site by now: then nothing is proved
 */
export function verifyByDns(userId: string, companyId: string, site: string, domain: string): Promise<boolean> {
  return write(async (tx) => {
    const [changed] = await tx
      .update(company)
      .set({ verifiedDomain: domain, verifiedBy: 'dns', verifiedAt: sql`store_now()` as never })
      .where(and(eq(company.id, companyId), eq(company.site, site)))
      .returning({ slug: company.slug })
    if (!changed) return false
    await tx.insert(audit).values({ userId, companyId, action: 'domain verified by DNS', detail: domain })
    const paths = [`/companies/${changed.slug}`]
    await tx.execute(changeQuery({ tags: [`company:${companyId}`, 'companies'], paths }))
    return true
  })
}
