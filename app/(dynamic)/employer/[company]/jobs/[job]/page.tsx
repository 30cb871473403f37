import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { NotSent } from '@/components/forms/not-sent'
import { Differences } from '@/components/jobs/differences'
import { EarlierVersions } from '@/components/jobs/earlier-versions'
import { Events, Thread } from '@/components/jobs/history'
import { MessageForm } from '@/components/jobs/message-form'
import { Numbers } from '@/components/jobs/numbers'
import { PostingAdvice } from '@/components/jobs/posting-advice'
import { mayAct, requireMember } from '@/lib/companies/members'
import { getNumbers } from '@/lib/counts/numbers'
import { formatLastDay } from '@/lib/format'
import type { Values } from '@/lib/forms'
import { USUAL_DAYS } from '@/lib/jobs/content'
import { differencesOf } from '@/lib/jobs/differences'
import { listEarlier, listEvents, listMessages } from '@/lib/jobs/history-queries'
import { endOf } from '@/lib/jobs/last-day'
import { actionsFor, isUnread, isWritable, type JobAction, type JobState, revisionOf } from '@/lib/jobs/lifecycle'
import { loadRules } from '@/lib/jobs/load-rules'
import { getOwnJob, todayOf } from '@/lib/jobs/own-queries'
import { hintsOnPay } from '@/lib/jobs/pay-context'
import { readOwn } from '@/lib/jobs/reading'
import { blockingErrors, checkPosting, hintsOn } from '@/lib/jobs/rules'
import { readStored } from '@/lib/jobs/stored'
import { describePlaces } from '@/lib/jobs/understood'
import { ACTION_NAMES, NEXT_STEPS, notDone, REVISION_STEPS, STATE_NAMES, UNREAD_STEP } from '@/lib/jobs/words'
import { dayIn } from '@/lib/places/day'
import { answersStranger } from '@/lib/users/answering'
import { lastDayFields, renewFields } from '../../../fields'
import { duplicateJob, moveLastDay, moveOwnJob, renewJob, writeToReviewer } from '../actions'

/** What has a form of its own, elsewhere. */
const FORMS: readonly JobAction[] = ['renew', 'move-last-day', 'revise', 'submit-revision', 'show-revision']
/** What the page is there for. */
const LEADING: readonly JobAction[] = ['submit', 'publish']
const ENDED: readonly JobState[] = ['refused', 'filled', 'expired', 'withdrawn', 'removed', 'archived']

