import type { Finding } from '@/lib/jobs/rules'

const STATUS = {
  checked: 'checked against an official text',
  secondary: 'known from a second hand only',
  unverified: 'not verified',
}

/** What laws may ask of a posting, each with its source, and hints on its wording. */
export function PostingAdvice({ findings, hints }: { findings: readonly Finding[]; hints: readonly string[] }) {
  if (findings.length === 0 && hints.length === 0) return null
  return (
    <section className="part" id="advice">
      <h2>Before you send it</h2>
      <ul className="lines">
        {findings.map(({ rule, blocks }) => (
          <li key={rule.id}>
            <span>
              <strong>{rule.place}:</strong> {rule.words}
              <br />
              <small className="quiet">
                <a href={rule.source} rel="noopener">
                  {rule.law}
                </a>
                , {STATUS[rule.status]} on {rule.checked}
                {blocks ? '; needed before it can be sent' : '; advice'}
              </small>
            </span>
          </li>
        ))}
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <p className="quiet">This is no legal advice. The table of rules is the operator’s, and may be incomplete.</p>
    </section>
  )
}
