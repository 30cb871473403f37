import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { leave } from '@/app/(dynamic)/sign-in/actions'
import { getInvitation } from '@/lib/companies/team'
import { requireViewer } from '@/lib/users/viewer'
import { joinCompany } from './actions'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false }, referrer: 'same-origin' }

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  if (!/^[\w-]{8,128}$/.test(token)) notFound()
  const viewer = await requireViewer(`/invitation/${token}`)
  const found = await getInvitation(token)
  if (!found) {
    return (
      <div className="wrap narrow">
        <h1>This invitation has ended</h1>
        <p className="lede">It was used, taken back, or is older than seven days. Ask for a new one.</p>
      </div>
    )
  }
  const own = found.email === viewer.email
  return (
    <div className="wrap narrow">
      <h1>{found.company} invites you</h1>
      <p className="lede">
        {own
          ? `You join as ${found.role}.`
          : `It was sent to another address than yours, ${viewer.email}. Sign in with that one.`}
      </p>
      <form action={own ? joinCompany : leave}>
        <input type="hidden" name="token" value={token} />
        <button className="btn" type="submit">
          {own ? 'Join' : 'Sign out to use it'}
        </button>
      </form>
    </div>
  )
}
