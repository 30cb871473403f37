import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompanyView } from '@/components/companies/company-view'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { NotSent } from '@/components/forms/not-sent'
import { Differences } from '@/components/jobs/differences'
import { Events, Thread } from '@/components/jobs/history'
import { JobPreview } from '@/components/jobs/job-preview'
import { MessageForm } from '@/components/jobs/message-form'
import { Signs } from '@/components/jobs/signs'
import { JobReports } from '@/components/reports/job-reports'
import type { Values } from '@/lib/forms'
import { differencesOf } from '@/lib/jobs/differences'
import { findSignsOf } from '@/lib/jobs/find-risks'
import { listEvents, listMessages } from '@/lib/jobs/history-queries'
import { MOST_MESSAGE } from '@/lib/jobs/lengths'
import {
  actionsFor,
  isUnread,
  type JobAction,
  REASONS,
  revisionOf,
  TRANSITIONS,
  type Transition,
} from '@/lib/jobs/lifecycle'
import { roleContext } from '@/lib/jobs/page'
import { getJobForReview } from '@/lib/jobs/review-queries'
import { RISKS } from '@/lib/jobs/risks'
import { readStored } from '@/lib/jobs/stored'
import { ACTION_NAMES, STATE_NAMES } from '@/lib/jobs/words'
import { zoneOfJob } from '@/lib/jobs/zone'
import { listReportsOfJob } from '@/lib/reports/queries'
import { answersStranger } from '@/lib/users/answering'
import { requireReviewer } from '@/lib/users/viewer'
import { answerEmployer, closeReport, closeThread, decide } from '../actions'

export const metadata: Metadata = { title: 'Review a posting' }

/** What a reviewer may ever do, for a form that comes back before it is known what may be done. */
const EVERY = (Object.keys(TRANSITIONS) as JobAction[]).filter((action) =>
  (TRANSITIONS[action] as Transition).by.includes('reviewer'),
)

function DecideForm({ hidden, actions }: { hidden: Record<string, string>; actions: readonly JobAction[] }) {
  return (
    <ActionForm
      action={decide}
      hidden={hidden}
      initial={{ values: { action: actions[0] ?? '' }, errors: {} }}
      submit="Decide"
      fields={[
        {
          name: 'action',
          label: 'What to do',
          kind: 'radio',
          options: actions.map((action) => [action, ACTION_NAMES[action]] as const),
        },
        {
          name: 'reason',
          label: 'Reason, to refuse or remove',
          kind: 'select',
          options: [['', 'Choose'], ...REASONS],
        },
        { name: 'note', label: 'To the employer', kind: 'textarea', maxLength: MOST_MESSAGE },
      ]}
    />
  )
}

export default async function ReviewJobPage({ params }: PageProps<'/review/[job]'>) {
  const { job: id } = await params
  const answerForm = <MessageForm action={answerEmployer} label="Message without a decision" hidden={{ job: id }} />
  if (await answersStranger())
    return (
      <NotSent>
        <section className="part">
          <DecideForm hidden={{ job: id, seen: '', seenProfile: '' }} actions={EVERY} />
        </section>
        <section className="part">{answerForm}</section>
      </NotSent>
    )
  await requireReviewer()
  const found = await getJobForReview(id)
  const content = found && readStored(found)
  const context = content && (await roleContext(content))
  if (!found || !content || !context) notFound()
  const { job, company, logo } = found
  const [events, messages, reports] = await Promise.all([
    listEvents(job.id),
    listMessages(job.id),
    listReportsOfJob(job.id),
  ])
  const actions = actionsFor(job.state, 'reviewer', revisionOf(job), isUnread(job))
  const asked = job.reviewVersion !== null
  const signs = await findSignsOf(company.id, content)
  return (
    <div className="wrap">
      <p className="quiet">
        <a href="/review">All that waits</a>
      </p>
      <p className="notice">
        {STATE_NAMES[job.state]}
        {asked ? ', with changes that readers do not see yet' : ''}
        {isUnread(job) ? ', with changes that readers see and nobody has read' : ''}. {company.name}{' '}
        {company.verifiedDomain ? `speaks for ${company.verifiedDomain}` : 'is not verified'}. Applications go to{' '}
        {content.apply.to}.{job.risks.map((risk) => ` ${RISKS[risk] ?? risk}.`)}
      </p>
      {found.before ? (
        <Differences
          of={differencesOf(readStored(found.before), content)}
          heading={asked ? 'What would change' : 'What has changed'}
        />
      ) : null}
      <Signs signs={signs} />
      <JobPreview
        timeZone={zoneOfJob(found.content as Values, company.timeZone)}
        content={content}
        context={context}
        posted={job.datePosted}
        company={company}
        logo={logo}
        linked={found.public}
      />
      {found.public ? null : (
        <section className="part" id="company">
          <h2>The company’s page, public with this approval</h2>
          <CompanyView company={company} logo={logo} level="h3" />
        </section>
      )}
      <JobReports reports={reports} job={job.id} close={closeReport} />
      {actions.length > 0 ? (
        <section className="part">
          <h2>Decide</h2>
          <DecideForm
            hidden={{ job: job.id, seen: String(found.edition), seenProfile: String(company.edition) }}
            actions={actions}
          />
        </section>
      ) : null}
      <section className="part" id="thread">
        <h2>Thread</h2>
        <Thread messages={messages} />
        {messages.some(({ side, answeredAt }) => side === 'employer' && !answeredAt) ? (
          <ButtonForm action={closeThread}>
            <input type="hidden" name="job" value={job.id} />
            <button className="btn plain-btn" type="submit">
              Nothing to answer
            </button>
          </ButtonForm>
        ) : null}
        {answerForm}
      </section>
      <section className="part">
        <h2>What has happened</h2>
        <Events events={events} names />
      </section>
    </div>
  )
}
