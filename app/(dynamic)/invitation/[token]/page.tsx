import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { leave } from '@/app/(dynamic)/sign-in/actions'
import { ButtonForm } from '@/components/forms/button-form'
import { getInvitation } from '@/lib/companies/team'
import { requireViewer } from '@/lib/users/viewer'
import { joinCompany } from './actions'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false }, referrer: 'same-origin' }

export default async function InvitationPage({ params, searchParams }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  if (!/^[\w-]{8,128}$/.test(token)) notFound()
  const viewer = await requireViewer(`/invitation/${token}`)
  const found = await getInvitation(token)
  const own = found?.email === viewer.email
  if (found && own && !found.open && found.now) {
    return (
      <div className="wrap narrow">
        <h1>You are a member</h1>
        <p className="lede">
          You work on the postings of {found.company} as {found.now}.
        </p>
        <p>
          <a className="btn" href={`/employer/${found.slug}`}>
            To {found.company}
          </a>
        </p>
      </div>
    )
  }
  if (!found?.open) {
    return (
      <div className="wrap narrow">
        <h1>This invitation has ended</h1>
        <p className="lede">It was used, taken back, or is older than seven days. Ask for a new one.</p>
      </div>
    )
  }
  const { not } = await searchParams
  return (
    <div className="wrap narrow">
      <h1>{found.company} invites you</h1>
      {not ? (
        <p className="notice">You are its only owner, and a company keeps one. Make somebody else an owner first.</p>
      ) : null}
      <p className="lede">
        {own
          ? found.now
            ? `You are ${found.now} there now, and become ${found.role}.`
            : `You join as ${found.role}.`
          : `It was sent to another address than yours, ${viewer.email}. Sign in with that one.`}
      </p>
      <ButtonForm action={own ? joinCompany : leave}>
        <input type="hidden" name="token" value={token} />
        <button className="btn" type="submit">
          {own ? 'Join' : 'Sign out to use it'}
        </button>
      </ButtonForm>
    </div>
  )
}
