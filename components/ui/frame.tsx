import type { ReactNode } from 'react'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** What stands around every page. @param account who is signed in; left out on pages that read no session */
export function Frame({ account, children }: { account?: ReactNode; children: ReactNode }) {
  return (
    <>
      <SiteHeader account={account} />
      <main id="content">{children}</main>
      <SiteFooter />
    </>
  )
}
