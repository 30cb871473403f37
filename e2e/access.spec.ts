import { expect, test } from '@playwright/test'
import { typedPosting } from '@/bin/testing/posting'
import { makePerson, openSql, SESSION, url } from './people'
import { built, listActions, replay } from './replay'

const sql = openSql()
const PEOPLE = ['anonymous', 'candidate', 'viewer', 'recruiter', 'owner', 'other', 'reviewer', 'editor'] as const
type Person = (typeof PEOPLE)[number]
type Kind = 'public' | 'signed-in' | Person

/** Who may open each page: a role of the company also opens it to those above. A new route without a row fails. */
const ROUTES: Record<string, Kind> = {
  '/_not-found': 'public',
  '/_global-error': 'public',
  '/api/auth/[...nextauth]': 'public',
  '/api/health': 'public',
  '/api/ready': 'public',
  '/compare': 'public',
  '/compare/[pair]': 'public',
  '/companies/[company]': 'public',
  '/editing.md': 'public',
  '/editor': 'editor',
  '/employer': 'signed-in',
  '/employer/[company]': 'viewer',
  '/employer/[company]/jobs/autosave': 'recruiter',
  '/employer/[company]/jobs/[job]': 'viewer',
  '/employer/[company]/jobs/[job]/counts.csv': 'viewer',
  '/employer/[company]/jobs/[job]/edit': 'recruiter',
  '/employer/[company]/jobs/[job]/preview': 'viewer',
  '/employer/[company]/jobs/new': 'recruiter',
  '/employer/[company]/preview': 'viewer',
  '/employer/[company]/profile': 'owner',
  '/employer/[company]/team': 'owner',
  '/employer/account': 'signed-in',
  '/employer/jobs/new': 'signed-in',
  '/employer/new': 'signed-in',
  '/families/[family]': 'public',
  '/fixed/[page]': 'public',
  '/invitation/[token]': 'signed-in',
  '/jobs': 'public',
  '/jobs/[slug]': 'public',
  '/jobs/[slug]/apply': 'public',
  '/preview/[token]': 'public',
  '/logos/[hash]': 'public',
  '/jobs/[slug]/report': 'public',
  '/report': 'public',
  '/review': 'reviewer',
  '/review/[job]': 'reviewer',
  '/review/companies/[company]': 'reviewer',
  '/robots.txt': 'public',
  '/roles/[role]': 'public',
  '/search': 'public',
  '/sign-in': 'public',
  '/sign-in/confirm': 'public',
  '/sign-in/sent': 'public',
  '/sitemap.xml': 'public',
  '/sitemaps/[part]': 'public',
}

/** Routes that take a POST and nothing else. */
const TAKEN = ['/employer/[company]/jobs/autosave']

/** Who may do what. Those marked public or signed-in touch nothing but the person's own. */
const ACTIONS: Record<string, Kind> = {
  askForLink: 'public',
  goToPartner: 'public',
  leave: 'public',
  endSession: 'signed-in',
  joinCompany: 'signed-in',
  saveCompany: 'owner',
  checkDomain: 'owner',
  inviteMember: 'owner',
  changeMember: 'owner',
  saveDraft: 'recruiter',
  moveOwnJob: 'recruiter',
  renewJob: 'recruiter',
  moveLastDay: 'recruiter',
  writeToReviewer: 'recruiter',
  duplicateJob: 'recruiter',
  decide: 'reviewer',
  decideCompany: 'reviewer',
  withdrawProfile: 'owner',
  answerEmployer: 'reviewer',
  closeThread: 'reviewer',
  closePageReport: 'editor',
  closeReport: 'reviewer',
  sendJobReport: 'public',
  sendPageReport: 'public',
}

const LADDER: readonly Kind[] = ['viewer', 'recruiter', 'owner']
const may = (person: Person, kind: Kind) => {
  if (kind === 'public') return true
  if (kind === 'signed-in') return person !== 'anonymous'
  if (LADDER.includes(kind)) return LADDER.indexOf(person) >= LADDER.indexOf(kind)
  return person === kind
}

