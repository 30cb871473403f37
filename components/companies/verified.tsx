const SEAL = 'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8zm-.9 10.3L4 8l1.1-1.1 2 2 3.8-4L12 6z'
const RING = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z'

/** Whether a company has shown that a domain is its own: a seal with the domain, or a ring. */
export function Verified({ domain }: { domain: string | null }) {
  return (
    <p className="verified">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {domain ? <path d={SEAL} fill="currentColor" fillRule="evenodd" /> : <path d={RING} className="open" />}
      </svg>{' '}
      {domain ? `verified: ${domain}` : 'not verified'}
    </p>
  )
}

/** Said of what its company has changed since a reviewer read it. */
export function Unread({ what }: { what: 'posting' | 'page' }) {
  return (
    <p className="quiet">
      <span className="tag">changed, not yet read</span> The company has changed the text of this {what}; a reviewer
      reads it next.
    </p>
  )
}
