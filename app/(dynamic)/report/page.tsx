import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { EMPTY_FORM } from '@/lib/forms'
import { MOST_NOTE, PAGE_REASONS } from '@/lib/reports/reasons'
import { readSubject } from '@/lib/reports/subject'
import { unlessAway } from '@/lib/users/answering'
import { sendPageReport } from './actions'

export const metadata: Metadata = { title: 'Report a mistake', robots: { index: false } }

export default async function ReportPage({ searchParams }: PageProps<'/report'>) {
  const { page, figure, sent } = await searchParams
  if (sent) return <Thanks again={sent === 'again'} />
  const found = await unlessAway(readSubject({ page, figure }).then((about) => ({ about })))
  if (found && !found.about) notFound()
  const about = found?.about
  return (
    <div className="wrap narrow">
      <h1>Report a mistake</h1>
      <p className="lede">
        {about?.kind === 'page' ? (
          <>
            On the page <a href={about.subject}>{about.subject}</a>.
          </>
        ) : about ? (
          `In the figure ${about.subject}.`
        ) : null}{' '}
        An editor reads your report. We ask for no name, and forget your network’s address after a day.
      </p>
      <ActionForm
        action={sendPageReport}
        hidden={{ page: '', figure: '', ...(about ? { [about.kind]: about.subject } : {}), form: randomUUID() }}
        initial={EMPTY_FORM}
        submit="Send the report"
        fields={[
          { name: 'reason', label: 'What is wrong?', kind: 'radio', options: PAGE_REASONS },
          {
            name: 'note',
            label: 'What should it say?',
            kind: 'textarea',
            required: true,
            maxLength: MOST_NOTE,
            hint: 'If you know a source, name it.',
          },
        ]}
      />
    </div>
  )
}

function Thanks({ again }: { again: boolean }) {
  return (
    <div className="wrap narrow">
      <h1>{again ? 'Already sent' : 'Thank you'}</h1>
      <p className="lede">
        {again ? 'We have this report already, and have kept it once. It' : 'Your report'} is read by a person of this
        site. There is no answer to it, as we do not know you.
      </p>
      <p>
        <a href="/">To the first page</a>
      </p>
    </div>
  )
}
