import { expect, test } from '@playwright/test'
import { checkHtml, hasJava } from '@/bin/testing/vnu'
import { hashToken } from '@/lib/secret'
import { makePerson, openSql, SESSION, url } from './people'
import { openForm, sendForm } from './plain-form'
import { putJob } from './postings'
import { built } from './replay'

const sql = openSql()
const OWN = '/employer/example-vnu'
const INVITATION = 'v'.repeat(43)
let token = ''
const headers = (): Record<string, string> => ({ Cookie: `${SESSION}=${token}` })
const get = async (path: string, own = false) => (await fetch(url + path, own ? { headers: headers() } : {})).text()
/** Routes that answer no page. */
const NO_PAGES = /^\/(api|_global-error|editing\.md|logos|robots\.txt|sitemap)|counts\.csv$|autosave$/

test('the Nu Html Checker finds no error on any kind of page, signed in or not', async () => {
  test.skip(!hasJava(), 'the checker needs Java 11 or newer on the path')
  test.setTimeout(120_000)
  const person = await makePerson(sql, 'vnu-owner@example.net')
  token = person.token
  await sql`insert into reviewer (email) values ('vnu-owner@example.net') on conflict do nothing`
  await sql`insert into editor (email) values ('vnu-owner@example.net') on conflict do nothing`
  const [company] = await sql`
    insert into company (slug, name, time_zone, site, about, places)
    values ('example-vnu', 'Example “Vnu” & Co', 'UTC', 'https://vnu.example.com/', ${'Lines\nof text'}, '{"Denver, CO"}') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${person.id}, 'owner')`
  for (const [token, accepted] of [
    [INVITATION, null],
    ['w'.repeat(43), new Date()],
  ] as const)
    await sql`
      insert into invitation (company_id, email, role, token_hash, expires_at, accepted_at)
      values (${company?.id}, 'vnu-owner@example.net', 'viewer', ${hashToken(token)}, store_now() + interval '1 day', ${accepted})`
  const values = {
    description: `We write List<T> daily.\n<div>\n\n- a <b>b</b>\n- c\n\n## Head\n\n${'Freight at night. '.repeat(8)}`,
    benefits: 'Monday\nTuesday',
    commission: 'One\nTwo',
  }
  const put = (state: string, days = 20) => putJob(sql, 'example-vnu', { state, title: `Vnu ${state}`, values, days })
  const [live, draft, submitted, paused, filled] = await Promise.all([
    put('live', 5),
    put('draft'),
    put('submitted'),
    put('paused'),
    put('filled'),
  ])
  await sql`insert into job_message (job_id, side, text) values (${submitted.id}, 'employer', ${'When?\nSoon?'})`
  await sql`insert into report (kind, subject, job_id, reason, note) values ('job', ${`/jobs/${live.slug}`}, ${live.id}, 'scam', ${'A\nB'})`
  await sql`insert into report (kind, subject, reason, note) values ('page', '/roles/actuary', 'words', 'A word')`

  const open = [
    '/',
    '/roles',
    '/sources',
    '/roles/actuary',
    '/roles/paralegal',
    '/families/legal',
    '/compare/actuary-vs-paralegal',
    '/companies/example-vnu',
    '/search?q=nurse',
    '/search?q=zzzz',
    '/compare',
    '/compare?a=nurse&b=lawyer',
    '/jobs',
    '/jobs?role=actuary&place=Denver,+CO',
    '/jobs?place=Qzxv',
    `/jobs/${live.slug}`,
    `/jobs/${paused.slug}`,
    `/jobs/${filled.slug}`,
    `/jobs/${live.slug}/apply`,
    `/jobs/${filled.slug}/apply`,
    `/jobs/${live.slug}/report`,
    '/report?page=/roles/actuary',
    '/report?sent=1',
    '/report?sent=again',
    '/sign-in',
    '/sign-in?error=Verification',
    '/sign-in/sent',
    `/sign-in/confirm?email=a%40example.net&token=${'t'.repeat(32)}`,
    '/nowhere',
    '/roles/actuaryy',
    '/employer/other',
  ]
  const own = [
    '/employer/new',
    '/employer/jobs/new',
    '/employer/account',
    OWN,
    `${OWN}/profile`,
    `${OWN}/team`,
    `${OWN}/jobs/new`,
    ...[live, draft, submitted, paused, filled].map(({ id }) => `${OWN}/jobs/${id}`),
    `${OWN}/jobs/${submitted.id}?not=submit`,
    `${OWN}/jobs/${draft.id}/edit`,
    `${OWN}/jobs/${draft.id}/edit?send=1`,
    `${OWN}/jobs/${live.id}/edit`,
    `${OWN}/jobs/${draft.id}/preview`,
    '/review',
    ...[live, submitted].map(({ id }) => `/review/${id}`),
    '/editor',
    `/invitation/${INVITATION}`,
    `/invitation/${'w'.repeat(43)}`,
    '/invitation/no-such-token',
  ]
  // Changes to the company's page that a reviewer has not read.
  const profile = await openForm(`${OWN}/profile`, 'Save', headers())
  expect((await sendForm(profile, { name: 'Example Vnu', about: 'Other\nwords' }, headers())).status).toBe(303)
  own.push(`${OWN}/preview`, `${OWN}/profile?changed`, '/review/companies/example-vnu')
  const pages = new Map<string, string>()
  for (const path of open) pages.set(path, await get(path))
  for (const path of own) pages.set(`${path} (signed in)`, await get(path, true))
  const preview = /href="[^"]*(\/preview\/[^"]+)"/.exec(
    pages.get(`${OWN}/jobs/${draft.id}/preview (signed in)`) ?? '',
  )?.[1]
  pages.set('/preview/token', await get(preview ?? '/none'))

  // Forms that come back, and an employer with two companies.
  for (const [path, label, typed] of [
    ['/sign-in', 'Send me a link', { email: 'x' }],
    ['/employer/new', 'Go on', { name: '' }],
    [`${OWN}/team`, 'Send an invitation', { email: 'x' }],
    [`${OWN}/jobs/${draft.id}/edit`, 'Save draft', { title: 'Mended', send: '1', payMin: '', description: 'short' }],
    [`/review/${submitted.id}`, 'Decide', { action: 'refuse' }],
    [`/jobs/${live.slug}/report`, 'Send the report', {}],
  ] as [string, string, Record<string, string>][]) {
    const own: Record<string, string> = path === '/sign-in' ? {} : headers()
    const answer = await sendForm(await openForm(path, label, own), typed, own)
    expect(answer.status, path).toBe(200)
    pages.set(`${path} (answered)`, await answer.text())
  }
  const [second] = await sql`
    insert into company (slug, name, time_zone) values ('example-vnu-two', 'Example Two', 'UTC') returning id`
  await sql`insert into member (company_id, user_id, role) values (${second?.id}, ${person.id}, 'owner')`
  for (const path of ['/employer', '/employer/jobs/new']) pages.set(`${path} (two companies)`, await get(path, true))

  const asked = [...pages.keys()].map((name) => name.split(/[ ?]/)[0] ?? '')
  const isAsked = (route: string) => {
    const shape = new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`)
    return asked.some((path) => shape.test(path))
  }
  const routes = [...new Set(Object.values(built('app-path-routes-manifest.json') as Record<string, string>))]
  const kinds = routes.map((route) => route.replace('/fixed/[page]', '/sources').replace('/_not-found', '/nowhere'))
  expect(kinds.filter((route) => !NO_PAGES.test(route) && !isAsked(route))).toEqual([])
  for (const [name, html] of pages) expect(html.length, name).toBeGreaterThan(1000)
  expect(await checkHtml(pages)).toEqual([])
})
