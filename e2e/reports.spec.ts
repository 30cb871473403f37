import { expect, test } from '@playwright/test'
import { makePerson, openSql, signInAs, url } from './people'
import { putJob } from './postings'

const sql = openSql()
let job: { id: string; slug: string }

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const owner = await makePerson(sql, 'reports-owner@example.net')
  await makePerson(sql, 'reports-reviewer@example.net')
  await sql`insert into reviewer (email) values ('reports-reviewer@example.net') on conflict do nothing`
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-reports', 'Example Reports', 'UTC') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  job = await putJob(sql, 'example-reports', { title: 'Reported actuary' })
})

test.describe('without JavaScript and without signing in', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader reports a job; what is missing is said, and nothing typed is lost', async ({ page }) => {
    await page.goto(`/jobs/${job.slug}`)
    await page.getByRole('link', { name: 'Report this job' }).click()
    await page.getByLabel('What should the reviewer know?').fill('They asked for a fee <b>first</b>')
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByRole('alert')).toContainText('Choose what is wrong.')
    await expect(page.getByLabel('What should the reviewer know?')).toHaveValue('They asked for a fee <b>first</b>')
    await page.getByLabel('A scam, or it asks for money').check()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    const rows = await sql`select kind, subject, reason, note from report where job_id = ${job.id}`
    expect(rows).toEqual([
      { kind: 'job', subject: `/jobs/${job.slug}`, reason: 'scam', note: 'They asked for a fee <b>first</b>' },
    ])
  })

  test('a fourth report of one job from one network is told that it is one too many, and comes back', async ({
    page,
  }) => {
    const send = async (note: string) => {
      await page.goto(`/jobs/${job.slug}/report`)
      await page.getByLabel('Misleading').check()
      await page.getByLabel('What should the reviewer know?').fill(note)
      await page.getByRole('button', { name: 'Send the report' }).click()
    }
    await send('The pay is another')
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await send('The pay is another')
    await expect(page.getByRole('heading', { name: 'Already sent' })).toBeVisible()
    await send('')
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await send('Four times')
    await expect(page.getByRole('alert')).toContainText('Too many reports for now. Try again in 24 hours.')
    await expect(page.getByLabel('What should the reviewer know?')).toHaveValue('Four times')
    const [row] = await sql`select count(*)::int as n from report where job_id = ${job.id}`
    expect(row?.n).toBe(3)
  })

  test('a reader reports a comparison, a role and a figure; made-up ones have no form', async ({ page }) => {
    for (const path of ['/compare/actuary-vs-paralegal', '/roles/paralegal']) {
      await page.goto(path)
      await page.getByRole('link', { name: 'Report a mistake on this page' }).click()
      await page.getByLabel('A figure is wrong').check()
      await page.getByLabel('What should it say?').fill('The median is another one')
      await page.getByRole('button', { name: 'Send the report' }).click()
      await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    }
    await page.goto('/report?figure=15-2011~pay.annual.median~us~oews-national-2025-05')
    await page.getByLabel('It is out of date').check()
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByRole('alert')).toContainText('Say what is wrong')
    await page.getByLabel('What should it say?').fill('There is a newer one')
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    const rows = await sql`select kind, subject from report where kind <> 'job' and note like 'The%' order by id`
    expect(rows).toEqual([
      { kind: 'page', subject: '/compare/actuary-vs-paralegal' },
      { kind: 'page', subject: '/roles/paralegal' },
      { kind: 'figure', subject: '15-2011~pay.annual.median~us~oews-national-2025-05' },
    ])
    for (const query of ['', '?page=/roles/never-was', '?page=https://evil.example/', '?figure=x', '?page=//evil'])
      expect((await fetch(`${url}/report${query}`)).status, query).toBe(404)
  })
})

test('reviewers see it and close it; the employer never does', async ({ page, context }) => {
  const reviewer = await makePerson(sql, 'reports-reviewer@example.net')
  await signInAs(context, reviewer.token)
  await page.goto('/review')
  const line = page.locator('#reported li', { hasText: 'Reported actuary' })
  await expect(line).toContainText('3 reports')
  await line.getByRole('link').click()
  const reports = page.locator('#reports')
  await expect(reports).toContainText('They asked for a fee <b>first</b>')
  for (const left of [2, 1, 0]) {
    await reports.getByRole('button', { name: 'Nothing wrong' }).first().click()
    await expect(reports.getByRole('button', { name: 'Nothing wrong' })).toHaveCount(left)
  }
  await page.goto('/review')
  await expect(page.locator('#reported li', { hasText: 'Reported actuary' })).toHaveCount(0)
  const audits = await sql`select action, company_id from audit where job_id = ${job.id}`
  expect(audits).toEqual(Array(3).fill({ action: 'report dismissed', company_id: null }))

  const owner = await makePerson(sql, 'reports-owner@example.net')
  await signInAs(context, owner.token)
  for (const path of ['/employer/example-reports', `/employer/example-reports/jobs/${job.id}`]) {
    await page.goto(path)
    await expect(page.locator('main')).not.toContainText('asked for a fee')
    await expect(page.locator('main')).not.toContainText(/report(ed by|s by)/i)
  }
})
