import type { Metadata } from 'next'
import { Frame } from '@/components/ui/frame'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Frame>
      <div className="wrap">
        <section className="ask">
          <h1>There is nothing here</h1>
          <p className="stand">
            No page has this address. Look for a role by any name you know it by, or{' '}
            <a href="/roles">browse all roles</a>.
          </p>
          {/* proxy.ts puts what may have been meant in here. */}
          <div id="suggestions" />
        </section>
      </div>
    </Frame>
  )
}
