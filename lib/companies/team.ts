import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { audit, company, invitation, member } from '@/drizzle/schema'
import { sortByName } from '../collate'
import { getDb, prepareRead } from '../db'
import { env } from '../env'
import { enqueueMail } from '../mail/enqueue'
import { oneLine } from '../mail/message'
import { hashToken, makeToken } from '../secret'
import type { MemberRole } from './members'
import { write } from './mutations'

const DAYS = 7

type Company = { id: string; name: string }

/** Sends an expiring link that makes somebody a member. A new one to the same address replaces the old. */
export function invite(by: string, to: Company, email: string, role: MemberRole): Promise<void> {
  return write(async (tx) => {
    const token = makeToken()
    await tx
      .delete(invitation)
      .where(
        sql`${invitation.companyId} = ${to.id} and ${invitation.email} = ${email} and ${invitation.acceptedAt} is null`,
      )
    await tx.insert(invitation).values({
      companyId: to.id,
      email,
      role,
      tokenHash: hashToken(token),
      invitedBy: by,
      expiresAt: sql`store_now() + make_interval(days => ${DAYS})` as never,
    })
    await tx.insert(audit).values({ userId: by, companyId: to.id, action: `invited as ${role}`, detail: email })
    await enqueueMail(tx, {
      to: email,
      subject: `${oneLine(to.name)} invites you to Rolebook`,
      paragraphs: [
        `You can work on the postings of ${oneLine(to.name)} as ${role}. The link works for seven days, once.`,
      ],
      link: { label: 'See the invitation', href: new URL(`/invitation/${token}`, env.SITE_URL).href },
    })
  })
}

const readInvitation = prepareRead((db) =>
  db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      company: company.name,
      slug: company.slug,
    })
    .from(invitation)
    .innerJoin(company, eq(company.id, invitation.companyId))
    .where(
      sql`${invitation.tokenHash} = ${sql.placeholder('hash')} and ${invitation.acceptedAt} is null and ${invitation.expiresAt} > store_now()`,
    )
    .prepare('invitation_by_token'),
)

/** An invitation that can still be accepted. */
export const getInvitation = async (token: string) => (await readInvitation({ hash: hashToken(token) }))[0]

const readInvitations = prepareRead((db) =>
  db
    .select({ id: invitation.id, email: invitation.email, role: invitation.role, expiresAt: invitation.expiresAt })
    .from(invitation)
    .where(
      sql`${invitation.companyId} = ${sql.placeholder('companyId')} and ${invitation.acceptedAt} is null and ${invitation.expiresAt} > store_now()`,
    )
    .prepare('invitations'),
)

/** Invitations of a company that nobody has accepted yet. */
export const listInvitations = async (companyId: string) =>
  sortByName(await readInvitations({ companyId }), ({ email }) => email)

/**
 * Makes the person a member. Of many at once one succeeds; the link is for the address it was sent to.
 * @returns the company's slug, or null when the invitation is used, late, or another's
 */
export function acceptInvitation(token: string, person: { id: string; email: string }): Promise<string | null> {
  return write(async (tx) => {
    const [used] = await tx
      .update(invitation)
      .set({ acceptedAt: sql`store_now()` as never })
      .where(
        sql`${invitation.tokenHash} = ${hashToken(token)} and ${invitation.email} = ${person.email}
          and ${invitation.acceptedAt} is null and ${invitation.expiresAt} > store_now()`,
      )
      .returning()
    if (!used) return null
    await tx
      .insert(member)
      .values({ companyId: used.companyId, userId: person.id, role: used.role })
      .onConflictDoNothing()
    await tx.insert(audit).values({ userId: person.id, companyId: used.companyId, action: `joined as ${used.role}` })
    const [to] = await tx.select({ slug: company.slug }).from(company).where(eq(company.id, used.companyId))
    return to?.slug ?? null
  })
}

/**
 * Changes somebody's role, or with `null` ends the membership. A company keeps an owner.
 * @returns false when this would leave none, or the person is no member
 */
export function setRole(by: string, companyId: string, userId: string, role: MemberRole | null): Promise<boolean> {
  return write(async (tx) => {
    // All owners are locked first: two who leave at once would each see the other.
    const owners = await tx
      .select({ userId: member.userId })
      .from(member)
      .where(and(eq(member.companyId, companyId), eq(member.role, 'owner')))
      .orderBy(member.userId)
      .for('update')
    if (role !== 'owner' && owners.length === 1 && owners[0]?.userId === userId) return false
    const at = and(eq(member.companyId, companyId), eq(member.userId, userId))
    const changed = role
      ? await tx.update(member).set({ role }).where(at).returning({ id: member.userId })
      : await tx.delete(member).where(at).returning({ id: member.userId })
    if (changed.length === 0) return false
    await tx.insert(audit).values({ userId: by, companyId, action: role ? `role ${role}` : 'removed', detail: userId })
    return true
  })
}

/** Takes an invitation back. */
export async function withdrawInvitation(companyId: string, id: string): Promise<void> {
  await getDb()
    .delete(invitation)
    .where(
      sql`${invitation.companyId} = ${companyId} and ${invitation.id}::text = ${id} and ${invitation.acceptedAt} is null`,
    )
}
