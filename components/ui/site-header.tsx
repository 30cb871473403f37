import type { ReactNode } from 'react'
import { MOST_LETTERS } from '@/lib/roles/normalise'

/**
 * The head of every page.
 * @param account who is signed in, on pages made for each request; the others read no session, so that they can be
 *   kept whole, and have a plain link
 */
export function SiteHeader({ account }: { account?: ReactNode }) {
  return (
    <header className="mast">
      <div className="wrap">
        <a className="brand" href="/" aria-label="Rolebook, home">
          <span>role</span>
          <span>book</span>
        </a>
        <search className="find">
          <form action="/search">
            <input
              type="search"
              name="q"
              aria-label="Find a role"
              placeholder="Find a role"
              maxLength={MOST_LETTERS}
              required
            />
          </form>
        </search>
        <nav aria-label="Site">
          <a href="/roles">Roles</a>
          <a href="/compare">Compare</a>
          <a href="/jobs">Jobs</a>
          {account ?? <a href="/employer/account">Account</a>}
          <a className="btn" href="/employer/jobs/new">
            Post a job
          </a>
        </nav>
      </div>
    </header>
  )
}
