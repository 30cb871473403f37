import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { hashToken } from '@/lib/secret'
import { ask } from './ask'
import { waitForMail } from './mail'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { putJob, typedJob } from './postings'
import { built, listActions, replay } from './replay'

const sql = openSql()
const SLUG = 'example-safety'
const EMAIL = 'safety-owner@example.net'
let token = ''
let headers: Record<string, string> = {}

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  const owner = await makePerson(sql, EMAIL)
  token = owner.token
  headers = { Cookie: `${SESSION}=${token}` }
  await sql`insert into reviewer (email) values (${EMAIL}) on conflict do nothing`
  const [company] = await sql`
    insert into company (slug, name, site, time_zone) values (${SLUG}, 'Example Safety', 'https://safety.example.com/', 'UTC')
    on conflict (slug) do update set name = excluded.name returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner') on conflict do nothing`
})

const find = (name: string) => {
  const action = listActions().find((one) => one.name === name)
  if (!action) throw new Error(`no action ${name}`)
  return action
}

test('reading a page changes nothing, whoever reads (24)', async () => {
  const invitation = 'a'.repeat(43)
  const link = 'b'.repeat(43)
  await sql`
    insert into invitation (company_id, email, role, token_hash, expires_at)
    select id, ${EMAIL}, 'viewer', ${hashToken(invitation)}, store_now() + interval '1 day' from company where slug = ${SLUG}`
  await sql`
    insert into verification_token (identifier, token, expires) values (${EMAIL}, ${link}, store_now() + interval '10 minutes')`
  const states = ['draft', 'submitted', 'live', 'paused', 'expired', 'refused']
  const jobs = await Promise.all(states.map((state) => putJob(sql, SLUG, { state, title: `Read ${state}` })))
  const snapshot = async () => {
    const [row] = await sql`
      with c as (select * from company where slug = ${SLUG}), j as (select * from job where company_id = (select id from c))
      select md5(concat((select json_agg(c) from c), (select json_agg(j order by id) from j),
        (select json_agg(m order by user_id) from member m where company_id = (select id from c)),
        (select json_agg(i order by id) from invitation i where company_id = (select id from c)),
        (select json_agg(v order by job_id, number) from job_version v where job_id in (select id from j)),
        (select json_agg(e order by id) from job_event e where job_id in (select id from j)),
        (select json_agg(x order by id) from job_message x where job_id in (select id from j)),
        (select json_agg(r order by id) from job_replaced r where job_id in (select id from j)),
        (select json_agg(a order by id) from audit a where company_id = (select id from c)),
        (select json_agg(r order by id) from report r where job_id in (select id from j)),
        (select json_agg(l) from logo l where company_id = (select id from c)),
        (select json_agg(u) from "user" u where email = ${EMAIL}),
        (select json_agg(s order by session_token) from session s join "user" u on u.id = s.user_id where u.email = ${EMAIL}),
        (select json_agg(t) from verification_token t where identifier = ${EMAIL}),
        (select json_agg(r) from reviewer r where email = ${EMAIL}))) as hash`
    return String(row?.hash)
  }
  const before = await snapshot()
  const routes = [...new Set(Object.values(built('app-path-routes-manifest.json') as Record<string, string>))]
  const waiting = routes
    .flatMap((route) => (route.includes('[job]') ? jobs.map(({ id }) => route.replace('[job]', id)) : [route]))
    .flatMap((route) => (route.includes('[slug]') ? jobs.map(({ slug }) => route.replace('[slug]', slug)) : [route]))
    .map((route) => route.replace('[company]', SLUG).replace('[token]', invitation).replace('[part]', 'jobs.xml'))
    .filter((route) => !route.includes('['))
  const query = `email=${encodeURIComponent(EMAIL)}&token=${link}`
  waiting.push(`/sign-in/confirm?${query}`, `/api/auth/callback/email?${query}`)
  waiting.push('/api/auth/signout', '/api/auth/signin/email', `/employer/${SLUG}?action=archive&job=${jobs[0]?.id}`)
  const seen = new Set<string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await ask(path, { headers })
    await ask(path, { method: 'HEAD', headers })
    for (const [, href = ''] of answer.body.matchAll(/ (?:href|action|src)="(\/[^"#]*)"/g)) {
      const next = href.replaceAll('&amp;', '&')
      // What belongs to others, and the thousands of readers' pages, change nothing of ours.
      if (/^\/(employer|review|jobs|invitation|companies|sign-in|api)/.test(next) && seen.size < 60) waiting.push(next)
    }
  }
  expect(seen.size).toBeGreaterThan(50)
  expect(await snapshot()).toBe(before)
})

