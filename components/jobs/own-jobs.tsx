import { formatDay, formatWhole } from '@/lib/format'
import { isUnread, type JobState, revisionOf } from '@/lib/jobs/lifecycle'
import type { OwnJob } from '@/lib/jobs/own-queries'
import { NEXT_STEPS, REVISION_STEPS, STATE_NAMES, UNREAD_STEP } from '@/lib/jobs/words'

/** What waits for the employer comes first, then what readers see, then what is over. */
const ORDER: readonly JobState[] = [
  'changes-requested',
  'approved',
  'draft',
  'submitted',
  'live',
  'paused',
  'expired',
  'filled',
  'refused',
  'withdrawn',
  'removed',
]

const some = (n: number, one: string, more: string) => `${formatWhole(n)} ${n === 1 ? one : more}`

function numbersOf({ views, applies }: OwnJob, counted: boolean): string {
  return counted
    ? `${some(views, 'view', 'views')}, ${some(applies, 'apply click', 'apply clicks')} in 30 days`
    : 'views not counted'
}

type Props = { jobs: readonly OwnJob[]; base: string; timeZone: string; counted: boolean }

/** A company's postings by state, each state with what to do next. */
export function OwnJobs({ jobs, base, timeZone, counted }: Props) {
  const groups = ORDER.flatMap((state) => {
    const list = jobs.filter((job) => job.state === state)
    return list[0] ? [{ state, list, all: list[0].ofState }] : []
  })
  return (
    <>
      {groups.length > 1 ? (
        <nav className="tools" aria-label="By state">
          {groups.map(({ state, all }) => (
            <a className="chip" href={`#${state}`} key={state}>
              {STATE_NAMES[state]} <span className="num">{formatWhole(all)}</span>
            </a>
          ))}
        </nav>
      ) : null}
      {groups.map(({ state, list, all }) => (
        <section className="part" key={state} id={state}>
          <h2>
            {STATE_NAMES[state]} <span className="quiet num">{formatWhole(all)}</span>
          </h2>
          <p className="quiet">{NEXT_STEPS[state]}</p>
          <ul className="lines">
            {list.map((job) => (
              <li key={job.id}>
                <span>
                  <a href={`${base}/jobs/${job.id}`}>{job.title || 'Without a title yet'}</a>
                  {revisionOf(job) === 'none' ? null : (
                    <>
                      <br />
                      <small className="quiet">{REVISION_STEPS[revisionOf(job)]}</small>
                    </>
                  )}
                  {isUnread(job) ? (
                    <>
                      <br />
                      <small className="quiet">{UNREAD_STEP}</small>
                    </>
                  ) : null}
                  {state === 'live' || state === 'paused' ? (
                    <>
                      <br />
                      <small className="quiet num">{numbersOf(job, counted)}</small>
                    </>
                  ) : null}
                </span>
                <span className="num">
                  {job.validThrough
                    ? `until ${formatDay(job.validThrough, job.timeZone ?? timeZone)}`
                    : `changed ${formatDay(job.changedAt)}`}
                </span>
              </li>
            ))}
          </ul>
          {all > list.length ? <p className="quiet">The {formatWhole(list.length)} last changed are listed.</p> : null}
        </section>
      ))}
    </>
  )
}
