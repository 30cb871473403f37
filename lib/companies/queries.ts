import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, companySlug } from '@/drizzle/schema'
import { prepareRead } from '../db'

const readCompany = prepareRead((db) =>
  db
    .select()
    .from(company)
    .where(eq(company.slug, sql.placeholder('slug')))
    .prepare('company_by_slug'),
)

/** A company by its address. */
export const getCompany = async (slug: string) => (await readCompany({ slug }))[0]

const readFormer = prepareRead((db) =>
  db
    .select({ slug: company.slug })
    .from(companySlug)
    .innerJoin(company, eq(company.id, companySlug.companyId))
    .where(eq(companySlug.slug, sql.placeholder('slug')))
    .prepare('company_by_former_slug'),
)

/** The address that a former one leads to now. */
export const findRenamedCompany = async (slug: string) => (await readFormer({ slug }))[0]?.slug