test('links that others wrote name their host and vouch for nothing (32)', async ({ page, context }) => {
  await signInAs(context, token)
  const description = `${'We move freight at night. '.repeat(5)} See [our page](https://elsewhere.example.org/a?b=1).`
  const { id, slug } = await putJob(sql, SLUG, { title: 'Linked', values: { description } })
  const found: string[] = []
  for (const path of [
    `/jobs/${slug}`,
    `/jobs/${slug}/apply`,
    `/companies/${SLUG}`,
    `/employer/${SLUG}/jobs/${id}/preview`,
    `/review/${id}`,
  ]) {
    await page.goto(path)
    const links = await page
      .locator('main a[href^="http"]')
      .evaluateAll((all) =>
        all.map((link) => [(link as HTMLAnchorElement).href, (link as HTMLAnchorElement).rel, document.body.innerText]),
      )
    for (const [href = '', rel = '', text = ''] of links) {
      const { host } = new URL(href)
      if (host === new URL(url).host || !/example\.(com|org)$/.test(host)) continue
      found.push(`${path} ${host}`)
      for (const word of ['nofollow', 'ugc', 'noopener']) expect(rel.split(' '), `${path} ${href}`).toContain(word)
      expect(text, `${path} names ${host}`).toContain(host)
    }
  }
  expect(found.length).toBeGreaterThanOrEqual(5)
})

test('no address that a user gives is ever fetched (35)', async ({ page, context }) => {
  await signInAs(context, token)
  let connections = 0
  const canary = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '0.0.0.0')
  await once(canary, 'listening')
  const bound = canary.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const addresses = [
    `http://127.0.0.1:${port}/`,
    `http://localhost.localdomain:${port}/a.png`,
    `http://2130706433.x:${port}/`,
  ]
  for (const [n, address] of addresses.entries()) {
    const values = {
      company: SLUG,
      name: 'Example Safety',
      site: address,
      about: address,
      industry: '',
      size: '',
      places: '',
      timeZone: 'UTC',
    }
    await replay(find('saveCompany'), 'fields', `/employer/${SLUG}/profile`, values, headers)
    const typed = typedJob({
      title: `Fetched ${n}`,
      apply: address,
      description: `${'We move freight at night. '.repeat(6)} ![x](${address}x.png) [y](${address}) <img src="${address}">`,
    })
    const { id, slug } = await putJob(sql, SLUG, { state: 'draft', title: `Fetched ${n}`, values: typed })
    const own = `/employer/${SLUG}/jobs/${id}`
    const fields = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)]))
    await replay(
      find('saveDraft'),
      'fields',
      `${own}/edit`,
      { ...fields, company: SLUG, job: id, edition: '1', send: '1', sure: '1' },
      headers,
    )
    await sql`update job set state = 'submitted', submitted_at = store_now() where id = ${id} and state <> 'submitted'`
    await replay(
      find('decide'),
      'fields',
      `/review/${id}`,
      { job: id, action: 'approve', reason: '', note: '' },
      headers,
    )
    await replay(find('moveOwnJob'), 'fields', own, { company: SLUG, job: id, action: 'publish' }, headers)
    const [row] = await sql`select state, slug from job where id = ${id}`
    expect(row?.state, address).toBe('live')
    expect(slug).not.toBe(row?.slug)
    const shown = [`/jobs/${row?.slug}`, `/jobs/${row?.slug}/apply`, `/companies/${SLUG}`, `${own}/preview`]
    for (const path of [own, `${own}/edit`, `/review/${id}`, '/jobs', '/roles/actuary', ...shown])
      expect((await ask(path, { headers })).status, path).toBe(200)
    if (n === 0) for (const path of [...shown, `/employer/${SLUG}/profile`]) await page.goto(path)
    await replay(find('moveOwnJob'), 'fields', own, { company: SLUG, job: id, action: 'fill' }, headers)
  }
  // Mails of the queue's are out, so it has had its turn too.
  await sql`select graphile_worker.add_job('sweep')`
  const invited = { company: SLUG, email: 'safety-guest@example.net', role: 'viewer' }
  await replay(find('inviteMember'), 'fields', `/employer/${SLUG}/team`, invited, headers)
  await waitForMail('safety-guest@example.net', /See the invitation/)
  canary.close()
  expect(connections).toBe(0)
})

