import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobList } from '@/components/jobs/job-list'
import { WhichPlace } from '@/components/jobs/which-place'
import { readQuery } from '@/lib/forms'
import { readCursor, writeCursor } from '@/lib/jobs/cursor'
import { listJobs, listJobsInTown, PAGE_SIZE } from '@/lib/jobs/queries'
import { readAskedPlace } from '@/lib/places/asked'
import { listPlaces } from '@/lib/places/suggestions'
import { MOST_LETTERS } from '@/lib/roles/normalise'
import { searchRoles } from '@/lib/roles/search'

export const metadata: Metadata = {
  title: 'Open jobs',
  description: 'Jobs with pay, a place and a last day, newest first.',
  alternates: { canonical: '/jobs' },
}

const raw = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const params = await searchParams
  const [asked, typed, after] = [readQuery(params.role, MOST_LETTERS), readQuery(params.place, 100), raw(params.after)]
  const read = typed === '' ? undefined : readAskedPlace(typed)
  const where = read?.kind === 'where' ? read.where : undefined
  const town = where?.place?.town
  const [role] = asked === '' ? [] : await searchRoles(asked)
  const cursor = readCursor(after)
  if (after !== '' && !cursor) notFound()
  const unknown = (asked !== '' && !role) || (read && !where)
  const filter = { role: role?.slug ?? '', where }
  const [here, rows] = unknown
    ? [[], []]
    : await Promise.all([town && !cursor ? listJobsInTown(filter) : [], listJobs(filter, cursor)])
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  const query = new URLSearchParams({
    ...(role ? { role: role.slug } : {}),
    ...(where?.label ? { place: where.label } : {}),
  })
  if (last) query.set('after', writeCursor(last))
  const nothing = read?.kind === 'unknown' ? read.says : 'No open job here yet.'
  return (
    <div className="wrap page">
      <section className="ask">
        <h1>Open jobs</h1>
        <p className="stand">
          Every one says its pay, its place and its last day, and was read by a person first. Where a company has
          changed its words since, and nobody has read them yet, the page says so.
        </p>
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
              placeholder="Anywhere, remote, a state or a town"
              defaultValue={where?.label ?? typed}
              maxLength={100}
              list="places"
            />
            <datalist id="places">
              {listPlaces().map((name) => (
                <option value={name} key={name} />
              ))}
            </datalist>
            <button className="btn" type="submit">
              Show
            </button>
          </form>
        </search>
      </section>
      {read?.kind === 'ask' ? <WhichPlace typed={typed} choices={read.choices} role={role?.slug ?? ''} /> : null}
      {town && !cursor ? (
        <section className="part">
          <h2>In {where.label}</h2>
          {here.length > 0 ? <JobList jobs={here} /> : <p className="quiet">No open job in this town yet.</p>}
        </section>
      ) : null}
      {town ? <h2>Elsewhere in {where.area}, or from anywhere in the country</h2> : null}
      {shown.length > 0 ? <JobList jobs={shown} /> : null}
      {shown.length === 0 && read?.kind !== 'ask' ? <p className="lede">{nothing}</p> : null}
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
