export function SiteFooter() {
  return (
    <footer className="foot">
      <div className="wrap">
        <nav aria-label="More">
          <a href="/roles">All roles</a>
          <a href="/compare">Compare two roles</a>
          <a href="/jobs">Open jobs</a>
          <a href="/employer">For employers</a>
          <a href="/sources">Where the figures come from</a>
        </nav>
        <p>
          Figures come from public statistics and are shown as published. This site includes information from the O*NET
          Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the
          CC BY 4.0 license. O*NET is a trademark of USDOL/ETA.
        </p>
      </div>
    </footer>
  )
}
