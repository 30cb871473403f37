'use server'

import { acceptInvitation } from '@/lib/companies/team'
import { Refused } from '@/lib/limits/refused'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'

/** Accepts an invitation as the person who is signed in. A second press leads to the page that says so. */
export async function joinCompany(data: FormData): Promise<void> {
  const token = data.get('token')
  const path = `/invitation/${typeof token === 'string' ? token : ''}`
  const viewer = await requireViewer(path)
  try {
    const slug = typeof token === 'string' ? await acceptInvitation(token, viewer) : null
    return goTo(slug ? `/employer/${slug}` : path)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return goTo(`${path}?not=1`)
  }
}
