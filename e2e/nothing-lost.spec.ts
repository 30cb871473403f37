import { expect, test } from '@playwright/test'
import { type OwnServer, startOwnServer } from './own-server'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { formIn, openForm, type PlainForm, sendForm, valueIn } from './plain-form'
import { putJob } from './postings'
import { listActions, replay } from './replay'
import { openStoreGate, type StoreGate } from './store-gate'

const sql = openSql()
let [token, reviewer, companyId] = ['', '', '']
let [live, submitted] = [
  { id: '', slug: '' },
  { id: '', slug: '' },
]
let gate: StoreGate
let gated: OwnServer

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const owner = await makePerson(sql, 'lost-owner@example.net')
  token = owner.token
  reviewer = (await makePerson(sql, 'lost-reviewer@example.net')).token
  await sql`insert into reviewer (email) values ('lost-reviewer@example.net') on conflict do nothing`
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-lost', 'Example Lost', 'UTC') returning id`
  companyId = String(company?.id)
  await sql`insert into member (company_id, user_id, role) values (${companyId}, ${owner.id}, 'owner')`
  // Of another company, so that this one is nobody's to review yet and its profile changes at once.
  await sql`insert into company (slug, name, time_zone) values ('example-lost-live', 'Example Live', 'UTC')`
  live = await putJob(sql, 'example-lost-live', { title: 'Lost live' })
  submitted = await putJob(sql, 'example-lost', { state: 'submitted', title: 'Lost submitted' })
  gate = await openStoreGate(process.env.E2E_WEB_URL ?? '')
  gated = await startOwnServer(gate.url)
})
test.afterAll(async () => {
  await gated?.stop()
  await gate?.close()
})

const cookie = (of: string): Record<string, string> => ({ Cookie: `${SESSION}=${of}` })
const TYPED = 'Typed for an hour, with “quotes” & <signs>'

type Row = { what: string; path: () => string; label: string; typed: Record<string, string>; by?: () => string }
const rows: Row[] = [
  { what: 'company', path: () => '/employer/new', label: 'Go on', typed: { name: 'Example Hour', about: TYPED } },
  {
    what: 'profile',
    path: () => '/employer/example-lost/profile',
    label: 'Save',
    typed: { name: 'Example Lost', about: TYPED, places: 'Denver, CO' },
  },
  {
    what: 'team',
    path: () => '/employer/example-lost/team',
    label: 'Send an invitation',
    typed: { email: 'guest-of-lost@example.net', role: 'owner' },
  },
  {
    what: 'message',
    path: () => `/employer/example-lost/jobs/${submitted.id}`,
    label: 'Send',
    typed: { message: TYPED },
  },
  {
    what: 'posting',
    path: () => '/employer/example-lost/jobs/new',
    label: 'Save draft',
    typed: { title: 'Typed actuary', description: TYPED, benefits: TYPED },
  },
  {
    what: 'decision',
    path: () => `/review/${submitted.id}`,
    label: 'Decide',
    typed: { action: 'refuse', reason: 'fee', note: TYPED },
    by: () => reviewer,
  },
  {
    what: 'answer',
    path: () => `/review/${submitted.id}`,
    label: 'Send',
    typed: { message: TYPED },
    by: () => reviewer,
  },
  {
    what: 'report of a job',
    path: () => `/jobs/${live.slug}/report`,
    label: 'Send the report',
    typed: { reason: 'scam', note: TYPED },
  },
  {
    what: 'report of a page',
    path: () => '/report?page=/roles/actuary',
    label: 'Send the report',
    typed: { reason: 'words', note: TYPED },
  },
  {
    what: 'sign-in',
    path: () => '/sign-in',
    label: 'Send me a link',
    typed: { email: 'typed@example.net' },
    by: () => '',
  },
]

const isOpenToAll = ({ what }: Row) => /^(report|sign-in)/.test(what)

/** A form answered without JavaScript holds what was typed into it, says why, and works once all is well again. */
async function expectKept(row: Row, form: PlainForm, answer: Response, why: RegExp): Promise<PlainForm> {
  expect(answer.status, row.what).toBe(200)
  const html = (await answer.text()).replaceAll(/<script.*?<\/script>/gs, '')
  expect(html.replaceAll('&#x27;', "'"), row.what).toMatch(why)
  const again = formIn(html, form.path, row.label)
  for (const [name, value] of Object.entries(row.typed)) expect(valueIn(again, name), `${row.what} ${name}`).toBe(value)
  return again
}