const tokens: Partial<Record<Person, string>> = {}
let job = ''
const SLUG = 'example-access'

/** What somebody would send to take a company over, with fields that are no form's. */
const TAKEOVER = {
  edition: '1',
  message: 'x',
  name: 'Taken over',
  site: '',
  about: '',
  industry: '',
  size: '',
  places: '',
  removeLogo: '1',
  timeZone: 'UTC',
  title: 'Taken over',
  note: 'x',
  email: 'taken@example.net',
  role: 'owner',
  reason: 'other',
  send: '1',
  state: 'live',
  report: '0',
  outcome: 'dismissed',
  companyId: 'x',
  demo: 'true',
  verifiedDomain: 'example.com',
}
const headersOf = (person: Person): Record<string, string> =>
  tokens[person] ? { Cookie: `${SESSION}=${tokens[person]}` } : {}
const open = (person: Person, path: string) => fetch(url + path, { headers: headersOf(person), redirect: 'manual' })

/** Everything of the company as one text: equal before and after means that nothing was changed. */
async function snapshot(): Promise<string> {
  const rows = await sql`
    select (select json_agg(c) from company c where c.slug = ${SLUG}) as c,
      (select json_agg(l) from logo l join company c on c.id = l.company_id where c.slug = ${SLUG}) as l,
      (select json_agg(m) from member m join company c on c.id = m.company_id where c.slug = ${SLUG}) as m,
      (select json_agg(j order by j.id) from job j join company c on c.id = j.company_id where c.slug = ${SLUG}) as j,
      (select json_agg(v) from job_version v where v.job_id = ${job}) as v,
      (select json_agg(e) from job_event e where e.job_id = ${job}) as e,
      (select json_agg(x) from job_message x where x.job_id = ${job}) as x,
      (select json_agg(r) from report r where r.job_id = ${job}) as r`
  return JSON.stringify(rows)
}

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const people = await Promise.all(
    PEOPLE.map(async (name) => ({ name, ...(await makePerson(sql, `access-${name}@example.net`)) })),
  )
  for (const { name, token } of people) if (name !== 'anonymous') tokens[name] = token
  const idOf = (name: Person) => people.find((person) => person.name === name)?.id ?? ''
  const [company] = await sql`
    insert into company (slug, name, time_zone) values (${SLUG}, 'Example Access', 'UTC') returning id`
  const [other] = await sql`
    insert into company (slug, name, time_zone) values ('example-other', 'Example Other', 'UTC') returning id`
  for (const role of ['viewer', 'recruiter', 'owner'] as const)
    await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${idOf(role)}, ${role})`
  await sql`insert into member (company_id, user_id, role) values (${other?.id}, ${idOf('other')}, 'owner')`
  await sql`insert into reviewer (email) values ('access-reviewer@example.net')`
  await sql`insert into editor (email) values ('access-editor@example.net')`
  const [made] = await sql`
    insert into job (company_id, slug, title, state, submitted_at) values (${company?.id}, 'draft-access', 'Canary job', 'changes-requested', now())
    returning id`
  job = String(made?.id)
  const content = typedPosting({
    title: 'Canary job',
    workplace: 'on-site',
    payMin: '1',
    payMax: '2',
    payUnit: 'HOUR',
    apply: 'a@example.net',
  })
  await sql`insert into job_version (job_id, number, content) values (${job}, 1, ${sql.json(content)})`
  const [reported] = await sql`
    insert into report (kind, subject, job_id, reason) values ('job', '/jobs/draft-access', ${job}, 'scam') returning id`
  TAKEOVER.report = String(reported?.id)
})

test('every route of the build has a row, and opens to just whom it names (1, 2, 4)', async () => {
  const routes = [...new Set(Object.values(built('app-path-routes-manifest.json') as Record<string, string>))]
  expect(routes.filter((route) => !(route in ROUTES))).toEqual([])
  const wrong: string[] = []
  for (const route of routes) {
    const kind = ROUTES[route] ?? 'owner'
    if (kind === 'public' || TAKEN.includes(route)) continue
    const path = route.replace('[company]', SLUG).replace('[job]', job).replace('[token]', 'no-such-token')
    for (const person of PEOPLE) {
      const { status } = await open(person, path)
      const expected = may(person, kind)
        ? [200, 307]
        : person === 'anonymous' && kind !== 'reviewer' && kind !== 'editor'
          ? [307]
          : [404]
      if (!expected.includes(status)) wrong.push(`${person} ${path}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a route that takes a POST takes it from just whom it names, and changes nothing for others (1, 2, 3)', async () => {
  const before = await snapshot()
  for (const route of TAKEN) {
    for (const person of PEOPLE.filter((name) => !may(name, ROUTES[route] ?? 'owner'))) {
      const body = new FormData()
      const by = (await sql`select id from "user" where email = ${`access-${person}@example.net`}`)[0]?.id
      for (const [name, value] of Object.entries({ ...TAKEOVER, company: SLUG, job, by })) body.append(name, value)
      const headers = { Origin: url, ...headersOf(person) }
      const answer = await fetch(url + route.replace('[company]', SLUG), { method: 'POST', body, headers })
      expect(answer.status, `${person} ${route}`).toBe(person === 'anonymous' ? 401 : 404)
      expect(await answer.text(), `${person} ${route}`).not.toContain('Canary job')
      expect(await snapshot(), `${person} ${route}`).toBe(before)
    }
  }
})

