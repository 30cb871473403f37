import type { CitedRelease } from '@/lib/compare/cite'

/** The sources of a page's figures, numbered as cited. */
export function Sources({ releases }: { releases: readonly CitedRelease[] }) {
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
              , {release.label}. {release.method} {release.note ? `${release.note} ` : ''}
              {release.licence}.
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
