import postgres from 'postgres'
import { typedJob } from '@/e2e/postings'
import { findPort, startApp, stopApp, waitUntilReady } from '../app'
import { build } from '../build'
import { step } from '../steps.mjs'
import { createFilledStore } from '../testing/store'
import { cost, line, same } from './cost'
import { fetchRaw, median } from './fetch'

const JOBS = 100_000
const COMPANIES = 2000
const RUNS = 5
const SECRET = 'x'.repeat(32)
const TOKEN = 'bench'

/** Fills a store with live jobs over all roles and many companies; the first company's owner has a session. */
async function fill(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice() {}, connection: { statement_timeout: 0 } })
  const { hashToken } = await import('@/lib/secret')
  const content = sql.json(typedJob())
  await sql`
    insert into company (slug, name, time_zone) select 'example-' || n, 'Example ' || n, 'America/Denver' from generate_series(1, ${COMPANIES}) n`
  await sql`
    with company_ as (select id, row_number() over (order by slug) - 1 as n from company),
      role_ as (select id, row_number() over (order by id) - 1 as n, count(*) over () as roles from role)
    insert into job (company_id, slug, title, state, role_id, shown_version, date_posted, valid_through, pay_text, place_text, workplace, submitted_at)
    select c.id, 'night-work-' || i, 'Night work ' || i, 'live', r.id, 1, now() - i * interval '20 seconds',
      now() + interval '20 days', '$98,000 – $124,000 a year', 'Denver, Colorado · hybrid', 'hybrid', now()
    from generate_series(1, ${JOBS}) i join company_ c on c.n = i % ${COMPANIES} join role_ r on r.n = i % r.roles`
  await sql`
    insert into job_version (job_id, number, content)
    select j.id, 1, ${content}::jsonb || jsonb_build_object('title', j.title, 'role', r.singular, 'roleSlug', r.slug)
    from job j join role r on r.id = j.role_id`
  await sql`
    insert into job_place (job_id, n, country, region, town) select id, 0, 'US', (array['CO', 'TX', 'CA', 'NY'])[1 + abs(hashtext(id::text)) % 4], 'Town' from job`
  await sql`
    insert into job_event (job_id, action, from_state, to_state, version) select id, 'publish', 'approved', 'live', 1 from job`
  const [user] = await sql`insert into "user" (email) values ('bench@example.com') returning id`
  await sql`
    insert into session (session_token, user_id, expires) values (${hashToken(TOKEN)}, ${user?.id}, now() + interval '1 day')`
  await sql`
    insert into member (company_id, user_id, role) select id, ${user?.id}, 'owner' from company where slug = 'example-1'`
  await sql`analyze`
  await sql.end()
}

/** Publishes a job as another process does, and asks for the role's page until it shows it. @returns milliseconds */
async function publishToVisible(url: string, id: string, title: string, rolePath: string): Promise<number> {
  const { moveJob } = await import('@/lib/jobs/mutations')
  await fetchRaw(url + rolePath, false)
  const moved = await moveJob({ id, action: 'publish', by: 'recruiter' })
  if (moved.kind !== 'done') throw new Error('The job was not published.')
  const since = performance.now()
  for (;;) {
    const { body } = await fetchRaw(url + rolePath, false)
    if (body.includes(title)) return performance.now() - since
    if (performance.now() - since > 20_000) throw new Error('The job did not show within 20 seconds.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Measures pages of jobs and of their employers beside 100,000 live jobs. */
export async function measureJobs(): Promise<void> {
  await build()
  const store = await step('Fill a store', createFilledStore)
  // What lib reads when it is loaded here: the publisher is another process than the server.
  Object.assign(process.env, { DATABASE_URL: store.webUrl, AUTH_SECRET: SECRET })
  await step(`Add ${JOBS} live jobs`, () => fill(store.ownerUrl))
  const port = await findPort()
  const url = `http://127.0.0.1:${port}`
  const app = startApp(
    port,
    { DATABASE_URL: store.webUrl, AUTH_SECRET: SECRET, SITE_URL: `http://localhost:${port}` },
    'pipe',
  )
  const sql = postgres(store.ownerUrl, { max: 1, onnotice() {} })
  try {
    await waitUntilReady(port)
    const pid = app.pid ?? 0
    const roles = (await sql`select slug from role order by id`).map(({ slug }) => String(slug))
    const cookie = { Cookie: `rolebook.session=${TOKEN}` }
    const [own] =
      await sql`select j.id from job j join company c on c.id = j.company_id where c.slug = 'example-1' limit 1`
    const board = '/employer/example-1'
    const panel = `${board}/jobs/${own?.id}`
    let next = 0
    const some = (n: number, path: (i: number) => string) =>
      Array.from({ length: n }, () => {
        next += 1
        return path(next)
      })
    const job = (i: number) => `/jobs/night-work-${((i * 37) % JOBS) + 1}`
    const role = (i: number) => `/roles/${roles[i % roles.length]}`
    const pair = (i: number) => {
      const [a = '', b = ''] = [roles[(i * 7) % roles.length], roles[(i * 131 + 17) % roles.length]].sort()
      return `/compare/${a}-vs-${b}`
    }
    const rows: [name: string, paths: () => string[], headers: Record<string, string>, floor: string][] = [
      ['trivial static page', () => same('/nothing-is-here', 400), {}, ''],
      ['job page, hot', () => same(job(1), 400), {}, 'floor 2 × trivial'],
      ['job page, cold', () => some(60, job), {}, 'floor 45'],
      ['role page with jobs, cold', () => some(40, role), {}, 'floor 45'],
      ['comparison with jobs, cold', () => some(40, pair), {}, 'floor 45'],
      ['list of jobs', () => same('/jobs?place=CO', 40), {}, ''],
      ['employer: all jobs', () => same(board, 40), cookie, 'floor 45'],
      ['employer: one job', () => same(panel, 40), cookie, 'floor 45'],
    ]
    for (const [name, paths, headers] of rows) {
      const { status } = await fetchRaw(url + (paths()[0] ?? ''), false, headers)
      if (status !== 200 && !name.startsWith('trivial')) throw new Error(`${name} answered ${status}.`)
      await cost(pid, url, paths(), false, headers)
    }
    const found = new Map(rows.map(([name]) => [name, [] as number[]]))
    await step(`Measure, ${RUNS} runs in turn`, async () => {
      for (let run = 0; run < RUNS; run += 1)
        for (const [name, paths, headers] of rows) found.get(name)?.push(await cost(pid, url, paths(), false, headers))
    })
    const visible: number[] = []
    const picked = await sql`
      update job j set state = 'approved', shown_version = null, date_posted = null, valid_through = null
      from role r where r.id = j.role_id and j.slug in (select 'night-work-' || n from generate_series(1, 5) n)
      returning j.id, j.title, r.slug`
    for (const { id, title, slug } of picked)
      visible.push(await publishToVisible(url, String(id), String(title), `/roles/${slug}`))
    console.log('')
    for (const [name, , , floor] of rows) line(`${name}, CPU-ms`, median(found.get(name) ?? []).toFixed(2), floor)
    const trivial = median(found.get('trivial static page') ?? [])
    line('job page, hot / trivial', `${(median(found.get('job page, hot') ?? []) / trivial).toFixed(2)} ×`, 'floor 2 ×')
    line(
      'publishing to visible on the role page',
      `${median(visible).toFixed(0)} ms`,
      `floor 5000; worst ${Math.max(...visible).toFixed(0)}`,
    )
  } finally {
    await sql.end()
    await stopApp(app)
    await store.drop()
  }
}
