import { AddressProvider } from '@/components/forms/address'
import { LeaveForm } from '@/components/forms/leave-form'
import { Frame } from '@/components/ui/frame'
import { addressOf } from '@/lib/users/answering'
import { getViewer } from '@/lib/users/viewer'
import { leave } from './sign-in/actions'

/** Pages made for each request: their head knows who is signed in. A store that is away leaves the plain link. */
export default async function DynamicLayout({ children }: { children: React.ReactNode }) {
  const viewer = await getViewer().catch(() => null)
  const account = viewer ? (
    <div className="account">
      <a href="/employer/account">{viewer.email}</a>
      <LeaveForm action={leave} user={viewer.id}>
        <button className="link-btn" type="submit">
          Sign out
        </button>
      </LeaveForm>
    </div>
  ) : undefined
  return (
    <AddressProvider address={await addressOf()}>
      <Frame account={account}>{children}</Frame>
    </AddressProvider>
  )
}
