import type { Metadata } from 'next'
import localFont from 'next/font/local'
import './globals.css'
import { ContentProblems } from '@/components/content/problems'
import { listContentProblems } from '@/lib/content/write-ups'
import { env } from '@/lib/env'

const inter = localFont({
  src: [
    { path: '../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2', weight: '400' },
    { path: '../node_modules/@fontsource/inter/files/inter-latin-600-normal.woff2', weight: '600' },
  ],
  variable: '--font-inter',
})
const sourceSerif = localFont({
  src: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  variable: '--font-source-serif',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

export const metadata: Metadata = {
  metadataBase: new URL(env.SITE_URL),
  icons: { icon: '/icon.svg' },
  title: { default: 'Rolebook: two jobs, one honest comparison', template: '%s | Rolebook' },
}

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" className={`${inter.variable} ${sourceSerif.variable}`}>
      <body>
        <a className="skip" href="#content">
          Skip to the content
        </a>
        {children}
        {process.env.NODE_ENV === 'development' ? <ContentProblems problems={listContentProblems()} /> : null}
      </body>
    </html>
  )
}
