import type { Metadata } from 'next'
import { ButtonForm } from '@/components/forms/button-form'
import { LeaveForm } from '@/components/forms/leave-form'
import { formatDay } from '@/lib/format'
import { listSessions } from '@/lib/users/sessions'
import { requireViewer } from '@/lib/users/viewer'
import { endSession } from './actions'

export const metadata: Metadata = { title: 'Where you are signed in' }

export default async function AccountPage() {
  const viewer = await requireViewer('/employer/account')
  const sessions = await listSessions(viewer.id)
  return (
    <div className="wrap narrow">
      <h1>Your account</h1>
      <p className="lede">{viewer.email}</p>
      <div className="buttons">
        <LeaveForm action={endSession} user={viewer.id}>
          <button className="btn plain-btn" type="submit">
            Sign out everywhere
          </button>
        </LeaveForm>
      </div>
      <section className="part">
        <h2>Where you are signed in</h2>
        <ul className="lines">
          {sessions.map((session) => (
            <li key={session.token}>
              <span>
                {session.agent ?? 'A browser that did not say its name'}
                {session.token === viewer.token ? <strong> (this one)</strong> : null}
                <br />
                <small className="num">
                  Since {formatDay(session.createdAt)}; ends {formatDay(session.expires)} unless used
                </small>
              </span>
              <ButtonForm action={endSession}>
                <input type="hidden" name="session" value={session.token} />
                <button className="btn plain-btn" type="submit">
                  End
                </button>
              </ButtonForm>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
