import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobList } from '@/components/jobs/job-list'
import { readCursor, writeCursor } from '@/lib/jobs/cursor'
import { listJobs, PAGE_SIZE } from '@/lib/jobs/queries'
import { STATES } from '@/lib/places/states'
import { searchRoles } from '@/lib/roles/search'

export const metadata: Metadata = {
  title: 'Open jobs',
  description: 'Jobs with pay, a place and a last day, newest first.',
  alternates: { canonical: '/jobs' },
}

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 100) ?? ''

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const params = await searchParams
  const [asked, place, after] = [first(params.role), first(params.place).toUpperCase(), first(params.after)]
  const region = STATES.has(place) ? place : ''
  const [role] = asked === '' ? [] : await searchRoles(asked)
  const cursor = readCursor(after)
  if (after !== '' && !cursor) notFound()
  const rows = asked !== '' && !role ? [] : await listJobs({ role: role?.slug ?? '', region }, cursor)
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  const query = new URLSearchParams({ ...(role ? { role: role.slug } : {}), ...(region ? { place: region } : {}) })
  if (last) query.set('after', writeCursor(last))
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
              maxLength={100}
            />
            <select name="place" aria-label="Place" defaultValue={region} className="chip">
              <option value="">Anywhere</option>
              {[...STATES].map(([code, name]) => (
                <option value={code} key={code}>
                  {name}
                </option>
              ))}
            </select>
            <button className="btn" type="submit">
              Show
            </button>
          </form>
        </search>
      </section>
      {shown.length > 0 ? <JobList jobs={shown} /> : <p className="lede">No open job here yet.</p>}
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
