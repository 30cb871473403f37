import type { CitedRelease } from '@/lib/compare/cite'
import { curlQuotes } from '@/lib/curl-quotes'

/** The label and the method: a method that is no sentence goes on with the label's. */
const lead = ({ label, method }: CitedRelease) =>
  curlQuotes(/^[a-z]/.test(method) ? `, ${method}` : `, ${label}. ${method}`)

/** The sources of a page's figures, numbered as cited, and where to say that something is wrong. */
export function Sources({ releases, path }: { releases: readonly CitedRelease[]; path: string }) {
  return (
    <section className="sources" id="sources" aria-labelledby="sources-h">
      <div className="wrap">
        <h2 id="sources-h">Sources</h2>
        <ol>
          {releases.map((release, i) => (
            <li id={`source-${i + 1}`} key={release.key}>
              {release.publisher}:{' '}
              {release.url ? (
                <a href={release.url} rel="external">
                  {release.name}
                </a>
              ) : (
                release.name
              )}
              {lead(release)} {release.note ? `${curlQuotes(release.note)} ` : ''}
              {release.licence}.
            </li>
          ))}
        </ol>
        <p>
          <a href={`/report?page=${path}`} rel="nofollow">
            Report a mistake on this page
          </a>
        </p>
      </div>
    </section>
  )
}
