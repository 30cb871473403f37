import 'server-only'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { company, logo, member, user } from '@/drizzle/schema'
import { sortByName } from '../collate'
import { prepareRead } from '../db'
import type { FormState, Values } from '../forms'
import { logSecurity } from '../security-log'
import { cleanText } from '../text/clean'
import { pathAsked } from '../users/answering'
import { answerTo, viewerFor } from '../users/form-sender'
import { goTo } from '../users/go'
import { requireViewer, type Viewer } from '../users/viewer'
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
    .where(
      sql`${member.userId} = ${sql.placeholder('userId')} and (${company.slug} = ${sql.placeholder('ref')}
        or ${company.id}::text = ${sql.placeholder('ref')}
        or ${company.id} in (select s.company_id from company_slug s where s.slug = ${sql.placeholder('ref')}))`,
    )
    .prepare('membership'),
)

/** By the company's id, which its forms send, or an address it has or had. */
const findMembership = cache(async (ref: string, userId: string) => (await readMembership({ ref, userId }))[0])

type Membership = NonNullable<Awaited<ReturnType<typeof findMembership>>> & { viewer: Viewer }

async function requireAccess(ref: string, viewer: Viewer, least: MemberRole): Promise<Membership> {
  const found = await findMembership(ref, viewer.id)
  if (found && mayAct(found.role, least)) return { viewer, ...found }
  await logSecurity('denied', { user: viewer.id, what: `${least} of ${ref.slice(0, 100)}` })
  return notFound()
}

/**
 * The person who asks, as a member of this company. Asked of the store on every request. To everybody else the company's
 * pages do not exist: a refusal looks like an unknown address. An address that the company had before leads on.
 * @param least the role that is needed
 */
export async function requireMember(slug: string, least: MemberRole = 'viewer'): Promise<Membership> {
  const viewer = await requireViewer(`/employer/${encodeURIComponent(slug)}`)
  const found = await requireAccess(slug, viewer, least)
  const path = await pathAsked()
  if (path && found.company.slug !== slug) goTo(path.replace(/^\/employer\/[^/?]+/, `/employer/${found.company.slug}`))
  return found
}

/**
 * Who sends a form, as a member of the company that it names.
 * @param values what was typed: an answer in place of the member carries it back
 */
export async function memberFor(
  data: FormData,
  values: Values,
  least: MemberRole,
): Promise<(Membership & { answer?: undefined }) | { answer: FormState }> {
  const sender = await viewerFor(values)
  if (sender.answer) return sender
  const ref = data.get('company')
  try {
    return await requireAccess(typeof ref === 'string' ? cleanText(ref) : '', sender.viewer, least)
  } catch (error) {
    return answerTo(error, values)
  }
}

/** A company that somebody works for, by its id or an address it has or had. */
export const findOwnCompany = async (ref: string, userId: string) => (await findMembership(ref, userId))?.company

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
