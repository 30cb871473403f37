import 'server-only'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { company, logo, member, user } from '@/drizzle/schema'
import { sortByName } from '../collate'
import { prepareRead } from '../db'
import { logSecurity } from '../security-log'
import { requireViewer } from '../users/viewer'
import { hasApproved } from './approved'
import { SHOWN_LOGO } from './queries'

export type MemberRole = 'viewer' | 'recruiter' | 'owner'

/** Each may do what those before it may. */
const ORDER: readonly MemberRole[] = ['viewer', 'recruiter', 'owner']

export const mayAct = (role: MemberRole, least: MemberRole): boolean => ORDER.indexOf(role) >= ORDER.indexOf(least)

const readMembership = prepareRead((db) =>
  db
    .select({
      company: { ...getTableColumns(company), public: hasApproved(sql`${company.id}`) },
      role: member.role,
      logo: SHOWN_LOGO,
    })
    .from(member)
    .innerJoin(company, eq(company.id, member.companyId))
    .leftJoin(logo, eq(logo.companyId, company.id))
    .where(sql`${company.slug} = ${sql.placeholder('slug')} and ${member.userId} = ${sql.placeholder('userId')}`)
    .prepare('membership'),
)

const findMembership = cache(async (slug: string, userId: string) => (await readMembership({ slug, userId }))[0])

/**
 * The person who asks, as a member of this company. Asked of the store on every request. To everybody else the company's
 * pages do not exist: a refusal looks like an unknown address.
 * @param least the role that is needed
 */
export async function requireMember(slug: string, least: MemberRole = 'viewer') {
  const viewer = await requireViewer(`/employer/${encodeURIComponent(slug)}`)
  const found = await findMembership(slug, viewer.id)
  if (found && mayAct(found.role, least)) return { viewer, ...found }
  await logSecurity('denied', { user: viewer.id, what: `${least} of ${slug.slice(0, 100)}` })
  return notFound()
}

const readCompaniesOf = prepareRead((db) =>
  db
    .select({ slug: company.slug, name: company.name, role: member.role })
    .from(member)
    .innerJoin(company, eq(company.id, member.companyId))
    .where(eq(member.userId, sql.placeholder('userId')))
    .prepare('companies_of_user'),
)

/** The companies somebody works for here, by name. */
export const listCompaniesOf = async (userId: string) =>
  sortByName(await readCompaniesOf({ userId }), ({ name }) => name)

const readMembers = prepareRead((db) =>
  db
    .select({ userId: member.userId, email: user.email, role: member.role, since: member.since })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.companyId, sql.placeholder('companyId')))
    .prepare('members'),
)

/** The people of a company, by address. */
export const listMembers = async (companyId: string) =>
  sortByName(await readMembers({ companyId }), ({ email }) => email)
