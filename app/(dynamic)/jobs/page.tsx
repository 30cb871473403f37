import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobList } from '@/components/jobs/job-list'
import { cleanText } from '@/lib/forms'
import { readCursor, writeCursor } from '@/lib/jobs/cursor'
import { listJobs, listJobsInTown, PAGE_SIZE } from '@/lib/jobs/queries'
import { readAskedPlace } from '@/lib/places/asked'
import { STATES } from '@/lib/places/states'
import { MOST_LETTERS } from '@/lib/roles/normalise'
import { searchRoles } from '@/lib/roles/search'

export const metadata: Metadata = {
  title: 'Open jobs',
  description: 'Jobs with pay, a place and a last day, newest first.',
  alternates: { canonical: '/jobs' },
}

const raw = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
const first = (value: string | string[] | undefined) => cleanText(raw(value)).trim().slice(0, MOST_LETTERS)

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const params = await searchParams
  const [asked, typed, after] = [first(params.role), first(params.place), raw(params.after)]
  const place = typed === '' ? undefined : readAskedPlace(typed)
  const [role] = asked === '' ? [] : await searchRoles(asked)
  const cursor = readCursor(after)
  if (after !== '' && !cursor) notFound()
  const unknown = (asked !== '' && !role) || (typed !== '' && !place)
  const filter = { role: role?.slug ?? '', place }
  const [here, rows] = unknown
    ? [[], []]
    : await Promise.all([place?.town && !cursor ? listJobsInTown(filter) : [], listJobs(filter, cursor)])
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  const query = new URLSearchParams({ ...(role ? { role: role.slug } : {}), ...(place ? { place: typed } : {}) })
  if (last) query.set('after', writeCursor(last))
  const nothing =
    typed !== '' && !place
      ? `“${typed}” is no state and no known town of the United States. Add its state, such as Denver, CO.`
      : 'No open job here yet.'
  return (
    <div className="wrap page">
      <section className="ask">
        <h1>Open jobs</h1>
        <p className="stand">Every one says its pay, its place and its last day, and was read by a person first.</p>
        <search>
          <form action="/jobs" className="tools">
            <input
              type="text"
              name="role"
              aria-label="Role"
              placeholder="Any role"
              defaultValue={role?.singular ?? asked}
              maxLength={MOST_LETTERS}
            />
            <input
              type="text"
              name="place"
              aria-label="Place"
              placeholder="Anywhere, a state or a town"
              defaultValue={place?.label ?? typed}
              maxLength={100}
              list="states"
            />
            <datalist id="states">
              {[...STATES.values()].map((name) => (
                <option value={name} key={name} />
              ))}
            </datalist>
            <button className="btn" type="submit">
              Show
            </button>
          </form>
        </search>
      </section>
      {place?.town && !cursor ? (
        <section className="part">
          <h2>In {place.label}</h2>
          {here.length > 0 ? <JobList jobs={here} /> : <p className="quiet">No open job in this town yet.</p>}
        </section>
      ) : null}
      {place?.town ? <h2>Elsewhere in {place.state}, or from anywhere in the country</h2> : null}
      {shown.length > 0 ? <JobList jobs={shown} /> : <p className="lede">{nothing}</p>}
      {rows.length > PAGE_SIZE ? (
        <p className="buttons">
          <a className="btn plain-btn" href={`/jobs?${query}`} rel="next">
            Older jobs
          </a>
        </p>
      ) : null}
    </div>
  )
}