/** Why a posting cannot go live as it is. */
function Stops({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <div className="notice">
      <p>Readers cannot be shown it as it is. Duplicate it, mend this, and send that to review:</p>
      <ul className="plain">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}

export const metadata: Metadata = { title: 'A posting' }

export default async function OwnJobPage({ params, searchParams }: PageProps<'/employer/[company]/jobs/[job]'>) {
  const { company: slug, job: id } = await params
  const messageForm = (company: string) => (
    <MessageForm action={writeToReviewer} label="Write to the reviewer" hidden={{ company, job: id }} />
  )
  if (await answersStranger())
    return (
      <NotSent narrow>
        <section className="part">{messageForm(slug)}</section>
      </NotSent>
    )
  const { not } = await searchParams
  const { company, role } = await requireMember(slug)
  const own = await getOwnJob(company.id, id)
  if (!own) notFound()
  const { job } = own
  const [events, messages, today, earlier, numbers] = await Promise.all([
    listEvents(id),
    listMessages(id),
    todayOf(company.id, own.content),
    listEarlier(id),
    own.shown ? getNumbers(id, own.shown) : undefined,
  ])
  const { content, errors } = readOwn(own, job, today)
  const findings = content ? checkPosting(content, loadRules(), today) : []
  const revision = revisionOf(job)
  const base = `/employer/${company.slug}/jobs/${id}`
  const zone = job.timeZone ?? company.timeZone
  const mayWrite = mayAct(role, 'recruiter')
  const hidden = (
    <>
      <input type="hidden" name="company" value={company.id} />
      <input type="hidden" name="job" value={id} />
    </>
  )
  return (
    <div className="wrap narrow">
      <p className="quiet">
        <a href={`/employer/${company.slug}`}>{company.name}</a>
      </p>
      <h1>{job.title || 'Without a title yet'}</h1>
      <p className="lede">
        <span className="tag">{STATE_NAMES[job.state]}</span> {NEXT_STEPS[job.state]}
      </p>
      {typeof not === 'string' ? <p className="notice">{notDone(not, job.state)}</p> : null}
      {job.validThrough ? <p className="quiet">Last day: {formatLastDay(job.validThrough, zone)}</p> : null}
      {revision === 'none' ? null : <p className="notice">{REVISION_STEPS[revision]}</p>}
      {isUnread(job) ? <p className="notice">{UNREAD_STEP}</p> : null}
      {job.state === 'approved' ? <Stops reasons={Object.values(errors ?? blockingErrors(findings))} /> : null}
      {job.state === 'paused' && own.over ? <Stops reasons={['Its last day has passed.']} /> : null}
      <div className="buttons">
        {isWritable(job) && mayWrite ? (
          <a className="btn" href={`${base}/edit`}>
            Edit
          </a>
        ) : null}
        {job.shownVersion !== null && revision === 'none' ? null : (
          <a className="btn plain-btn" href={`${base}/preview`}>
            Preview
          </a>
        )}
        {job.shownVersion === null ? null : (
          <a className="btn plain-btn" href={`/jobs/${job.slug}`}>
            As readers see it
          </a>
        )}
        {mayWrite
          ? actionsFor(job.state, 'recruiter', revision)
              .filter((action) => !FORMS.includes(action))
              .map((action) => (
                <ButtonForm action={moveOwnJob} key={action}>
                  {hidden}
                  <button
                    className={LEADING.includes(action) ? 'btn' : 'btn plain-btn'}
                    name="action"
                    value={action}
                    type="submit"
                  >
                    {ACTION_NAMES[action]}
                  </button>
                </ButtonForm>
              ))
          : null}
        {mayWrite ? (
          <ButtonForm action={duplicateJob}>
            {hidden}
            <input type="hidden" name="fresh" value={randomUUID()} />
            <button className="btn plain-btn" type="submit">
              {ENDED.includes(job.state) ? 'Post it again' : 'Duplicate'}
            </button>
          </ButtonForm>
        ) : null}
      </div>
      {mayWrite &&
      own.near &&
      !own.over &&
      job.validThrough &&
      actionsFor(job.state, 'recruiter', revision).includes('renew') ? (
        <section className="part" id="renew">
          <h2>Renew</h2>
          <ActionForm
            action={renewJob}
            hidden={{ company: company.id, job: id, from: endOf(job) }}
            initial={{ values: { days: String(USUAL_DAYS) }, errors: {} }}
            fields={renewFields(formatLastDay(job.validThrough, zone))}
            submit="Renew"
          />
        </section>
      ) : null}
      {mayWrite &&
      !own.over &&
      job.validThrough &&
      actionsFor(job.state, 'recruiter', revision).includes('move-last-day') ? (
        <section className="part" id="last-day">
          <h2>Last day</h2>
          <ActionForm
            action={moveLastDay}
            hidden={{ company: company.id, job: id, from: endOf(job) }}
            initial={{ values: { lastDay: dayIn(job.validThrough, zone) }, errors: {} }}
            fields={lastDayFields}
            submit="Move the last day"
          />
        </section>
      ) : null}
      {isWritable(job) && (job.shownVersion === null || revision !== 'none') ? (
        <PostingAdvice
          findings={findings}
          hints={[
            ...describePlaces(own.content as Values),
            ...(content ? [...hintsOn(content), ...hintsOnPay(content)] : []),
          ]}
        />
      ) : null}
      {revision !== 'none' && own.shown && content ? (
        <Differences of={differencesOf(readStored(own.shown), content)} heading="What your changes are" />
      ) : null}
      {numbers ? <Numbers numbers={numbers} csvPath={`${base}/counts.csv`} /> : null}
      <section className="part" id="thread">
        <h2>You and the reviewer</h2>
        <Thread messages={messages} />
        {mayWrite && job.state !== 'draft' ? messageForm(company.id) : null}
      </section>
      <EarlierVersions versions={earlier} />
      <section className="part">
        <h2>What has happened</h2>
        <Events events={events} names={false} />
      </section>
    </div>
  )
}