test('messages and invitations are limited, and what was typed comes back (60)', async () => {
  const { id } = await putJob(sql, SLUG, { state: 'submitted', title: 'Limited' })
  const [company] = await sql`select id from company where slug = ${SLUG}`
  for (const [action, path, fields, key, said] of [
    [
      'writeToReviewer',
      `/employer/${SLUG}/jobs/${id}`,
      { job: id, message: 'Once more' },
      'message',
      'Too many messages',
    ],
    [
      'inviteMember',
      `/employer/${SLUG}/team`,
      { email: 'more@example.net', role: 'viewer' },
      'invite',
      'Too many invitations',
    ],
  ] as const) {
    const typed = Object.values(fields)[action === 'inviteMember' ? 0 : 1] ?? ''
    await sql`
      insert into rate_limit (key, since, count) values (${`${key}:${company?.id}`}, store_now(), 29)
      on conflict (key) do update set since = store_now(), count = 29`
    const send = (changed: Record<string, string> = {}) =>
      replay(find(action), 'header', path, { ...fields, ...changed, company: SLUG }, headers)
    expect((await send()).headers.get('x-action-redirect')).toContain(path)
    // The same invitation again would be told apart before it is one too many.
    const more: Record<string, string> = 'email' in fields ? { email: `still-${typed}` } : {}
    const body = await (await send(more)).text()
    expect(body).toContain(said)
    expect(body).toContain(more.email ?? typed)
    await sql`delete from rate_limit where key = ${`${key}:${company?.id}`}`
  }
  const [row] = await sql`select count(*)::int as n from job_message where job_id = ${id}`
  expect(row?.n).toBe(1)
})

test('a list is read on from a place in it, and from nowhere else (60)', async () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
  expect((await ask(`/jobs?after=2026-11-24T10:00:00.000001Z_${id}`)).status).toBe(200)
  for (const after of [
    '100000',
    '-1',
    `2026-13-01T00:00:00.0Z_${id}`,
    `0000-01-01T00:00:00.0Z_${id}`,
    "'",
    '%00',
    'x'.repeat(3000),
  ])
    expect((await ask(`/jobs?after=${after}`)).status, after.slice(0, 40)).toBe(404)
  const [plain, deep] = [await ask('/jobs'), await ask('/jobs?page=9999&offset=1000000&limit=1000000')]
  expect(deep.body.match(/href="\/jobs\/[^"]+"/g)).toEqual(plain.body.match(/href="\/jobs\/[^"]+"/g))
})

test('the web role adds to the audit and changes none of it, makes no table and no reviewer (9, 61)', async () => {
  const web = postgres(process.env.E2E_WEB_URL ?? '', { max: 1, onnotice() {} })
  await web`insert into audit (action) values ('tried')`
  for (const statement of [
    "update audit set action = 'x'",
    'delete from audit',
    'truncate audit',
    "update job_event set note = 'x'",
    'delete from job_event',
    "insert into reviewer (email) values ('x@example.com')",
    'create table public.x (y int)',
    'drop table audit',
    'alter table audit add x int',
    'select * from graphile_worker.jobs',
  ])
    await expect(web.unsafe(statement), statement).rejects.toThrow(/permission denied|must be owner/)
  await web.end()
})
