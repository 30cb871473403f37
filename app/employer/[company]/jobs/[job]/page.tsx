import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Events, Thread } from '@/components/jobs/history'
import { Numbers } from '@/components/jobs/numbers'
import { PostingAdvice } from '@/components/jobs/posting-advice'
import { mayAct, requireMember } from '@/lib/companies/members'
import { getNumbers } from '@/lib/counts/numbers'
import { formatDay } from '@/lib/format'
import type { Values } from '@/lib/forms'
import { parseContent } from '@/lib/jobs/content'
import { actionsFor, isWritable } from '@/lib/jobs/lifecycle'
import { loadRules } from '@/lib/jobs/load-rules'
import { getOwnJob, listEvents, listMessages, listReplaced, todayOf } from '@/lib/jobs/queries'
import { checkPosting, hintsOn } from '@/lib/jobs/rules'
import { ACTION_NAMES, NEXT_STEPS, STATE_NAMES } from '@/lib/jobs/words'
import { duplicateJob, moveOwnJob, writeToReviewer } from '../actions'

export const metadata: Metadata = { title: 'A posting' }

export default async function OwnJobPage({ params }: PageProps<'/employer/[company]/jobs/[job]'>) {
  const { company: slug, job: id } = await params
  const { company, role } = await requireMember(slug)
  const own = await getOwnJob(company.id, id)
  if (!own) notFound()
  const { job } = own
  const [events, messages, today, replaced] = await Promise.all([
    listEvents(id),
    listMessages(id),
    todayOf(company.id),
    listReplaced(id),
  ])
  const numbers = job.shownVersion === null ? undefined : await getNumbers(job)
  const { content } = parseContent(own.values as Values, today)
  const base = `/employer/${company.slug}/jobs/${id}`
  const mayWrite = mayAct(role, 'recruiter')
  const hidden = (
    <>
      <input type="hidden" name="company" value={company.slug} />
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
      {job.validThrough ? <p className="quiet">Last day: {formatDay(job.validThrough, company.timeZone)}</p> : null}
      <div className="buttons">
        {isWritable(job.state) && mayWrite ? (
          <a className="btn" href={`${base}/edit`}>
            Edit
          </a>
        ) : null}
        <a className="btn plain-btn" href={`${base}/preview`}>
          Preview
        </a>
        {job.shownVersion === null ? null : (
          <a className="btn plain-btn" href={`/jobs/${job.slug}`}>
            As readers see it
          </a>
        )}
        {mayWrite
          ? actionsFor(job.state, 'recruiter')
              .filter((action) => action !== 'submit')
              .map((action) => (
                <form action={moveOwnJob} key={action}>
                  {hidden}
                  <button
                    className={action === 'publish' ? 'btn' : 'btn plain-btn'}
                    name="action"
                    value={action}
                    type="submit"
                  >
                    {ACTION_NAMES[action]}
                  </button>
                </form>
              ))
          : null}
        {mayWrite ? (
          <form action={duplicateJob}>
            {hidden}
            <button className="btn plain-btn" type="submit">
              Duplicate
            </button>
          </form>
        ) : null}
      </div>
      {content && isWritable(job.state) ? (
        <PostingAdvice findings={checkPosting(content, loadRules(), today)} hints={hintsOn(content)} />
      ) : null}
      {numbers ? <Numbers numbers={numbers} csvPath={`${base}/counts.csv`} /> : null}
      <section className="part" id="thread">
        <h2>You and the reviewer</h2>
        <Thread messages={messages} />
        {mayWrite && job.state !== 'draft' ? (
          <form action={writeToReviewer} className="form">
            {hidden}
            <div className="field">
              <label htmlFor="message">Write to the reviewer</label>
              <textarea id="message" name="message" rows={3} maxLength={2000} required />
            </div>
            <button className="btn plain-btn" type="submit">
              Send
            </button>
          </form>
        ) : null}
      </section>
      {replaced.length > 0 ? (
        <section className="part" id="replaced">
          <h2>Replaced versions</h2>
          {replaced.map((version) => (
            <details className="more" key={version.id}>
              <summary>
                Saved by {version.email ?? 'somebody'}, {formatDay(version.at)}
              </summary>
              <dl>
                {Object.entries(version.content as Values)
                  .filter(([, value]) => value.length > 0)
                  .map(([name, value]) => (
                    <div key={name}>
                      <dt className="quiet">{name}</dt>
                      <dd>{String(value)}</dd>
                    </div>
                  ))}
              </dl>
            </details>
          ))}
        </section>
      ) : null}
      <section className="part">
        <h2>What has happened</h2>
        <Events events={events} names={false} />
      </section>
    </div>
  )
}
