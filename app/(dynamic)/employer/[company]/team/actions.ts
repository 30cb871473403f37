'use server'

import * as z from 'zod'
import { requireMember } from '@/lib/companies/members'
import { invite, setRole, withdrawInvitation } from '@/lib/companies/team'
import { errorsOf, type FormState, failed, readValues, STORE_AWAY } from '@/lib/forms'
import { logSecurity } from '@/lib/security-log'
import { normaliseEmail } from '@/lib/users/email'
import { goTo } from '@/lib/users/go'
import { takeTurn } from '@/lib/users/limits'

const role = z.enum(['viewer', 'recruiter', 'owner'], 'Choose what they may do.')
const invitationSchema = z.object({
  email: z.string().refine((text) => normaliseEmail(text) !== null, 'Give one plain e-mail address.'),
  role,
})

const text = (data: FormData, name: string) => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** Invites somebody to the company. */
export async function inviteMember(_state: FormState, data: FormData): Promise<FormState> {
  const { viewer, company } = await requireMember(text(data, 'company'), 'owner')
  const values = readValues(data, ['email', 'role'])
  const parsed = invitationSchema.safeParse(values)
  if (!parsed.success) return failed(values, errorsOf(parsed.error))
  try {
    if ((await takeTurn({ key: `invite:${company.id}`, most: 30, seconds: 3600 })) > 0) {
      await logSecurity('limited', { user: viewer.id, what: 'invitations' })
      return failed(values, {}, 'Too many invitations for now. Try again in an hour.')
    }
    await invite(viewer.id, company, normaliseEmail(parsed.data.email) ?? '', parsed.data.role)
    await logSecurity('team changed', { user: viewer.id, company: company.id, what: `invited ${parsed.data.role}` })
  } catch {
    return failed(values, {}, STORE_AWAY)
  }
  return goTo(`/employer/${company.slug}/team`)
}

/** Changes what a member may do, ends a membership, or takes an invitation back. */
export async function changeMember(_state: FormState, data: FormData): Promise<FormState> {
  const { viewer, company } = await requireMember(text(data, 'company'), 'owner')
  const [member, wanted, invitation] = [text(data, 'member'), text(data, 'role'), text(data, 'invitation')]
  const values = {}
  try {
    if (invitation !== '') await withdrawInvitation(company.id, invitation)
    else {
      const known = role.safeParse(wanted)
      if (!z.uuid().safeParse(member).success) return failed(values, {}, 'Nobody was named.')
      if (!(await setRole(viewer.id, company.id, member, known.success ? known.data : null)))
        return failed(values, {}, 'A company keeps at least one owner. Make somebody else an owner first.')
      await logSecurity('team changed', { user: viewer.id, company: company.id, member, what: known.data ?? 'removed' })
    }
  } catch {
    return failed(values, {}, STORE_AWAY)
  }
  return goTo(member === viewer.id && wanted === 'none' ? '/employer' : `/employer/${company.slug}/team`)
}
