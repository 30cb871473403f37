import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { PREVIEW_DAYS, previewPath } from '@/lib/preview'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { putJob } from './postings'

const sql = openSql()
/** The one text of ours that is in review. */
const SLUG = 'air-traffic-controller'
const draft = readFileSync(`content/roles/${SLUG}.mdx`, 'utf8')
const summary = /^summary: "?(.+?)"?$/m.exec(draft)?.[1] ?? '?'
const text = async (path: string, headers: Record<string, string> = {}) => (await fetch(url + path, { headers })).text()

test('a text in review is on no page, list, search, sitemap or feed', async () => {
  expect(draft).toMatch(/^status: review$/m)
  const paths = [
    '/',
    '/roles',
    '/families/transportation-and-material-moving',
    `/roles/${SLUG}`,
    `/compare/actuary-vs-${SLUG}`,
    `/search?q=${SLUG}`,
    '/sitemaps/comparisons.xml',
    '/sitemaps/roles.xml',
    '/editing.md',
  ]
  for (const path of paths) {
    const answer = await fetch(url + path)
    expect(answer.status, path).toBe(200)
    expect(await answer.text(), path).not.toContain(summary)
  }
  expect(await text('/sitemaps/comparisons.xml')).not.toContain(SLUG)
  expect(await text(`/compare/actuary-vs-${SLUG}`)).toContain('noindex')
  expect(await text(`/roles/${SLUG}`)).toContain('How to write up a role')
})

test('its preview link shows the page as it will be, to whoever has it, and to no machine', async ({ page }) => {
  const path = previewPath({ kind: 'write-up', id: SLUG }, Date.now())
  const answer = await page.goto(path)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(page.getByText(summary)).toBeVisible()
  await expect(page.getByText('is in review, and is not public')).toBeVisible()
  await expect(page.getByText('not yet reviewed by a practitioner')).toBeVisible()
})

test('a preview link that has ended, was changed or names nothing is an unknown address', async () => {
  const ended = previewPath({ kind: 'write-up', id: SLUG }, Date.now() - PREVIEW_DAYS * 86_400_000 - 1000)
  const changed = previewPath({ kind: 'write-up', id: SLUG }, Date.now()).replace(/.{8}$/, 'AAAAAAAA')
  const published = previewPath({ kind: 'write-up', id: 'paralegal' }, Date.now())
  const unknown = previewPath({ kind: 'job', id: '00000000-0000-4000-8000-000000000000' }, Date.now())
  for (const path of [ended, changed, published, unknown, '/preview/x', '/preview/..%2f..%2fetc'])
    expect((await fetch(url + path)).status, path).toBe(404)
})

test('an employer’s draft has a link too, and a removed posting has none', async ({ page }) => {
  await sql`insert into company (slug, name, time_zone) values ('example-preview', 'Example Preview', 'UTC')`
  const { id } = await putJob(sql, 'example-preview', { state: 'draft', title: 'Canal actuary' })
  await page.goto(previewPath({ kind: 'job', id }, Date.now()))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Canal actuary')
  await expect(page.getByText('this posting is not public')).toBeVisible()
  expect(await text('/jobs')).not.toContain('Canal actuary')
  await sql`update job set state = 'removed' where id = ${id}`
  expect((await fetch(url + previewPath({ kind: 'job', id }, Date.now()))).status).toBe(404)
})

test('editors see what needs them, each line with its file; others find nothing', async ({ page, context }) => {
  const { token } = await makePerson(sql, 'desk-editor@example.net')
  expect((await fetch(`${url}/editor`, { headers: { Cookie: `${SESSION}=${token}` } })).status).toBe(404)
  await sql`insert into editor (email) values ('desk-editor@example.net')`
  await sql`
    insert into count_daily (subject, kind, day, n) values ('actuary', 'role-view', (store_now() at time zone 'UTC')::date, 3)
    on conflict (subject, kind, day) do update set n = count_daily.n + 3`
  await sql`
    insert into report (kind, subject, reason, note) values ('page', '/roles/paralegal', 'wrong', 'Pay looks old.')`
  await signInAs(context, token)
  await page.goto('/editor')
  const part = (name: string) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) })
  await expect(part('Drafts and in review')).toContainText(`content/roles/${SLUG}.mdx`)
  await expect(part('Most visited without a write-up')).toContainText('Actuary')
  await expect(part('Reports of readers')).toContainText('Pay looks old.')
  await expect(part('Coverage by family')).toContainText('Healthcare')
  await part('Touched by the last release').getByText('in all').click()
  await expect(part('Touched by the last release')).toContainText('content/roles/paralegal.mdx')
  await part('Drafts and in review').getByRole('link').first().click()
  await expect(page.getByText(summary)).toBeVisible()
})

test('a reader sees when a text was last changed and that no practitioner has read it', async ({ page }) => {
  const history = JSON.parse(readFileSync('content/history.json', 'utf8')) as Record<string, { changed: string }>
  const day = new Date(history.paralegal?.changed ?? '')
  await page.goto('/roles/paralegal')
  await expect(
    page.getByText(
      `last changed ${new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(day)}`,
    ),
  ).toBeVisible()
  await expect(page.getByText('not yet reviewed by a practitioner')).toBeVisible()
})
