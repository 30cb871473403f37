'use server'

import { MOST_BYTES } from '@/lib/companies/logo'
import { requireMember } from '@/lib/companies/members'
import { changeCompany, createCompany } from '@/lib/companies/mutations'
import { makePicture } from '@/lib/companies/picture'
import { PROFILE_FIELDS, profileSchema } from '@/lib/companies/profile'
import { errorsOf, type FormState, failed, readFile, readValues, STORE_AWAY, tooLarge } from '@/lib/forms'
import { goTo } from '@/lib/users/go'
import { takeTurn } from '@/lib/users/limits'
import { requireViewer } from '@/lib/users/viewer'

/** Makes a company or, where the form names one, changes it. */
export async function saveCompany(_state: FormState, data: FormData): Promise<FormState> {
  const slug = data.get('company')
  const access = typeof slug === 'string' ? await requireMember(slug, 'owner') : undefined
  const viewer = access?.viewer ?? (await requireViewer('/employer/new'))
  const values = readValues(data, [...PROFILE_FIELDS, 'removeLogo'], ['removeLogo'])
  const file = readFile(data, 'logo')
  const parsed = profileSchema.safeParse(values)
  if (!parsed.success) {
    // A browser does not send a file twice by itself.
    return failed(values, { ...errorsOf(parsed.error), ...(file ? { logo: 'Choose the logo once more.' } : {}) })
  }
  let saved: string
  try {
    const picture = await readPicture(file, viewer.id)
    if (picture && 'error' in picture) return failed(values, { logo: picture.error })
    const change = picture ?? (values.removeLogo?.includes('1') ? 'remove' : undefined)
    saved = access
      ? await changeCompany(viewer, access.company.id, parsed.data, change)
      : await createCompany(viewer, parsed.data, change)
  } catch {
    return failed(values, {}, STORE_AWAY)
  }
  return goTo(`/employer/${saved}`)
}

async function readPicture(file: File | null, userId: string) {
  if (!file) return undefined
  if (file.size > MOST_BYTES) return { error: tooLarge(MOST_BYTES) }
  if ((await takeTurn({ key: `logo:${userId}`, most: 30, seconds: 3600 })) > 0)
    return { error: 'Too many pictures for now. Try again in an hour.' }
  return makePicture(Buffer.from(await file.arrayBuffer()))
}
