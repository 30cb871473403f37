import type { Difference, Part } from '@/lib/jobs/differences'

function Piece({ text, kind }: Part) {
  if (kind === 'added') return <ins>{text}</ins>
  return kind === 'removed' ? <del>{text}</del> : text
}

/** What changes to a posting say differently: struck out and underlined, field by field. */
export function Differences({ of }: { of: readonly Difference[] }) {
  return (
    <section className="part" id="changes">
      <h2>What would change</h2>
      {of.length === 0 ? <p className="quiet">Nothing: both say the same.</p> : null}
      <dl className="changes">
        {of.map(({ name, label, parts }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {parts.map((part, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
                <Piece {...part} key={n} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
