/** The same on every page: it reads no session, so that every page can be kept whole. */
export function SiteHeader() {
  return (
    <header className="mast">
      <div className="wrap">
        <a className="brand" href="/" aria-label="Rolebook, home">
          <span>role</span>
          <span>book</span>
        </a>
        <search className="find">
          <form action="/search">
            <input type="search" name="q" aria-label="Find a role" placeholder="Find a role" maxLength={100} required />
          </form>
        </search>
        <nav aria-label="Site">
          <a href="/roles">Roles</a>
          <a href="/compare">Compare</a>
          <a href="/jobs">Jobs</a>
          <a className="btn" href="/employer/jobs/new">
            Post a job
          </a>
        </nav>
      </div>
    </header>
  )
}
