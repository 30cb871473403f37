import { LeaveForm } from '@/components/forms/leave-form'
import { Frame } from '@/components/ui/frame'
import { getViewer } from '@/lib/users/viewer'
import { leave } from './sign-in/actions'

/** Pages made for each request: their head knows who is signed in. A store that is away leaves the plain link. */
export default async function DynamicLayout({ children }: { children: React.ReactNode }) {
  const viewer = await getViewer().catch(() => null)
  const account = viewer ? (
    <span className="account">
      <a href="/employer/account">{viewer.email}</a>
      <LeaveForm action={leave} user={viewer.id}>
        <button className="link-btn" type="submit">
          Sign out
        </button>
      </LeaveForm>
    </span>
  ) : undefined
  return <Frame account={account}>{children}</Frame>
}
