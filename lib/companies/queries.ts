import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, logo } from '@/drizzle/schema'
import { prepareRead } from '../db'

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
}

/** A joined logo without its bytes; null where there is none. */
export const SHOWN_LOGO = { hash: logo.hash, width: logo.width, height: logo.height }

const readCompany = prepareRead((db) =>
  db
    .select({ company: SHOWN_COMPANY, logo: SHOWN_LOGO })
    .from(company)
    .leftJoin(logo, eq(logo.companyId, company.id))
    .where(eq(company.slug, sql.placeholder('slug')))
    .prepare('company_by_slug'),
)

/** A company by its address, with its logo. */
export const getCompany = async (slug: string) => (await readCompany({ slug }))[0]

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
