import { formatDay } from '@/lib/format'
import type { listEvents, listMessages } from '@/lib/jobs/history-queries'
import { REASONS } from '@/lib/jobs/lifecycle'
import { labelOf } from '@/lib/jobs/options'
import { eventName } from '@/lib/jobs/words'
import { WithBreaks } from '../ui/with-breaks'

type Events = Awaited<ReturnType<typeof listEvents>>
type Messages = Awaited<ReturnType<typeof listMessages>>

/** What says of itself from what to what. */
const MOVED = ['renew', 'move-last-day']

/** What happened to a posting, newest first. People are named only to those who may know. */
export function Events({ events, names }: { events: Events; names: boolean }) {
  if (events.length === 0) return <p className="quiet">Nothing yet.</p>
  return (
    <ul className="lines">
      {events.map((event) => (
        <li key={event.id}>
          <span>
            {eventName(event)}
            {event.reason ? `: ${labelOf(REASONS, event.reason)}` : ''}
            {MOVED.includes(event.action) && event.note ? `: ${event.note}` : ''}
            {names && event.email ? <small className="quiet"> by {event.email}</small> : null}
          </span>
          <span className="num">{formatDay(event.at)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The thread of reviewer and employer. */
export function Thread({ messages }: { messages: Messages }) {
  return (
    <ul className="lines">
      {messages.map((message) => (
        <li key={message.id}>
          <span>
            <strong>{message.side === 'reviewer' ? 'Reviewer' : 'Employer'}</strong>
            <br />
            <WithBreaks text={message.text} />
          </span>
          <span className="num">{formatDay(message.at)}</span>
        </li>
      ))}
    </ul>
  )
}