test('a form sent after the session has ended comes back as it was typed, and is sent once signed in again', async () => {
  for (const row of rows.filter((one) => !isOpenToAll(one))) {
    const own = row.by?.() ?? token
    const form = await openForm(row.path(), row.label, cookie(own))
    const again = await expectKept(row, form, await sendForm(form, row.typed, {}), /You have been signed out/)
    if (row.what === 'decision') continue
    const sent = await sendForm(again, {}, cookie(own))
    expect([303, 200], row.what).toContain(sent.status)
    if (sent.status === 200) throw new Error(`${row.what}: ${/role="alert".{0,400}/s.exec(await sent.text())}`)
  }
  const [row] = await sql`select about from company where id = ${companyId}`
  expect(row?.about).toBe(TYPED)
  expect(await sql`select from company where name = 'Example Hour'`).toHaveLength(1)
  expect(await sql`select from invitation where email = 'guest-of-lost@example.net' and role = 'owner'`).toHaveLength(1)
  expect(
    (await sql`select side from job_message where job_id = ${submitted.id} order by id`).map(({ side }) => side),
  ).toEqual(['employer', 'reviewer'])
})

test('with the store away a form comes back as it was typed, and says so', async () => {
  const forms: PlainForm[] = []
  for (const row of rows) forms.push(await openForm(row.path(), row.label, cookie(row.by?.() ?? token), gated.url))
  gate.shut()
  for (const [n, row] of rows.entries()) {
    const form = forms[n] as PlainForm
    const answer = await sendForm(form, row.typed, cookie(row.by?.() ?? token), gated.url)
    await expectKept(row, form, answer, /our store does not answer/)
  }
  gate.open()
})

test('the same with JavaScript: the action answers what was typed, and why', async () => {
  const named: Record<string, string> = {
    company: 'saveCompany',
    profile: 'saveCompany',
    team: 'inviteMember',
    message: 'writeToReviewer',
    posting: 'saveDraft',
    decision: 'decide',
    answer: 'answerEmployer',
  }
  for (const row of rows.filter(({ what }) => named[what])) {
    const action = listActions().find(({ name }) => name === named[row.what])
    if (!action) throw new Error(`no action ${named[row.what]}`)
    const fields = { ...row.typed, ...(row.what === 'company' ? {} : { company: companyId }), job: submitted.id }
    const body = await (await replay(action, 'header', row.path(), fields, {})).text()
    expect(body, row.what).toContain('You have been signed out')
    for (const value of Object.values(row.typed)) expect(body, row.what).toContain(JSON.stringify(value).slice(1, -1))
  }
})

test('a company renamed meanwhile: its old address leads on, and an open form is saved', async ({ page, context }) => {
  const forms = await Promise.all(
    ['profile', 'message', 'posting'].map(async (what) => {
      const row = rows.find((one) => one.what === what) as Row
      return { row, form: await openForm(row.path(), row.label, cookie(token)) }
    }),
  )
  await signInAs(context, token)
  await page.goto('/employer/example-lost/profile')
  await page.getByLabel('Company name').fill('Example Found')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Example Found' })).toBeVisible()
  for (const { row, form } of forms) {
    const typed = { ...row.typed, ...(row.what === 'profile' ? { name: 'Example Found' } : {}) }
    const said = row.what === 'message' ? { message: 'Once more' } : typed
    const answer = await sendForm(form, { ...said, timeZone: 'UTC' }, cookie(token))
    expect([answer.status, answer.headers.get('location')], row.what).toEqual([
      303,
      expect.stringContaining('/employer/example-found'),
    ])
  }
  const old = `/employer/example-lost/jobs/${submitted.id}`
  for (const path of ['/employer/example-lost', `${old}`, `${old}/preview?x=1`, '/employer/example-lost/team']) {
    const answer = await fetch(url + path, { headers: cookie(token), redirect: 'manual' })
    expect(answer.headers.get('location'), path).toBe(path.replace('example-lost', 'example-found'))
  }
  const stranger = (await makePerson(sql, 'lost-stranger@example.net')).token
  expect((await fetch(`${url}/employer/example-lost`, { headers: cookie(stranger) })).status).toBe(404)
  // A form that is wrong stays where it is, under the old address too.
  const profile = forms[0] as (typeof forms)[0]
  const wrong = await sendForm(profile.form, { name: '', about: TYPED }, cookie(token))
  expect(valueIn(formIn(await wrong.text(), profile.form.path, 'Save'), 'about')).toBe(TYPED)
})

test('signing in leads back to the page that was asked for', async () => {
  const path = `/employer/example-found/jobs/${submitted.id}/preview?x=1`
  const answer = await fetch(url + path, { redirect: 'manual' })
  expect(answer.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent(path)}`)
})
