import { capitalise } from '@/lib/compare/side'
import { curlQuotes } from '@/lib/curl-quotes'
import type { Fields } from '@/lib/roles/fields'
import { Marks } from '../ui/marks'

/** How many fields stand open; the others are behind "more". */
const OPEN = 6

type Of = { plural: string; fields: Fields | undefined; source: number | undefined }

function List({ plural, fields, source }: Of) {
  if (!fields) return null
  const mark = source === undefined ? null : <Marks sources={[source]} />
  if (fields.titles.length === 0) {
    return (
      <p>
        {capitalise(plural)}: no field is matched.
        {mark}
      </p>
    )
  }
  const [open, rest] = [fields.titles.slice(0, OPEN), fields.titles.slice(OPEN)].map((list) =>
    list.map((title) => curlQuotes(title)),
  )
  return (
    <>
      <p>
        {capitalise(plural)}: {open?.join('; ')}.{mark}
      </p>
      {rest && rest.length > 0 ? (
        <details className="more">
          <summary>
            {rest.length} more for {plural}
          </summary>
          <p>{rest.join('; ')}.</p>
        </details>
      ) : null}
    </>
  )
}

/** Fields of study by occupation; nothing where the list holds none of these. */
export function FieldsOfStudy({ of }: { of: readonly Of[] }) {
  const there = of.filter(({ fields }) => fields)
  if (there.length === 0) return null
  return (
    <>
      <h3 id="fields">Fields of study that lead here</h3>
      {there.map((one) => (
        <List key={one.plural} {...one} />
      ))}
      <p className="quiet">
        A judgment of the National Center for Education Statistics and the Bureau of Labor Statistics, not a share of
        graduates.
      </p>
    </>
  )
}
