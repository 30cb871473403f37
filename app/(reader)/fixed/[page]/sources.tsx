import { CoverageTable } from '@/components/ui/coverage-table'
import { Crumbs } from '@/components/ui/crumbs'
import { curlQuotes } from '@/lib/curl-quotes'
import { env } from '@/lib/env'
import { listCoverage } from '@/lib/figures/coverage'
import { sectorName } from '@/lib/figures/sectors'
import { listIndustries, listReleases } from '@/lib/sources/queries'

export async function SourcesPage() {
  const [releases, coverage, industries] = await Promise.all([listReleases(), listCoverage(), listIndustries()])
  const sources = [...new Set(releases.map((release) => release.source))]
  return (
    <div className="wrap">
      <Crumbs
        site={env.SITE_URL}
        trail={[
          { name: 'Home', path: '/' },
          { name: 'Sources', path: '/sources' },
        ]}
      />
      <h1>Where the figures come from</h1>
      <p className="stand">
        Every figure belongs to one release of one source and is shown as published. What is missing stays missing: not
        published, suppressed, top-coded, not applicable, not collected, or not in our copy.
      </p>
      <section className="part" aria-labelledby="releases-h">
        <h2 id="releases-h">Sources and releases</h2>
        {sources.map((key) => {
          const own = releases.filter((release) => release.source === key)
          const [first] = own
          if (!first) return null
          return (
            <div className="source" id={key} key={key}>
              <h3>
                {first.url ? (
                  <a href={first.url} rel="external">
                    {first.name}
                  </a>
                ) : (
                  first.name
                )}
              </h3>
              <p className="quiet">
                {first.publisher}.{' '}
                {first.licenceUrl ? (
                  <a href={first.licenceUrl} rel="external">
                    {first.licence}
                  </a>
                ) : (
                  first.licence
                )}
                . {first.credit}
              </p>
              <ul className="plain">
                {own.map((release) => (
                  <li key={release.key}>
                    {release.label}, {release.status}. {curlQuotes(`${release.method} ${release.note ?? ''}`)}
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </section>
      <section className="part" aria-labelledby="places-h">
        <h2 id="places-h">Places of jobs</h2>
        <p>
          Towns, where they lie and their time zones are from{' '}
          <a href="https://www.geonames.org/" rel="external">
            GeoNames
          </a>
          , under{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="external">
            CC BY 4.0
          </a>
          , July 2026; we kept those of the United States, its territories and Canada, and the large ones of other
          countries. Names of countries are those of the Unicode CLDR.
        </p>
      </section>
      <section className="part" aria-labelledby="industries-h">
        <h2 id="industries-h">Industries</h2>
        <p className="lede">
          The sectors of the industry classification, as our pages call them and by their own names.
        </p>
        <table className="pair">
          <caption className="sr-only">Industries by their short and official names</caption>
          <thead>
            <tr>
              <th scope="col">On our pages</th>
              <th scope="col">Official name</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {industries.map(({ code, name }) => (
              <tr key={code}>
                <th scope="row">{sectorName(code, name)}</th>
                <td>{name}</td>
                <td>{code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="part" aria-labelledby="coverage-h">
        <h2 id="coverage-h">How many occupations each figure covers</h2>
        <p className="lede">Occupations with a value in the current release, and the state of the others.</p>
        <CoverageTable rows={coverage} />
      </section>
    </div>
  )
}
