import type { ReactNode } from 'react'

/**
 * A page that answers a form of somebody who is not known any more, or while the store is away: the form as it was sent,
 * and nothing of anybody's.
 */
export function NotSent({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <div className={narrow ? 'wrap narrow' : 'wrap'}>
      <h1>Not sent yet</h1>
      {children}
    </div>
  )
}
