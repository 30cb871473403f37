import { type Browser, expect, type Page, test } from '@playwright/test'
import { linkIn, waitForMail } from './mail'
import { until } from './own-server'
import { makePerson, openSql, signInAs, url } from './people'

const sql = openSql()

async function asReviewer(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled })
  const { token } = await makePerson(sql, 'reviewer@example.org')
  await sql`insert into reviewer (email) values ('reviewer@example.org') on conflict do nothing`
  await signInAs(context, token)
  return context.newPage()
}

async function fill(page: Page, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) await page.locator('main').getByLabel(label).first().fill(value)
}

const text = async (path: string) => (await fetch(url + path)).text()

for (const javaScriptEnabled of [true, false]) {
  const js = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(js, () => {
    test.use({ javaScriptEnabled })

    test('from the first sign-in to a live job, by way of changes asked for', async ({ page, browser }) => {
      test.setTimeout(120_000)
      const email = `owner-${javaScriptEnabled}@example.com`
      const title = `Night shift actuary ${javaScriptEnabled ? 'A' : 'B'}`
      await page.goto('/')
      await page.getByRole('link', { name: 'Post a job' }).click()
      await page.getByLabel('Work e-mail').fill(email)
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
      await page.goto(linkIn(await waitForMail(email, /Sign in/)))
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Your company' })).toBeVisible()

      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.locator('#name-error')).toHaveText('Give the company’s name.')
      await fill(page, { 'Company name': `Example Freight ${javaScriptEnabled ? 'A' : 'B'}`, Places: 'Denver, CO' })
      await page.getByLabel('Time zone').selectOption('America/Denver')
      await page.getByRole('button', { name: 'Go on' }).click()
      // What was asked for at first: the form of a posting.
      await expect(page.getByRole('heading', { name: 'Post a job' })).toBeVisible()

      await fill(page, { 'Job title': title, Role: 'no such role at all' })
      await page.getByRole('button', { name: 'Send to review' }).click()
      await expect(page.locator('#role-error')).toContainText('No role is called that')
      await expect(page.getByLabel('Job title')).toHaveValue(title)
      await fill(page, {
        Role: 'actuary',
        'What they will do': 'Price the risk of night freight\nExplain it to the board',
        Places: 'Denver, CO\nNowhere at all',
        'Lowest pay': '88,000',
        'Highest pay': '104000',
        'How to apply': 'https://jobs.example.com/apply?id=1',
      })
      const description = 'We move freight at night, and want to know what may go wrong. '.repeat(3)
      if (javaScriptEnabled) await page.getByRole('textbox', { name: 'Description' }).fill(description)
      else await page.locator('textarea[name=description]').fill(description)
      await page.getByLabel('Full time').check()
      await page.getByLabel('Hybrid').check()
      await page.getByRole('button', { name: 'Send to review' }).click()
      // All at once: a place that nobody knows, and what the law of the other one asks for.
      await expect(page.locator('#benefits-error')).toContainText('Colorado (Equal Pay for Equal Work Act)')
      await expect(page.locator('#places-error')).toContainText('Line 2, “Nowhere at all”')
      await expect(page.getByLabel('Lowest pay')).toHaveValue('88,000')
      await expect(page.getByLabel('Full time')).toBeChecked()
      await page.getByLabel('Places').fill('Denver, CO')
      await page.getByLabel('Benefits').fill('Health insurance and four weeks of leave')
      await page.getByRole('button', { name: 'Send to review' }).click()
      await expect(page.getByText('In review').first()).toBeVisible()
      expect((await fetch(`${page.url()}/preview`, { redirect: 'manual' })).status).toBe(307)
      await page.getByRole('link', { name: 'Preview' }).click()
      await expect(page.getByText('$88,000 – $104,000 a year')).toBeVisible()
      await page.goBack()

      const reviewer = await asReviewer(browser, javaScriptEnabled)
      const decide = async (what: string, note: string) => {
        await reviewer.goto('/review')
        await reviewer.getByRole('link', { name: title }).click()
        await reviewer.getByLabel(what).check()
        await reviewer.getByLabel('To the employer').fill(note)
        await reviewer.getByRole('button', { name: 'Decide' }).click()
        await expect(reviewer.getByRole('heading', { name: 'Review', exact: true })).toBeVisible()
      }
      await decide('Ask for changes', 'Say which nights.')
      await waitForMail(email, /Say which nights/)
      await page.reload()
      await expect(page.getByText('Say which nights.')).toBeVisible()
      await page.getByRole('link', { name: 'Edit' }).click()
      await page.getByLabel('Good to have').fill('Weekends')
      await page.getByRole('button', { name: 'Send to review' }).click()
      await expect(page.getByText('In review').first()).toBeVisible()
      await decide('Approve', '')
      await page.reload()
      const role = await text('/roles/actuary')
      expect(role).not.toContain(title)
      await page.getByRole('button', { name: 'Publish' }).click()
      await expect(page.getByText('Live').first()).toBeVisible()

      // Five seconds later the first request is fresh.
      await new Promise((resolve) => setTimeout(resolve, 5000))
      expect(await text('/roles/actuary')).toContain(title)
      const [row] = await sql`select slug from job where title = ${title}`
      const path = `/jobs/${row?.slug}`
      const html = await text(path)
      expect(html).toContain('"@type":"JobPosting"')
      expect(html).not.toMatch(/<script[^>]+src="\/_next/)
      expect(await text(`/companies/example-freight-${javaScriptEnabled ? 'a' : 'b'}`)).toContain(title)
      await page.goto('/jobs?role=actuary&place=CO')
      await page.getByRole('link', { name: title }).click()
      await expect(page.getByText('This pay, in context')).toBeVisible()
      await page.getByRole('link', { name: 'Apply', exact: true }).click()
      await expect(page.getByText('jobs.example.com')).toBeVisible()

      // Time passes: the last day is over. Lists and applying refuse it at once, the sweep tells everybody.
      await sql`update job set valid_through = store_now() - interval '1 second' where slug = ${row?.slug ?? ''}`
      expect(await text('/jobs?role=actuary')).not.toContain(title)
      expect(await text(`${path}/apply`)).toContain('takes no applications')
      await sql`select graphile_worker.add_job('sweep')`
      const ended = await until(
        () => text(path),
        (page_) => page_.includes('This job has ended'),
        8000,
      )
      expect(ended.answer).toContain('noindex')
      expect(ended.answer).not.toContain('"@type":"JobPosting"')
      await waitForMail(email, /last day is over/)
      await reviewer.context().close()
    })
  })
}
