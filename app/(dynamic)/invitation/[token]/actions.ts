'use server'

import { acceptInvitation } from '@/lib/companies/team'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'

/** Accepts an invitation as the person who is signed in. */
export async function joinCompany(data: FormData): Promise<void> {
  const token = data.get('token')
  const path = `/invitation/${typeof token === 'string' ? token : ''}`
  const viewer = await requireViewer(path)
  const slug = typeof token === 'string' ? await acceptInvitation(token, viewer) : null
  goTo(slug ? `/employer/${slug}` : path)
}
