import { expect, test } from '@playwright/test'
import { ask } from './ask'
import { makePerson, openSql, SESSION, signInAs } from './people'

const sql = openSql()
const EMAIL = 'not-found@example.net'
const NOWHERE = [
  '/nowhere',
  '/nowhere/at/all.html',
  '/api/x',
  '/api/auth/x/y',
  '/companies/x',
  '/compare/x',
  '/editor',
  '/editor/x',
  '/employer/account/x',
  '/employer/other',
  '/employer/other/jobs/new',
  '/employer/other/jobs/0f8fad5b-d9cb-469f-a165-70867728950e/counts.csv',
  '/families/x',
  '/fixed/home',
  '/invitation/x',
  '/jobs/x',
  '/jobs/x/apply',
  '/jobs/x/report',
  '/jobs?after=x',
  '/logos/x',
  '/modules/x.js',
  '/preview/x',
  '/report',
  '/report?page=/roles/never-was',
  '/report?figure=x',
  '/review',
  '/review/x',
  '/roles/x',
  '/search/x',
  '/sign-in/x',
  '/sitemaps/x',
]

test('whatever does not exist shows the site’s own page: in its language, without scripts, never kept', async () => {
  const { token } = await makePerson(sql, EMAIL)
  const cookie = `${SESSION}=${token}`
  for (const path of NOWHERE) {
    for (const headers of [{ cookie }, { cookie, rsc: 'x' }] as Record<string, string>[]) {
      const { status, headers: said, body } = await ask(path, { headers })
      expect(status, path).toBe(404)
      expect(said['cache-control'], path).toContain('no-store')
      if (String(said['content-type']).startsWith('text/x-component')) continue
      expect(said['content-type'], path).toBe('text/html; charset=utf-8')
      expect(said['x-finished-page'], path).toBeUndefined()
      expect(body, path).toMatch(/^<!DOCTYPE html>/i)
      expect(body, path).toContain('<html lang="en"')
      expect(body, path).toContain('There is nothing here')
      expect(body.match(/<h1/g)?.length, path).toBe(1)
      expect(body, path).not.toMatch(/<script|NEXT_|__next_f|not-found@example/)
    }
  }
})

test('signed in, a page made on request names the account and signs out; a document has a plain link', async ({
  page,
  context,
}) => {
  const { token } = await makePerson(sql, EMAIL)
  await signInAs(context, token)
  const head = page.getByRole('banner')
  for (const path of ['/jobs', '/search?q=nurse', '/compare', '/employer/account']) {
    await page.goto(path)
    await expect(head.getByRole('link', { name: EMAIL })).toHaveAttribute('href', '/employer/account')
  }
  await page.goto('/roles/actuary')
  await expect(head.getByRole('link', { name: 'Account' })).toHaveAttribute('href', '/employer/account')
  await expect(page.locator('body')).not.toContainText(EMAIL)
  await page.goto('/jobs')
  await head.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(head.getByRole('link', { name: 'Account' })).toBeVisible()
  await page.goto('/employer/account')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
})
