import { expect, type Page, test } from '@playwright/test'
import { waitForMail } from './mail'
import { until } from './own-server'
import { makePerson, openSql, signInAs, url } from './people'
import { putJob } from './postings'

const sql = openSql()
const text = async (path: string) => (await fetch(url + path)).text()
const fresh = async (path: string, word: string) =>
  expect(
    (
      await until(
        () => text(path),
        (page) => page.includes(word),
        5000,
      )
    ).answer,
    path,
  ).toContain(word)

async function open(page: Page, email: string): Promise<string> {
  const { token, id } = await makePerson(sql, email)
  await signInAs(page.context(), token)
  return id
}

async function decide(reviewer: Page, title: string, what: string, note: string, reason = ''): Promise<void> {
  await reviewer.goto('/review')
  await reviewer.getByRole('link', { name: title }).click()
  await reviewer.getByLabel(what).check()
  await reviewer.getByLabel('Reason').selectOption(reason)
  await reviewer.getByLabel('To the employer').fill(note)
  await reviewer.getByRole('button', { name: 'Decide' }).click()
  await expect(reviewer.getByRole('heading', { name: 'Review', exact: true })).toBeVisible()
}

for (const [javaScriptEnabled, role] of [
  [true, 'dancer'],
  [false, 'baker'],
] as const) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('changes to a live posting: readers see the old one until a reviewer has read the new', async ({
      page,
      browser,
    }) => {
      test.setTimeout(150_000)
      const email = `changes-${role}@example.net`
      const company = `example-changes-${role}`
      const by = await open(page, email)
      const [made] = await sql`
        insert into company (slug, name, time_zone) values (${company}, 'Example Changes', 'America/Denver') returning id`
      await sql`insert into member (company_id, user_id, role) values (${made?.id}, ${by}, 'recruiter')`
      const reviewer = await (await browser.newContext({ baseURL: url, javaScriptEnabled })).newPage()
      await open(reviewer, 'changes-reviewer@example.net')
      await sql`insert into reviewer (email) values ('changes-reviewer@example.net') on conflict do nothing`

      const [title, changed] = [`Evening ${role} wanted`, `Morning ${role} wanted`]
      const values = { role, roleSlug: role, payMin: '36000', payMax: '42000' }
      const { id, slug } = await putJob(sql, company, { title, roleSlug: role, by, values })
      const path = `/jobs/${slug}`
      const own = `/employer/${company}/jobs/${id}`
      const shows = [
        path,
        `/roles/${role}`,
        `/companies/${company}`,
        `/compare/actuary-vs-${role}`,
        `/jobs?role=${role}`,
      ]
      for (const at of shows) await fresh(at, title)

      await page.goto(own)
      await expect(page.getByRole('link', { name: 'Preview' })).toHaveCount(0)
      await page.getByRole('link', { name: 'Edit' }).click()
      await expect(page.getByLabel('Last day to apply')).toHaveCount(0)
      await page.getByLabel('Job title').fill(changed)
      await page.getByRole('button', { name: 'Save the changes' }).click()
      await expect(page.getByText('You have changes that readers do not see yet')).toBeVisible()
      await page.getByRole('link', { name: 'Preview' }).click()
      await expect(page.getByRole('heading', { name: changed })).toBeVisible()
      await page.goto(`${own}/edit`)
      await page.getByLabel('Lowest pay').fill('much')
      await page.getByRole('button', { name: 'Send the changes' }).click()
      await expect(page.locator('#payMin-error')).toContainText('Give an amount')
      await page.getByLabel('Lowest pay').fill('37000')
      await page.getByRole('button', { name: 'Send the changes' }).click()
      await expect(page.getByText('Your changes are with a reviewer; readers see the old version.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
      for (const at of shows) expect(await text(at), at).not.toContain(changed)

      await reviewer.goto('/review')
      await expect(reviewer.getByRole('listitem').filter({ hasText: title })).toContainText('Changes to a live posting')
      await reviewer.getByRole('link', { name: title }).click()
      await expect(reviewer.getByText('When it goes live')).toHaveCount(0)
      const changes = reviewer.locator('#changes')
      await expect(changes.locator('dt')).toHaveText(['Job title', 'Lowest pay'])
      await expect(changes.locator('del')).toHaveText(['Evening', '$36,000'])
      await expect(changes.locator('ins')).toHaveText(['Morning', '$37,000'])
      await decide(reviewer, title, 'Ask for other changes', 'Say from when.')
      await waitForMail(email, /Say from when/)
      await page.reload()
      await expect(page.locator('#thread').getByText('Say from when.')).toBeVisible()
      await page.getByRole('link', { name: 'Edit' }).click()
      await page.getByLabel('Start').fill('In May')
      await page.getByRole('button', { name: 'Send the changes' }).click()
      await expect(page.getByText('Your changes are with a reviewer')).toBeVisible()
      await decide(reviewer, title, 'Approve the changes', '')
      await waitForMail(email, /Your changes are approved/)
      for (const at of shows) await fresh(at, changed)
      for (const at of shows) expect(await text(at), at).not.toContain(title)
      expect(await text(path)).toContain('$37,000')

      expect(await text(path)).toContain('not verified')
      // Words of a company that speaks for its domain: shown at once, and marked until a reviewer has read them.
      await sql`
        update company set site = ${`https://${role}.example`}, verified_domain = ${`${role}.example`}, verified_by = 'dns', verified_at = now()
        where id = ${made?.id ?? ''}`
      await page.goto(`${own}/edit`)
      await page.getByLabel('Good to have').fill('An early riser')
      await page.getByRole('button', { name: 'Send the changes' }).click()
      await expect(page.getByText('Changes shown')).toBeVisible()
      await fresh(path, 'An early riser')
      await fresh(path, 'changed, not yet read')
      expect(await text(path)).toContain(`verified: ${role}.example`)
      await reviewer.goto('/review')
      await expect(reviewer.getByRole('listitem').filter({ hasText: changed })).toContainText('Changed, not yet read')
      await reviewer.getByRole('link', { name: changed }).click()
      await expect(reviewer.locator('#changes ins')).toHaveText('An early riser')
      await decide(reviewer, changed, 'Mark as read', '')
      expect(
        (
          await until(
            () => text(path),
            (html) => !html.includes('not yet read'),
            5000,
          )
        ).answer,
      ).toContain('An early riser')
      // Not what a reviewer must look at.
      await page.goto(`${own}/edit`)
      await page.getByLabel('Good to have').fill('Ask us on WhatsApp')
      await page.getByRole('button', { name: 'Send the changes' }).click()
      await expect(page.getByText('Your changes are with a reviewer')).toBeVisible()
      await reviewer.goto(`/review/${id}`)
      await expect(reviewer.locator('#signs')).toContainText('Ask us on WhatsApp')
      await page.getByRole('button', { name: 'Discard the changes' }).click()
      await expect(page.getByText('Your changes are with a reviewer')).toHaveCount(0)
      expect(await text(path)).not.toContain('WhatsApp')

      // Refused, and discarded: the old one stays.
      for (const [word, end] of [
        ['Refused', 'refuse'],
        ['Discarded', 'discard'],
      ] as const) {
        await page.goto(`${own}/edit`)
        await page.getByLabel('Job title').fill(`${word} ${role}`)
        await page.getByRole('button', { name: 'Send the changes' }).click()
        await expect(page.getByText('Your changes are with a reviewer')).toBeVisible()
        if (end === 'discard') await page.getByRole('button', { name: 'Discard the changes' }).click()
        else {
          await decide(reviewer, changed, 'Refuse the changes', 'Not this.', 'misleading')
          await waitForMail(email, /refused your changes/)
          await page.reload()
        }
        await expect(page.getByText('Your changes are with a reviewer')).toHaveCount(0)
        await expect(page.getByRole('heading', { name: changed })).toBeVisible()
        expect(await text(path)).not.toContain(`${word} ${role}`)
      }
      await page.locator('#earlier summary').first().click()
      await expect(page.locator('#earlier').getByText(`Discarded ${role}`)).toBeVisible()

      // Its last day: earlier at once.
      const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
      await page.getByLabel('Last day to apply').fill('2020-01-01')
      await page.getByRole('button', { name: 'Move the last day' }).click()
      await expect(page.locator('#lastDay-error')).toContainText('Choose a day from today')
      await page.getByLabel('Last day to apply').fill(soon)
      await page.getByRole('button', { name: 'Move the last day' }).click()
      await expect(page.getByText('Last day moved')).toBeVisible()
      await fresh(path, `"validThrough":"${soon}T23:59:59`)

      // Near its end it may be renewed.
      await expect(page.getByRole('heading', { name: 'Renew' })).toHaveCount(0)
      await sql`update job set valid_through = store_now() + interval '5 days' where id = ${id}`
      await page.goto(own)
      await page.getByLabel('Days more').fill('0')
      await page.getByRole('button', { name: 'Renew' }).click()
      await expect(page.locator('#days-error')).toContainText('from 1 to 90')
      await page.getByLabel('Days more').fill('88')
      await page.getByRole('button', { name: 'Renew' }).click()
      await expect(page.locator('#days-error')).toContainText('At most 90 days from today')
      await expect(page.getByLabel('Days more')).toHaveValue('88')
      await page.getByLabel('Days more').fill('30')
      await page.getByRole('button', { name: 'Renew' }).click()
      await expect(page.getByText('Renewed')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Renew' })).toHaveCount(0)
      const [row] = await sql`
        select to_char(valid_through at time zone 'America/Denver', 'YYYY-MM-DD"T"HH24:MI:SS') as last,
          (valid_through at time zone 'America/Denver')::date - (store_now() at time zone 'America/Denver')::date as days,
          date_posted < store_now() as kept from job where id = ${id}`
      expect(row).toMatchObject({ days: 35, kept: true })
      expect(row?.last).toContain('T23:59:59')
      await fresh(path, `"validThrough":"${row?.last}`)
      await reviewer.context().close()
    })

    test('approved, and published too late: it says why and what to do', async ({ page }) => {
      const company = `example-late-${role}`
      const by = await open(page, `late-${role}@example.net`)
      const [made] = await sql`
        insert into company (slug, name, time_zone) values (${company}, 'Example Late', 'UTC') returning id`
      await sql`insert into member (company_id, user_id, role) values (${made?.id}, ${by}, 'recruiter')`
      const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
      const { id } = await putJob(sql, company, { state: 'approved', values: { validThrough: yesterday } })
      await page.goto(`/employer/${company}/jobs/${id}`)
      await page.getByRole('button', { name: 'Publish' }).click()
      await expect(page.getByText('Choose a day from tomorrow up to 90 days from today.')).toBeVisible()
      await expect(page.getByText('Approved').first()).toBeVisible()
      await page.getByRole('button', { name: 'Duplicate' }).click()
      await expect(page.getByLabel('Last day to apply')).toHaveValue('')
    })
  })
}
