import 'server-only'
import { desc, eq, isNull, sql } from 'drizzle-orm'
import { company, companyChange, logo } from '@/drizzle/schema'
import { prepareRead } from '../db'
import { hasApproved } from './approved'
import { SHOWN_LOGO } from './queries'

const readNewest = prepareRead((db) =>
  db
    .select()
    .from(companyChange)
    .where(eq(companyChange.companyId, sql.placeholder('companyId')))
    .orderBy(sql`${companyChange.outcome} is not null`, desc(companyChange.decidedAt))
    .limit(1)
    .prepare('newest_company_change'),
)

/** The changes to a company that wait for a reviewer or, without any, the last that were decided on. */
export const getNewestChange = async (companyId: string) => (await readNewest({ companyId }))[0]

export type CompanyChange = NonNullable<Awaited<ReturnType<typeof getNewestChange>>>

const readQueue = prepareRead((db) =>
  db
    .select({
      slug: company.slug,
      name: company.name,
      verified: company.verifiedDomain,
      unread: company.unread,
      risks: companyChange.risks,
      savedAt: companyChange.savedAt,
    })
    .from(companyChange)
    .innerJoin(company, eq(company.id, companyChange.companyId))
    .where(isNull(companyChange.outcome))
    .orderBy(sql`cardinality(${companyChange.risks}) desc`, companyChange.savedAt)
    .limit(100)
    .prepare('company_change_queue'),
)

/** Companies whose changes wait for a reviewer: the riskiest first, then the oldest. */
export const listCompanyChanges = () => readQueue({})

const readForReview = prepareRead((db) =>
  db
    .select({ company, logo: SHOWN_LOGO, public: hasApproved(sql`${company.id}`) })
    .from(company)
    .leftJoin(logo, eq(logo.companyId, company.id))
    .where(eq(company.slug, sql.placeholder('slug')))
    .prepare('company_for_review'),
)

/** A company as a reviewer reads it. */
export const getCompanyForReview = async (slug: string) => (await readForReview({ slug }))[0]
