import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { audit, company, invitation, member } from '@/drizzle/schema'
import { sortByName } from '../collate'
import { getDb, prepareRead } from '../db'
import { env } from '../env'
import { quotas } from '../limits/numbers'
import { Refused } from '../limits/refused'
import { enqueueMail } from '../mail/enqueue'
import { oneLine } from '../mail/message'
import { hashToken, makeToken } from '../secret'
import type { MemberRole } from './members'
import { type Tx, write } from './mutations'

const DAYS = 7
/** Minutes in which the same invitation once more is a second press of the button. */
const AGAIN_MINUTES = 10

type Company = { id: string; name: string }
type By = { id: string; email: string }

/** Waits for whoever else changes the people of a company, so that each sees what the other has done. */
const lockCompany = (tx: Tx, id: string) => tx.execute(sql`select id from company where id = ${id} for no key update`)

/** What an address is to a company already. */
async function standingOf(tx: Tx, companyId: string, email: string) {
  const [row] = await tx.execute<{ role: MemberRole | null; invited: MemberRole | null; people: number }>(sql`
    select (select m.role from member m join "user" u on u.id = m.user_id
        where m.company_id = ${companyId} and u.email = ${email}) as role,
      (select i.role from invitation i where i.company_id = ${companyId} and i.email = ${email} and i.accepted_at is null
        and i.created_at > store_now() - make_interval(mins => ${AGAIN_MINUTES}) limit 1) as invited,
      (select count(*)::int from member where company_id = ${companyId}) + (select count(*)::int from invitation
        where company_id = ${companyId} and email <> ${email} and accepted_at is null and expires_at > store_now()) as people`)
  return row ?? { role: null, invited: null, people: 0 }
}

/**
 * Sends an expiring link that makes somebody a member, or gives a member another role. A new one to the same address
 * replaces the old.
 * @throws Refused when it would change nothing, is a second press, or one too many
 */
export function invite(by: By, to: Company, email: string, role: MemberRole): Promise<void> {
  return write(async (tx) => {
    await lockCompany(tx, to.id)
    const token = makeToken()
    const mail = {
      to: email,
      subject: 'You are invited to work on postings at Rolebook',
      paragraphs: [
        `${by.email} invites you to work on the postings of “${oneLine(to.name)}” as ${role}. The link works for seven days, once.`,
      ],
      link: { label: 'See the invitation', href: new URL(`/invitation/${token}`, env.SITE_URL).href },
    }
    const standing = await standingOf(tx, to.id, email)
    if (standing.role === role) throw new Refused(`${email} works here as ${role} already.`)
    if (standing.invited === role)
      throw new Refused(
        `Already sent: ${email} has an invitation as ${role}. If it does not come, send another in ${AGAIN_MINUTES} minutes.`,
      )
    if (!standing.role && standing.people >= quotas.members)
      throw new Refused(`A company has at most ${quotas.members} people here, those invited counted too.`)
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
      invitedBy: by.id,
      expiresAt: sql`store_now() + make_interval(days => ${DAYS})` as never,
    })
    await tx.insert(audit).values({ userId: by.id, companyId: to.id, action: `invited as ${role}`, detail: email })
    await enqueueMail(tx, mail, { way: 'invite', by: by.id, company: to.id, what: role })
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
      /** Whether it can still be accepted. */
      open: sql<boolean>`${invitation.acceptedAt} is null and ${invitation.expiresAt} > store_now()`,
      /** What the person it was sent to is in the company by now. */
      now: sql<MemberRole | null>`(select m.role from member m join "user" u on u.id = m.user_id
        where m.company_id = ${invitation.companyId} and u.email = ${invitation.email})`,
    })
    .from(invitation)
    .innerJoin(company, eq(company.id, invitation.companyId))
    .where(eq(invitation.tokenHash, sql.placeholder('hash')))
    .prepare('invitation_by_token'),
)

/** An invitation that was not taken back, used or not. */
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

/** The owners of a company, locked: two who leave at once would each see the other. */
async function lockOwners(tx: Tx, companyId: string): Promise<string[]> {
  const owners = await tx
    .select({ userId: member.userId })
    .from(member)
    .where(and(eq(member.companyId, companyId), eq(member.role, 'owner')))
    .orderBy(member.userId)
    .for('update')
  return owners.map(({ userId }) => userId)
}

const LAST_OWNER = 'A company keeps at least one owner. Make somebody else an owner first.'

/**
 * Makes the person a member, or gives a member the role of the invitation. Of many at once one succeeds; the link is for
 * the address it was sent to.
 * @returns the company's slug, or null when the invitation is used, late, or another's
 * @throws Refused when the company would be left without an owner
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
    const { companyId, role } = used
    const owners = await lockOwners(tx, companyId)
    if (role !== 'owner' && owners.length === 1 && owners[0] === person.id) throw new Refused(LAST_OWNER)
    await tx
      .insert(member)
      .values({ companyId, userId: person.id, role })
      .onConflictDoUpdate({ target: [member.companyId, member.userId], set: { role } })
    await tx.insert(audit).values({ userId: person.id, companyId, action: `joined as ${role}` })
    const [to] = await tx.select({ slug: company.slug }).from(company).where(eq(company.id, companyId))
    return to?.slug ?? null
  })
}

/**
 * Changes somebody's role, or with `null` ends the membership. A company keeps an owner.
 * @throws Refused when this would leave none, or is so already
 */
export function setRole(by: string, companyId: string, userId: string, role: MemberRole | null): Promise<void> {
  return write(async (tx) => {
    const owners = await lockOwners(tx, companyId)
    const at = and(eq(member.companyId, companyId), eq(member.userId, userId))
    const [before] = await tx.select({ role: member.role }).from(member).where(at).for('update')
    if (!before) throw new Refused('This person is no member any more.')
    if (before.role === role) throw new Refused(`This person works here as ${role} already.`)
    if (role !== 'owner' && owners.length === 1 && owners[0] === userId) throw new Refused(LAST_OWNER)
    if (role) await tx.update(member).set({ role }).where(at)
    else await tx.delete(member).where(at)
    await tx.insert(audit).values({ userId: by, companyId, action: role ? `role ${role}` : 'removed', detail: userId })
  })
}

/** Takes an invitation back. @throws Refused when there is none any more */
export async function withdrawInvitation(companyId: string, id: string): Promise<void> {
  const gone = await getDb()
    .delete(invitation)
    .where(
      sql`${invitation.companyId} = ${companyId} and ${invitation.id}::text = ${id} and ${invitation.acceptedAt} is null`,
    )
    .returning({ id: invitation.id })
  if (gone.length === 0) throw new Refused('This invitation was used or taken back already.')
}
