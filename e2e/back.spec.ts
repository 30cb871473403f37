import { expect, test } from '@playwright/test'
import { makePerson, openSql, SESSION, signInAs } from './people'
import { putJob } from './postings'
import { listActions, replay } from './replay'

const sql = openSql()
let [token, companyId] = ['', '']

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const owner = await makePerson(sql, 'back-owner@example.net')
  token = owner.token
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-back', 'Example Back', 'UTC') returning id`
  companyId = String(company?.id)
  await sql`insert into member (company_id, user_id, role) values (${companyId}, ${owner.id}, 'owner')`
})

const titles = async () =>
  (await sql`select title from job where company_id = ${companyId} order by created_at`).map(({ title }) => title)

for (const javaScriptEnabled of [true, false]) {
  const js = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(js, () => {
    test.use({ javaScriptEnabled })

    test('Back after a save shows the draft, and a save there makes no second one', async ({ page, context }) => {
      await signInAs(context, token)
      await sql`delete from job where company_id = ${companyId}`
      await page.goto('/employer/example-back')
      await page.getByRole('main').getByRole('link', { name: 'Post a job' }).click()
      const title = page.getByLabel('Job title')
      const save = page.getByRole('button', { name: 'Save draft' })
      await title.fill('First words')
      await save.click()
      await expect(page.getByRole('heading', { name: 'First words' })).toBeVisible()
      await page.goBack()
      await expect(title).toHaveValue('First words')
      await expect(page).toHaveURL(/\/edit$/)
      await title.fill('Second words')
      await save.click()
      await expect(page.getByRole('heading', { name: 'Second words' })).toBeVisible()
      expect(await titles()).toEqual(['Second words'])
      await page.goBack()
      await expect(title).toHaveValue('Second words')
    })

    test('a draft’s page sends it to review, by way of what is missing', async ({ page, context }) => {
      await signInAs(context, token)
      const { id } = await putJob(sql, 'example-back', {
        state: 'draft',
        title: 'To be sent',
        values: { title: 'To be sent', places: 'Denver, CO', benefits: '' },
      })
      await page.goto(`/employer/example-back/jobs/${id}`)
      await page.getByRole('button', { name: 'Send to review' }).click()
      await expect(page.locator('#benefits-error')).toContainText('Colorado')
      await page.getByLabel('Benefits').fill('Health insurance')
      await page.getByRole('button', { name: 'Save draft' }).click()
      await expect(page).toHaveURL(new RegExp(`/jobs/${id}(?:[?#].*)?$`))
      await page.getByRole('button', { name: 'Send to review' }).click()
      await expect(page.getByText('In review').first()).toBeVisible()
    })
  })
}

test('a second press of a posting’s button says what is true now', async () => {
  const headers = { Cookie: `${SESSION}=${token}` }
  const action = listActions().find(({ name }) => name === 'moveOwnJob')
  if (!action) throw new Error('no such action')
  const press = async (id: string, what: string) => {
    const path = `/employer/example-back/jobs/${id}`
    const answer = await replay(action, 'fields', path, { company: companyId, job: id, action: what }, headers)
    const to = answer.headers.get('location') ?? ''
    return (await fetch(new URL(to, process.env.E2E_URL), { headers })).text()
  }
  for (const [state, what, said] of [
    ['live', 'pause', 'it is paused already'],
    ['live', 'fill', 'it is filled already'],
    ['submitted', 'withdraw', 'it is withdrawn already'],
    ['draft', 'archive', 'it is archived already'],
    ['paused', 'resume', 'it is live already'],
  ] as const) {
    const { id } = await putJob(sql, 'example-back', { state, title: `Pressed ${what}` })
    expect(await press(id, what), what).not.toContain('Nothing had to be done')
    expect(await press(id, what), what).toContain(said)
  }
  const { id } = await putJob(sql, 'example-back', { state: 'filled', title: 'Too late' })
  expect(await press(id, 'pause')).toContain('Nothing was changed: it is filled now')
})

test('a copy pressed twice is one copy', async () => {
  const headers = { Cookie: `${SESSION}=${token}` }
  const { id } = await putJob(sql, 'example-back', { state: 'filled', title: 'To be copied' })
  const action = listActions().find(({ name }) => name === 'duplicateJob')
  if (!action) throw new Error('no such action')
  const fields = { company: companyId, job: id, fresh: crypto.randomUUID() }
  const press = () => replay(action, 'fields', `/employer/example-back/jobs/${id}`, fields, headers)
  const answers = await Promise.all([press(), press(), press()])
  expect(new Set(answers.map(({ headers: said }) => said.get('location'))).size).toBe(1)
  const [row] = await sql`
    select count(*)::int as n from job j join job_version v on v.job_id = j.id
    where j.company_id = ${companyId} and v.content->>'title' = 'To be copied'`
  expect(row?.n).toBe(2)
})
