import { expect, type Page, test } from '@playwright/test'
import { linkIn, mailsTo, waitForMail } from './mail'
import { openSql, SESSION } from './people'

const sql = openSql()

async function ask(page: Page, email: string, to = '/employer/account') {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  return linkIn(await waitForMail(email.toLowerCase(), /signs? in|Sign in/i))
}

for (const javaScriptEnabled of [true, false]) {
  const js = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(js, () => {
    test.use({ javaScriptEnabled })

    test('link, session, sign-out and replay (11)', async ({ page, context, request }) => {
      const email = `link-${javaScriptEnabled}@example.com`
      const link = await ask(page, email.toUpperCase())
      // A scanner opens the link first, also at the library's own address.
      await request.get(link)
      await request.get(link.replace('/sign-in/confirm', '/api/auth/callback/email'), { maxRedirects: 0 })
      await page.goto(link)
      await expect(page.getByText(email)).toBeVisible()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL(/\/employer\/account$/)
      const cookie = (await context.cookies()).find(({ name }) => name === SESSION)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
      const [stored] = await sql`
        select s.session_token from session s join "user" u on u.id = s.user_id where u.email = ${email}`
      expect(stored?.session_token).not.toBe(cookie?.value)
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect(page).toHaveURL(/\/sign-in$/)
      await context.addCookies([{ ...cookie, name: SESSION, value: cookie?.value ?? '' }])
      await page.goto('/employer/account')
      await expect(page).toHaveURL(/\/sign-in\?to=/)
      await page.goto(link)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('This link has been used')).toBeVisible()
    })

    test('a wrong address comes back filled, with the reason (21)', async ({ page }) => {
      await page.goto('/sign-in')
      await page
        .getByLabel('Work e-mail')
        .evaluate((input: HTMLInputElement) => {
          input.type = 'text'
        })
        .catch(() => {})
      await page.getByLabel('Work e-mail').fill('"a@b"@example.com')
      await page
        .locator('form.form')
        .evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''))
        .catch(() => {})
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByLabel('Work e-mail')).toHaveValue('"a@b"@example.com')
      await expect(page.locator('#email-error')).toContainText('one plain e-mail address')
    })
  })
}

test('a session made before signing in is of no use after (10)', async ({ page, context }) => {
  await context.addCookies([{ name: SESSION, value: 'planted-before', url: process.env.E2E_URL ?? '' }])
  const link = await ask(page, 'fixation@example.com')
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/employer\/account$/)
  const cookie = (await context.cookies()).find(({ name }) => name === SESSION)
  expect(cookie?.value).not.toBe('planted-before')
})

test('fifty at once use one link: one session (59)', async ({ page, request }) => {
  const email = 'race-link@example.com'
  const link = new URL(await ask(page, email))
  const action = `/api/auth/callback/email${link.search}`
  const headers = { Origin: process.env.E2E_URL ?? '' }
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => request.post(action, { headers, maxRedirects: 0 })),
  )
  expect(answers.filter((answer) => /session=[^;]/.test(answer.headers()['set-cookie'] ?? '')).length).toBe(1)
  const [row] =
    await sql`select count(*)::int as n from session s join "user" u on u.id = s.user_id where u.email = ${email}`
  expect(row?.n).toBe(1)
})

test('links are limited by address and by network, in the store, whatever a header claims (16)', async ({
  page,
  request,
}) => {
  const email = 'limited@example.com'
  for (let n = 0; n < 5; n += 1) await ask(page, email)
  await page.goto('/sign-in')
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText(/Too many links were asked for/)).toBeVisible()
  // The library's own address is no way around.
  const headers = { Origin: process.env.E2E_URL ?? '' }
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  for (let n = 0; n < 12; n += 1) {
    const form = { csrfToken, email, callbackUrl: '/employer' }
    const answer = await request.post('/api/auth/signin/email', { headers, form, maxRedirects: 0 })
    expect(answer.headers().location).toContain('/sign-in?error=CredentialsSignin')
  }
  await page.goto('/sign-in?error=CredentialsSignin&code=limited')
  await expect(page.locator('.summary')).toContainText('Too many links were asked for')
  expect(mailsTo(email).length).toBe(5)
  const keys = await sql`select key from rate_limit where key like 'link:from:%'`
  expect(keys.map(({ key }) => key)).toEqual([expect.stringMatching(/^link:from:(127\.0\.0\.1|0:0:0:0|::1|::).*/)])
  await sql`delete from rate_limit`
})