test('a refusal looks like an unknown address, and gives nothing away (2, 7, 8)', async () => {
  const plain = async (path: string) => {
    const answer = await open('other', path)
    const body = (await answer.text()).replace(/<script[\s\S]*$/, '')
    return `${answer.status} ${body.replaceAll(path.split('/')[2] ?? '', '').replaceAll(/nonce="[^"]*"/g, '')}`
  }
  expect(await plain(`/employer/${SLUG}/jobs/${job}`)).toBe(
    await plain('/employer/no-such-company/jobs/00000000-0000-4000-8000-000000000000'),
  )
  for (const path of ['/jobs', '/roles/actuary', '/jobs/draft-access', `/companies/${SLUG}`, '/sitemap.xml'])
    expect(await (await open('anonymous', path)).text()).not.toContain('Canary job')
})

test('paths that try to slip past are refused too (4)', async () => {
  const path = `/employer/${SLUG}/jobs/${job}`
  const tries = [
    `${path}?_rsc=1`,
    `${path}.rsc`,
    `${path}/`,
    `/${path}`,
    `/employer/${SLUG}%2Fjobs%2F${job}`,
    `/en${path}`,
  ]
  for (const attempt of tries) {
    for (const extra of [{}, { RSC: '1' }, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }] as Record<
      string,
      string
    >[]) {
      const answer = await fetch(url + attempt, { headers: { ...headersOf('other'), ...extra }, redirect: 'manual' })
      expect(await answer.text()).not.toContain('Canary job')
    }
  }
})

test('every action of the build has a row; replayed by others it changes nothing (1, 3, 6)', async () => {
  const actions = listActions()
  expect(actions.map(({ name }) => name).filter((name) => !(name in ACTIONS))).toEqual([])
  const before = await snapshot()
  for (const action of actions) {
    const kind = ACTIONS[action.name] ?? 'owner'
    if (kind === 'public' || kind === 'signed-in') continue
    const path = action.page.replace('[company]', SLUG).replace('[job]', job)
    const fields = { ...TAKEOVER, company: SLUG, job, action: kind === 'reviewer' ? 'approve' : 'withdraw' }
    for (const person of PEOPLE.filter((name) => !may(name, kind))) {
      for (const way of ['header', 'fields'] as const) {
        const answer = await replay(action, way, path, fields, headersOf(person))
        const body = await answer.text()
        // Somebody whose session has ended gets the form back with what they typed, and nothing that is stored.
        const led =
          answer.headers.get('x-action-redirect')?.startsWith('/sign-in') ||
          (person === 'anonymous' && /signed out|<h1>(Not sent yet|Edit a job|Post a job|Your company)/.test(body))
        expect(body, `${person} ${action.name} ${way}`).not.toContain('Canary job')
        expect([303, 307, 404, led ? 200 : 0], `${person} ${action.name} ${way}`).toContain(answer.status)
        expect(await snapshot(), `${person} ${action.name} ${way}`).toBe(before)
      }
    }
  }
})

