'use server'

import { requireMember } from '@/lib/companies/members'
import { changeCompany, createCompany } from '@/lib/companies/mutations'
import { PROFILE_FIELDS, profileSchema } from '@/lib/companies/profile'
import { errorsOf, type FormState, failed, readValues, STORE_AWAY } from '@/lib/forms'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'

/** Makes a company or, where the form names one, changes it. */
export async function saveCompany(_state: FormState, data: FormData): Promise<FormState> {
  const slug = data.get('company')
  const access = typeof slug === 'string' ? await requireMember(slug, 'owner') : undefined
  const viewer = access?.viewer ?? (await requireViewer('/employer/new'))
  const values = readValues(data, PROFILE_FIELDS)
  const parsed = profileSchema.safeParse(values)
  if (!parsed.success) return failed(values, errorsOf(parsed.error))
  let saved: string
  try {
    saved = access
      ? await changeCompany(viewer, access.company.id, parsed.data)
      : await createCompany(viewer, parsed.data)
  } catch {
    return failed(values, {}, STORE_AWAY)
  }
  return goTo(`/employer/${saved}`)
}
