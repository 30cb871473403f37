import type { Metadata } from 'next'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: 'Look into your mail', robots: { index: false } }
export const dynamic = 'force-dynamic'

export default function SentPage() {
  return (
    <div className="wrap narrow">
      <h1>Look into your mail</h1>
      <p className="lede">
        If that address can get mail, a link is on its way. It works once, for ten minutes. You may close this page.
      </p>
      {env.MAIL_FOLDER ? (
        <p className="quiet">This site sends no mail yet: the link lies in the folder .data/mail of its machine.</p>
      ) : null}
      <p>
        <a href="/sign-in">Nothing came? Ask again</a>
      </p>
    </div>
  )
}
