import { expect, test } from '@playwright/test'
import { linkIn, waitForMail } from './mail'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { listActions, replay } from './replay'

const sql = openSql()

test('a second member: invited, joins fifty times at once and once, works, is removed', async ({ page, context }) => {
  const owner = await makePerson(sql, 'team-owner@example.net')
  const second = await makePerson(sql, 'team-second@example.net')
  const [company] =
    await sql`insert into company (slug, name, time_zone) values ('example-team', 'Example Team', 'UTC') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  await signInAs(context, owner.token)
  await page.goto('/employer/example-team/team')
  await page.getByRole('button', { name: 'Send an invitation' }).click()
  await expect(page.locator('#email-error')).toBeVisible()
  await page.locator('#email').fill('team-second@example.net')
  await page.getByRole('button', { name: 'Send an invitation' }).click()
  await expect(page.getByText('invited as recruiter')).toBeVisible()
  const link = new URL(linkIn(await waitForMail('team-second@example.net', /See the invitation/)))

  // Another's link is of no use, and the last owner stays.
  await page.goto(link.href)
  await expect(page.getByText('another address than yours')).toBeVisible()
  await page.goto('/employer/example-team/team')
  await page.locator('#member').selectOption({ label: 'team-owner@example.net (owner)' })
  await page.locator('select#role').selectOption('none')
  await page.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText('A company keeps at least one owner')).toBeVisible()

  const action = listActions().find(({ name }) => name === 'joinCompany')
  if (!action) throw new Error('no such action')
  const token = link.pathname.split('/').at(-1) ?? ''
  const headers = { Cookie: `${SESSION}=${second.token}` }
  await Promise.all(Array.from({ length: 50 }, () => replay(action, 'fields', link.pathname, { token }, headers)))
  const rows = await sql`select role from member where company_id = ${company?.id} and user_id = ${second.id}`
  expect(rows.map(({ role }) => role)).toEqual(['recruiter'])
  const joined = await sql`select id from audit where company_id = ${company?.id} and action = 'joined as recruiter'`
  expect(joined.length).toBe(1)
  expect((await fetch(`${url}/employer/example-team/jobs/new`, { headers })).status).toBe(200)
  expect((await fetch(`${url}/employer/example-team/team`, { headers })).status).toBe(404)

  await page.goto('/employer/example-team/team')
  await page.locator('#member').selectOption({ label: 'team-second@example.net (recruiter)' })
  await page.locator('select#role').selectOption('none')
  await page.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText('team-second@example.net')).toHaveCount(0)
  expect((await fetch(`${url}/employer/example-team`, { headers })).status).toBe(404)
})

test('an invitation that has expired or is made up makes nobody a member', async ({ page, context }) => {
  const owner = await makePerson(sql, 'late-owner@example.net')
  const invited = await makePerson(sql, 'late-viewer@example.net')
  const [company] =
    await sql`insert into company (slug, name, time_zone) values ('example-late', 'Example Late', 'UTC') returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  await signInAs(context, owner.token)
  await page.goto('/employer/example-late/team')
  await page.locator('#email').fill('late-viewer@example.net')
  await page.getByLabel('Viewer').check()
  await page.getByRole('button', { name: 'Send an invitation' }).click()
  await expect(page.getByText('invited as viewer')).toBeVisible()
  const link = new URL(linkIn(await waitForMail('late-viewer@example.net', /See the invitation/)))
  const token = link.pathname.split('/').at(-1) ?? ''
  const action = listActions().find(({ name }) => name === 'joinCompany')
  if (!action) throw new Error('no such action')
  const join = (used: string) =>
    replay(action, 'fields', `/invitation/${used}`, { token: used }, { Cookie: `${SESSION}=${invited.token}` })
  const role = async () =>
    (await sql`select role from member where company_id = ${company?.id} and user_id = ${invited.id}`)[0]?.role

  await sql`update invitation set expires_at = store_now() - interval '1 second' where company_id = ${company?.id}`
  await join(token)
  await join('made-up')
  expect(await role()).toBeUndefined()
  await context.clearCookies()
  await signInAs(context, invited.token)
  await page.goto(link.pathname)
  await expect(page.getByRole('heading', { name: 'This invitation has ended' })).toBeVisible()
  await sql`update invitation set expires_at = store_now() + interval '1 hour' where company_id = ${company?.id}`
  await page.reload()
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('heading', { name: 'Example Late', exact: true })).toBeVisible()
  expect(await role()).toBe('viewer')
  await expect(page.getByRole('main').getByRole('link', { name: 'Post a job' })).toHaveCount(0)
})

test('two owners who leave at once: one stays', async () => {
  const [a, b] = [await makePerson(sql, 'leave-a@example.net'), await makePerson(sql, 'leave-b@example.net')]
  const [company] =
    await sql`insert into company (slug, name, time_zone) values ('example-leave', 'Example Leave', 'UTC') returning id`
  for (const { id } of [a, b])
    await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${id}, 'owner')`
  const action = listActions().find(({ name }) => name === 'changeMember')
  if (!action) throw new Error('no such action')
  await Promise.all(
    [a, b].map(({ id, token }) =>
      replay(
        action,
        'fields',
        '/employer/example-leave/team',
        { company: 'example-leave', member: id, role: 'none' },
        { Cookie: `${SESSION}=${token}` },
      ),
    ),
  )
  const [row] = await sql`select count(*)::int as n from member where company_id = ${company?.id}`
  expect(row?.n).toBe(1)
})
