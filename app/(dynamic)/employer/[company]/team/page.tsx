import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { NotSent } from '@/components/forms/not-sent'
import { listMembers, requireMember } from '@/lib/companies/members'
import { listInvitations } from '@/lib/companies/team'
import { formatDay } from '@/lib/format'
import { EMPTY_FORM } from '@/lib/forms'
import { answersStranger } from '@/lib/users/answering'
import { changeMember, inviteMember } from './actions'

export const metadata: Metadata = { title: 'Team' }

const ROLES = [
  ['viewer', 'Viewer: sees everything, changes nothing'],
  ['recruiter', 'Recruiter: writes and publishes postings'],
  ['owner', 'Owner: also profile and team'],
] as const

export default async function TeamPage({ params }: PageProps<'/employer/[company]/team'>) {
  const { company: slug } = await params
  const inviteForm = (company: string) => (
    <ActionForm
      action={inviteMember}
      hidden={{ company }}
      initial={{ values: { role: 'recruiter' }, errors: {} }}
      submit="Send an invitation"
      fields={[
        { name: 'email', label: 'E-mail', kind: 'email', required: true, maxLength: 254 },
        { name: 'role', id: 'invited-role', label: 'What they may do', kind: 'radio', options: ROLES },
      ]}
    />
  )
  if (await answersStranger())
    return (
      <NotSent narrow>
        <section className="part">{inviteForm(slug)}</section>
      </NotSent>
    )
  const { company } = await requireMember(slug, 'owner')
  const [members, invitations] = await Promise.all([listMembers(company.id), listInvitations(company.id)])
  const people = members.map((member) => [member.userId, `${member.email} (${member.role})`] as const)
  return (
    <div className="wrap narrow">
      <p className="quiet">
        <a href={`/employer/${company.slug}`}>{company.name}</a>
      </p>
      <h1>Team</h1>
      <ul className="lines">
        {members.map((member) => (
          <li key={member.userId}>
            {member.email} <span className="num">{member.role}</span>
          </li>
        ))}
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            {invitation.email}
            <span className="num">
              invited as {invitation.role}, until {formatDay(invitation.expiresAt)}
            </span>
          </li>
        ))}
      </ul>
      <section className="part">
        <h2>Invite somebody</h2>
        {inviteForm(company.id)}
      </section>
      <section className="part">
        <h2>Change or remove somebody</h2>
        <ActionForm
          part="member"
          action={changeMember}
          hidden={{ company: company.id }}
          initial={EMPTY_FORM}
          submit="Change"
          fields={[
            { name: 'member', label: 'Who', kind: 'select', required: true, options: people },
            {
              name: 'role',
              label: 'From now on',
              kind: 'select',
              required: true,
              options: [...ROLES, ['none', 'No longer a member']],
            },
          ]}
        />
      </section>
      {invitations.length > 0 ? (
        <section className="part">
          <h2>Take an invitation back</h2>
          <ActionForm
            part="invitation"
            action={changeMember}
            hidden={{ company: company.id }}
            initial={EMPTY_FORM}
            submit="Take back"
            fields={[
              {
                name: 'invitation',
                label: 'Which',
                kind: 'select',
                required: true,
                options: invitations.map(({ id, email }) => [id, email] as const),
              },
            ]}
          />
        </section>
      ) : null}
    </div>
  )
}
