'use server'

import * as z from 'zod'
import { memberFor } from '@/lib/companies/members'
import { invite, setRole, withdrawInvitation } from '@/lib/companies/team'
import { errorsOf, type FormState, failed, readValues } from '@/lib/forms'
import { logSecurity } from '@/lib/security-log'
import { normaliseEmail } from '@/lib/users/email'
import { answerTo } from '@/lib/users/form-sender'
import { goTo } from '@/lib/users/go'

const role = z.enum(['viewer', 'recruiter', 'owner'], 'Choose what they may do.')
const invitationSchema = z.object({
  email: z.string().refine((text) => normaliseEmail(text) !== null, 'Give one plain e-mail address.'),
  role,
})

/** Invites somebody to the company. */
export async function inviteMember(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['email', 'role'])
  const asked = await memberFor(data, values, 'owner')
  if (asked.answer) return asked.answer
  const parsed = invitationSchema.safeParse(values)
  if (!parsed.success) return failed(values, errorsOf(parsed.error))
  try {
    await invite(asked.viewer, asked.company, normaliseEmail(parsed.data.email) ?? '', parsed.data.role)
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo(`/employer/${asked.company.slug}/team`)
}

/** Changes what a member may do, ends a membership, or takes an invitation back. */
export async function changeMember(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['member', 'role', 'invitation'])
  const asked = await memberFor(data, values, 'owner')
  if (asked.answer) return asked.answer
  const { viewer, company } = asked
  const { member = '', role: wanted, invitation = '' } = values as Record<string, string>
  try {
    if (invitation !== '') await withdrawInvitation(company.id, invitation)
    else {
      const known = role.safeParse(wanted)
      if (!z.uuid().safeParse(member).success) return failed(values, {}, 'Nobody was named.')
      if (!known.success && wanted !== 'none') return failed(values, { role: 'Choose what they may do.' })
      await setRole(viewer.id, company.id, member, known.success ? known.data : null)
      await logSecurity('team changed', { user: viewer.id, company: company.id, member, what: known.data ?? 'removed' })
    }
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo(member === viewer.id && wanted === 'none' ? '/employer' : `/employer/${company.slug}/team`)
}
