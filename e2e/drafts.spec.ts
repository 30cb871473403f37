import { expect, test } from '@playwright/test'
import { waitForMail } from './mail'
import { makePerson, openSql, signInAs, url } from './people'
import { putJob, typedJob } from './postings'

const sql = openSql()
let token = ''

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  const owner = await makePerson(sql, 'drafts-owner@example.net')
  token = owner.token
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-drafts', 'Example Drafts', 'UTC')
    on conflict (slug) do update set name = excluded.name returning id`
  await sql`
    insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner') on conflict do nothing`
})

const BASE = '/employer/example-drafts/jobs'

test('two tabs: the later save wins knowingly, and both versions are kept', async ({ context }) => {
  await signInAs(context, token)
  const { id } = await putJob(sql, 'example-drafts', { state: 'draft', title: 'Two tabs' })
  const [one, two] = [await context.newPage(), await context.newPage()]
  for (const page of [one, two]) await page.goto(`${BASE}/${id}/edit`)
  await one.getByLabel('Job title').fill('From the first tab')
  await one.getByRole('button', { name: 'Save draft' }).click()
  await expect(one.getByRole('heading', { name: 'From the first tab' })).toBeVisible()
  await two.getByLabel('Job title').fill('From the second tab')
  await two.getByRole('button', { name: 'Save draft' }).click()
  await expect(two.getByText('Somebody has saved this draft since you opened it')).toBeVisible()
  await expect(two.getByLabel('Job title')).toHaveValue('From the second tab')
  const [row] = await sql`select title from job where id = ${id}`
  expect(row?.title).toBe('From the first tab')
  await two.getByRole('button', { name: 'Save draft' }).click()
  await expect(two.getByRole('heading', { name: 'From the second tab' })).toBeVisible()
  await two.getByText('Saved by').click()
  await expect(two.getByText('From the first tab')).toBeVisible()
})

test('pay far outside is asked about once, then flagged; a checked rule blocks and is named', async ({
  page,
  context,
}) => {
  await signInAs(context, token)
  const values = typedJob({
    title: 'Slip of the keys',
    payMin: '980000',
    payMax: '1240000',
    places: 'Chicago, IL',
    benefits: '',
  })
  const { id } = await putJob(sql, 'example-drafts', { state: 'draft', title: 'Slip of the keys', values })
  await page.goto(`${BASE}/${id}/edit`)
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.locator('#payMin-error')).toContainText('If that is right, send it again')
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.locator('#benefits-error')).toContainText('Illinois')
  await page.getByLabel('Benefits').fill('Health insurance')
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText('In review').first()).toBeVisible()
  const [row] = await sql`select risks from job where id = ${id}`
  expect(row?.risks).toEqual(expect.arrayContaining(['pay', 'new-company', 'unverified']))
})

test('a reminder comes once, seven days before the last day', async () => {
  const { id } = await putJob(sql, 'example-drafts', { title: 'Nearly over' })
  await sql`
    update job set created_by = (select id from "user" where email = 'drafts-owner@example.net'),
      date_posted = store_now() - interval '20 days', valid_through = store_now() + interval '6 days' where id = ${id}`
  for (const _ of [1, 2]) await sql`select graphile_worker.add_job('sweep')`
  await waitForMail('drafts-owner@example.net', /Nearly over.*last day is near/)
  const [row] =
    await sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'mail' and last_error is not null`
  expect(row?.n).toBe(0)
})

test('a duplicate of an ended posting is a new draft', async ({ page, context }) => {
  await signInAs(context, token)
  const { id } = await putJob(sql, 'example-drafts', { state: 'expired', title: 'Ended before' })
  await page.goto(`${BASE}/${id}`)
  await page.getByRole('button', { name: 'Post it again' }).click()
  await expect(page.getByRole('heading', { name: 'Edit a job' })).toBeVisible()
  await expect(page.getByLabel('Job title')).toHaveValue('Ended before')
  await expect(page.getByLabel('Last day to apply')).toHaveValue('')
})

for (const javaScriptEnabled of [true, false]) {
  test(`a session that ends while writing loses nothing (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: url, javaScriptEnabled })
    await signInAs(context, token)
    const { id } = await putJob(sql, 'example-drafts', { state: 'draft', title: 'Before' })
    const page = await context.newPage()
    await page.goto(`${BASE}/${id}/edit`)
    await page.getByLabel('Job title').fill('Written for an hour')
    await page.getByLabel('Benefits').fill('Many')
    await context.clearCookies()
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByText('You have been signed out')).toBeVisible()
    await expect(page.getByLabel('Job title')).toHaveValue('Written for an hour')
    await expect(page.getByLabel('Benefits')).toHaveValue('Many')
    await signInAs(context, token)
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByRole('heading', { name: 'Written for an hour' })).toBeVisible()
    await context.close()
  })
}
