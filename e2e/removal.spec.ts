import { expect, test } from '@playwright/test'
import { until } from './own-server'
import { makePerson, openSql, SESSION, url } from './people'
import { putJob } from './postings'
import { listActions, replay } from './replay'
import { makeSharedCache } from './shared-cache'

const sql = openSql()
const text = async (path: string) => (await fetch(url + path)).text()

test('a removed job is gone at once from every page that showed it, and within two minutes from a shared cache; an ended one after 30 days (8)', async () => {
  const reviewer = await makePerson(sql, 'removal-reviewer@example.net')
  await sql`insert into reviewer (email) values ('removal-reviewer@example.net') on conflict do nothing`
  await sql`insert into company (slug, name, time_zone) values ('example-removal', 'Example Removal', 'UTC')`
  const title = 'Canary embalmer'
  const job = await putJob(sql, 'example-removal', {
    title,
    roleSlug: 'embalmer',
    values: { role: 'embalmer', roleSlug: 'embalmer' },
  })
  const like = await putJob(sql, 'example-removal', {
    title: 'Second embalmer',
    roleSlug: 'embalmer',
    values: { role: 'embalmer', roleSlug: 'embalmer' },
  })
  const shows = [
    `/jobs/${job.slug}`,
    `/jobs/${like.slug}`,
    '/companies/example-removal',
    '/roles/embalmer',
    '/compare/actuary-vs-embalmer',
  ]
  for (const path of [...shows, '/jobs?role=embalmer']) {
    const shown = await until(
      () => text(path),
      (page) => page.includes(title),
      5000,
    )
    expect(shown.answer, path).toContain(title)
  }
  expect(await text('/sitemaps/jobs.xml')).toContain(job.slug)
  const through = makeSharedCache()
  const listed = [...shows, '/sitemaps/jobs.xml']
  for (const path of listed) expect((await through(path)).body, path).toContain(path.endsWith('xml') ? job.slug : title)
  for (const path of listed) expect((await through(path)).hit, path).toBe(true)

  const action = listActions().find(({ name }) => name === 'decide')
  if (!action) throw new Error('no such action')
  const fields = { job: job.id, action: 'remove', reason: 'fee', note: '' }
  await replay(action, 'fields', `/review/${job.id}`, fields, { Cookie: `${SESSION}=${reviewer.token}` })
  for (const path of shows) {
    const gone = await until(
      () => text(path),
      (page) => !page.includes(title),
      1000,
    )
    expect(gone.answer, path).not.toContain(title)
  }
  expect((await fetch(`${url}/jobs/${job.slug}`)).status).toBe(404)
  expect((await fetch(`${url}/jobs/${job.slug}/apply`)).status).toBe(404)
  // A shared cache that nobody can tell lets go by itself, and keeps nothing of what is gone.
  through.pass(121)
  for (const path of listed) {
    const answer = await through(path)
    expect(answer.body, path).not.toContain(title)
    expect(answer.body, path).not.toContain(`/jobs/${job.slug}<`)
    if (path === `/jobs/${job.slug}`) expect([answer.status, (await through(path)).hit], path).toEqual([404, false])
  }
  expect(await text('/jobs?role=embalmer')).not.toContain(title)
  expect(await text('/sitemaps/jobs.xml')).not.toContain(job.slug)

  const old = await putJob(sql, 'example-removal', {
    state: 'expired',
    title: 'Old embalmer',
    roleSlug: 'embalmer',
    values: { roleSlug: 'embalmer' },
  })
  await sql`update job set valid_through = store_now() - interval '31 days', ended_at = store_now() - interval '31 days' where id = ${old.id}`
  expect((await fetch(`${url}/jobs/${old.slug}`)).status).toBe(404)
  expect((await fetch(`${url}/jobs/never-was-1234567890`)).status).toBe(404)
})
