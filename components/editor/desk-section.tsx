import type { ReactNode } from 'react'

type Line = { key: string; what: ReactNode; more?: ReactNode; number?: ReactNode; action?: ReactNode }
type Props = { id: string; title: string; lines: readonly Line[]; none: string; note?: string; folded?: boolean }

/** One list of the editors' page; a long one is folded away. */
export function DeskSection({ id, title, lines, none, note, folded }: Props) {
  const list = (
    <ul className="lines">
      {lines.map(({ key, what, more, number, action }) => (
        <li key={key}>
          <span>
            {what}
            {more ? (
              <>
                <br />
                <small className="quiet">{more}</small>
              </>
            ) : null}
          </span>
          {number === undefined ? null : <span className="num">{number}</span>}
          {action}
        </li>
      ))}
    </ul>
  )
  return (
    <section className="part" id={id}>
      <h2>{title}</h2>
      {note ? <p className="quiet">{note}</p> : null}
      {lines.length === 0 ? <p className="lede">{none}</p> : null}
      {lines.length > 0 && folded ? (
        <details className="more">
          <summary>{lines.length} in all</summary>
          {list}
        </details>
      ) : null}
      {lines.length > 0 && !folded ? list : null}
    </section>
  )
}
