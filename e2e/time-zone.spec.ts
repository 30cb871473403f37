import { expect, test } from '@playwright/test'
import { waitForMail } from './mail'
import { until } from './own-server'
import { makePerson, openSql, signInAs, url } from './people'
import { putJob } from './postings'

const sql = openSql()
const text = async (path: string) => (await fetch(url + path)).text()

test.use({ javaScriptEnabled: false })

test('a job in El Paso of a company in New York ends by Mountain Time', async ({ page, context }) => {
  const email = 'owner-el-paso@example.com'
  const title = 'Border freight actuary'
  const owner = await makePerson(sql, email)
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-el-paso', 'Example Border', 'America/New_York') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  await signInAs(context, owner.token)

  const job = await putJob(sql, 'example-el-paso', { state: 'approved', title, values: { places: 'El Paso, TX' } })
  await sql`update job set created_by = ${owner.id} where id = ${job.id}`
  await page.goto(`/employer/example-el-paso/jobs/${job.id}/preview`)
  await expect(page.getByText('Mountain Time')).toBeVisible()
  await page.goto(`/employer/example-el-paso/jobs/${job.id}`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText(/^Last day: .*, Mountain Time$/)).toBeVisible()
  await waitForMail(email, /Its last day is .*, Mountain Time/)

  const [row] = await sql`
    select j.slug, j.time_zone as zone, v.content->>'validThrough' as last, p.latitude,
      j.valid_through + interval '1 second' = ((v.content->>'validThrough')::date + 1)::timestamp at time zone 'America/Denver' as ends
    from job j join job_version v on v.job_id = j.id join job_place p on p.job_id = j.id where j.id = ${job.id}`
  expect(row).toMatchObject({ zone: 'America/Denver', ends: true, latitude: expect.closeTo(31.76, 1) })
  const shown = await until(
    () => text(`/jobs/${row?.slug}`),
    (html) => html.includes(title),
    8000,
  )
  expect(shown.answer).toContain(', Mountain Time')
  expect(shown.answer).toMatch(new RegExp(`"validThrough":"${row?.last}T23:59:59-0[67]:00"`))
  expect(shown.answer).toMatch(/"datePosted":"[^"]+-0[67]:00"/)

  await page.goto('/jobs')
  await page.getByLabel('Place').fill('El Paso')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: 'In El Paso, Texas' })).toBeVisible()
  await expect(page.locator('section.part').getByRole('link', { name: title })).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(1)
  await page.goto('/jobs?place=Dallas,+TX')
  await expect(page.getByText('No open job in this town yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  expect(await text('/jobs?place=tx')).toContain(title)
  expect(await text('/jobs?place=NM')).not.toContain(title)
  expect(await text('/jobs?place=Qzxv')).toContain('end it with a state or a country')
})

test('a town that looks like a slip is asked about, and pay abroad has no official figures', async ({
  page,
  context,
}) => {
  const owner = await makePerson(sql, 'owner-slip@example.com')
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-slip', 'Example Slip', 'UTC') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  await signInAs(context, owner.token)
  const slip = await putJob(sql, 'example-slip', { state: 'draft', values: { places: 'El Passo, TX', title: '' } })
  await page.goto(`/employer/example-slip/jobs/${slip.id}`)
  await expect(page.getByText('Did you mean El Paso?')).toBeVisible()
  const abroad = await putJob(sql, 'example-slip', {
    state: 'draft',
    values: { places: 'Toronto, Ontario, Canada', payCurrency: 'CAD' },
  })
  await page.goto(`/employer/example-slip/jobs/${abroad.id}`)
  await expect(page.getByText('No official figures for this country.')).toBeVisible()
  await page.goto(`/employer/example-slip/jobs/${abroad.id}/preview`)
  await expect(page.getByText('No official figures for this country.')).toBeVisible()
  const currency = await putJob(sql, 'example-slip', { state: 'draft', values: { payCurrency: 'EUR' } })
  await page.goto(`/employer/example-slip/jobs/${currency.id}/preview`)
  await expect(page.getByText('Official figures are in US dollars, and this pay is in EUR.')).toBeVisible()
})
