import type { Difference, Part } from '@/lib/jobs/differences'

function Piece({ text, kind }: Part) {
  if (kind === 'added') return <ins>{text}</ins>
  return kind === 'removed' ? <del>{text}</del> : text
}

function Change(of: Difference) {
  if (of.parts) {
    return of.parts.map((part, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
      <Piece {...part} key={n} />
    ))
  }
  return (
    <>
      {of.was ? <del>{of.was}</del> : <span className="quiet">nothing</span>} →{' '}
      {of.is ? <ins>{of.is}</ins> : <span className="quiet">nothing</span>}
      {of.by ? <small className="quiet num"> {of.by}</small> : null}
    </>
  )
}

/** What is said otherwise than before, field by field: the old struck out, the new underlined. */
export function Differences({ of, heading }: { of: readonly Difference[]; heading: string }) {
  return (
    <section className="part" id="changes">
      <h2>{heading}</h2>
      {of.length === 0 ? <p className="quiet">Nothing: both say the same.</p> : null}
      <dl className="changes">
        {of.map((difference) => (
          <div key={difference.name}>
            <dt>{difference.label}</dt>
            <dd>
              <Change {...difference} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