test('the same by those who may does change it, so the replay above is a real one (3)', async () => {
  const [thread, profile] = ['writeToReviewer', 'saveCompany'].map((name) =>
    listActions().find((action) => action.name === name),
  )
  if (!thread || !profile) throw new Error('no such action')
  for (const way of ['header', 'fields'] as const) {
    await replay(
      thread,
      way,
      `/employer/${SLUG}/jobs/${job}`,
      { company: SLUG, job, message: `by ${way}` },
      headersOf('recruiter'),
    )
    const values = { ...TAKEOVER, company: SLUG, name: 'Example Access', about: `by ${way}` }
    await replay(profile, way, `/employer/${SLUG}/profile`, values, headersOf('owner'))
    const [row] = await sql`select about, demo from company where slug = ${SLUG}`
    expect(row).toEqual({ about: `by ${way}`, demo: false })
  }
  const texts = await sql`select text from job_message where job_id = ${job} order by id`
  expect(texts.map(({ text }) => text)).toEqual(['by header', 'by fields'])
})

test('writes from other, missing and null origins are refused (22, 23)', async () => {
  for (const origin of [undefined, 'null', 'https://evil.example']) {
    const answer = await fetch(`${url}/employer/${SLUG}/jobs/${job}`, {
      method: 'POST',
      body: new FormData(),
      headers: { ...headersOf('owner'), ...(origin ? { Origin: origin } : {}) },
    })
    expect(answer.status).toBe(403)
  }
})

test('a member removed, a session ended, a reviewer unnamed: gone on the next request (5)', async () => {
  const path = `/employer/${SLUG}`
  expect((await open('viewer', path)).status).toBe(200)
  await sql`delete from member where user_id = (select id from "user" where email = 'access-viewer@example.net')`
  expect((await open('viewer', path)).status).toBe(404)
  expect((await open('reviewer', '/review')).status).toBe(200)
  await sql`delete from reviewer where email = 'access-reviewer@example.net'`
  expect((await open('reviewer', '/review')).status).toBe(404)
  await sql`delete from session where user_id = (select id from "user" where email = 'access-recruiter@example.net')`
  expect((await open('recruiter', path)).status).toBe(307)
})

test('a session ends when it is not used for 14 days, and after 60 days at all (13)', async () => {
  const path = `/employer/${SLUG}`
  expect((await open('owner', path)).status).toBe(200)
  const of = sql`user_id = (select id from "user" where email = 'access-owner@example.net')`
  await sql`update session set created_at = store_now() - interval '60 days 1 second' where ${of}`
  expect((await open('owner', path)).status).toBe(307)
  await sql`update session set created_at = store_now(), expires = store_now() - interval '1 second' where ${of}`
  expect((await open('owner', path)).status).toBe(307)
})

test('fifty at once publish one job: one event (59)', async () => {
  const action = listActions().find(({ name }) => name === 'moveOwnJob')
  if (!action) throw new Error('no such action')
  await sql`update session set expires = store_now() + interval '1 day' where user_id = (select id from "user" where email = 'access-owner@example.net')`
  await sql`update job set state = 'approved', role_id = (select id from role where slug = 'actuary') where id = ${job}`
  await Promise.all(
    Array.from({ length: 50 }, () =>
      replay(
        action,
        'fields',
        `/employer/${SLUG}/jobs/${job}`,
        { company: SLUG, job, action: 'publish' },
        headersOf('owner'),
      ),
    ),
  )
  const [row] =
    await sql`select state, (select count(*)::int from job_event where job_id = ${job} and action = 'publish') as n from job where id = ${job}`
  expect(row).toMatchObject({ state: 'live', n: 1 })
  await sql`delete from job where id = ${job}`
})
