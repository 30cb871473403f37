import { breadcrumbList, serialiseJsonLd } from '@/lib/json-ld'

/** The trail to this page, for readers and, as BreadcrumbList, for machines. The last entry is the page itself. */
export function Crumbs({ site, trail }: { site: string; trail: readonly { name: string; path: string }[] }) {
  return (
    <>
      <nav aria-label="Breadcrumb">
        <ol className="crumb">
          {trail.map(({ name, path }, i) => (
            <li key={path}>
              {i === trail.length - 1 ? <span aria-current="page">{name}</span> : <a href={path}>{name}</a>}
            </li>
          ))}
        </ol>
      </nav>
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: serialiseJsonLd(breadcrumbList(site, trail)) }}
      />
    </>
  )
}
