import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, logo } from '@/drizzle/schema'
import { prepareRead } from '../db'
import { hasApproved } from './approved'

/** What readers may see of a company. */
export const SHOWN_COMPANY = {
  id: company.id,
  slug: company.slug,
  name: company.name,
  site: company.site,
  about: company.about,
  industry: company.industry,
  size: company.size,
  places: company.places,
  timeZone: company.timeZone,
  verifiedDomain: company.verifiedDomain,
  demo: company.demo,
  unread: company.unread,
  public: hasApproved(sql`${company.id}`),
}

/** A joined logo without its bytes; null where there is none. */
export const SHOWN_LOGO = { hash: logo.hash, width: logo.width, height: logo.height }

const readCompany = prepareRead((db) =>
  db
    .select({ company: SHOWN_COMPANY, logo: SHOWN_LOGO })
    .from(company)
    .leftJoin(logo, eq(logo.companyId, company.id))
    .where(sql`${company.slug} = ${sql.placeholder('slug')} and ${hasApproved(sql`${company.id}`)}`)
    .prepare('company_by_slug'),
)

/** A company by its address, with its logo; undefined for one that readers may not see yet. */
export const getCompany = async (slug: string) => (await readCompany({ slug }))[0]

const readVerifiedByOther = prepareRead((db) =>
  db
    .select({ id: company.id })
    .from(company)
    .where(
      sql`${company.verifiedDomain} = ${sql.placeholder('domain')} and ${company.id} <> ${sql.placeholder('own')}::uuid`,
    )
    .limit(1)
    .prepare('domain_verified_by_other'),
)

/** Whether another company than this one has verified a domain. */
export const isVerifiedByOther = async (own: string, domain: string): Promise<boolean> =>
  (await readVerifiedByOther({ own, domain })).length > 0

const readAddresses = prepareRead((db) =>
  db
    .select({ slug: company.slug })
    .from(company)
    .where(sql`not ${company.demo} and ${hasApproved(sql`${company.id}`)}`)
    .orderBy(company.slug)
    .limit(50_000)
    .prepare('company_addresses'),
)

/** Addresses of companies that readers may see, for the sitemap. */
export const listCompanyAddresses = () => readAddresses({})

const readLogo = prepareRead((db) =>
  db
    .select({ image: logo.image })
    .from(logo)
    .where(eq(logo.hash, sql.placeholder('hash')))
    .limit(1)
    .prepare('logo_by_hash'),
)

/** The bytes of a logo by the hash that names it. */
export const getLogo = async (hash: string) =>
  /^[0-9a-f]{64}$/.test(hash) ? (await readLogo({ hash }))[0]?.image : undefined
