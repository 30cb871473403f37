import { randomUUID } from 'node:crypto'
import { expect as assert, type BrowserContext, type Page, test } from '@playwright/test'
import { type OwnServer, startOwnServer } from './own-server'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { putJob, typedJob } from './postings'
import { openStoreGate, type StoreGate } from './store-gate'

/** Saving waits for the typing to stop. */
const expect = assert.configure({ timeout: 20_000 })
const sql = openSql()
let [ana, ben] = ['', '']
let anaId = ''

test.describe.configure({ mode: 'default', timeout: 90_000 })
test.beforeAll(async () => {
  const people = await Promise.all(['ana', 'ben'].map((name) => makePerson(sql, `autosave-${name}@example.net`)))
  ;[ana, ben] = people.map(({ token }) => token) as [string, string]
  anaId = people[0]?.id ?? ''
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-autosave', 'Example Autosave', 'UTC')
    on conflict (slug) do update set name = excluded.name returning id`
  for (const { id } of people)
    await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${id}, 'owner') on conflict do nothing`
})

const BASE = '/employer/example-autosave/jobs'
const status = (page: Page) => page.locator('.saving')
const put = async (title: string) => (await putJob(sql, 'example-autosave', { state: 'draft', title })).id
const titleOf = async (id: string) => (await sql`select title from job where id = ${id}`)[0]?.title
const onDevice = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('rolebook.draft:')).length)

/** Types in a posting's form and leaves, its session ended on the way: nothing reaches the store. */
async function leaveOnDevice(context: BrowserContext, token: string, id: string, title: string) {
  await signInAs(context, token)
  const page = await context.newPage()
  await page.goto(`${BASE}/${id}/edit`)
  await context.clearCookies()
  await page.getByLabel('Job title').fill(title)
  await expect(status(page)).toContainText('Not saved: kept on this device.')
  await page.close()
}

test('what is typed is saved by itself, and nobody else notices', async ({ page, context }) => {
  await signInAs(context, ana)
  const id = await put('Before')
  await page.goto(`${BASE}/${id}/edit`)
  await page.getByLabel('Job title').fill('Typed and left')
  await page.getByRole('textbox', { name: 'Description' }).click()
  await page.keyboard.type('Night work. ')
  await expect(status(page)).toHaveText(/^Saved \d?\d:\d\d\s[AP]M$/)
  await page.keyboard.type('More of it. ')
  await expect.poll(() => page.getByRole('textbox', { name: 'Description' }).innerText()).toContain('More of it.')
  await expect
    .poll(async () => JSON.stringify(await sql`select content from job_version where job_id = ${id}`))
    .toContain('Night work. More of it.')
  await page.reload()
  await expect(page.getByLabel('Job title')).toHaveValue('Typed and left')
  await expect(page.getByText('version on this device')).toHaveCount(0)
  expect(await onDevice(page)).toBe(0)
  const [row] = await sql`
    select (select count(*)::int from job_replaced where job_id = ${id}) as replaced,
      (select count(*)::int from job_event where job_id = ${id}) as events`
  expect(row).toEqual({ replaced: 0, events: 0 })
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('heading', { name: 'Typed and left' })).toBeVisible()
})

test('what is typed before the page has its scripts stays, and is saved', async ({ page, context }) => {
  await signInAs(context, ana)
  const id = await put('Slow line')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${BASE}/${id}/edit`, { waitUntil: 'commit' })
  await page.getByLabel('Benefits').fill('Typed early')
  await page.getByLabel('Start').fill('In spring')
  release()
  await expect(status(page)).toHaveText(/^Saved/)
  await expect(page.getByLabel('Benefits')).toHaveValue('Typed early')
  const [row] = await sql`
    select content->>'benefits' as benefits, content->>'start' as start from job_version where job_id = ${id}`
  expect(row).toEqual({ benefits: 'Typed early', start: 'In spring' })
})

test('a new posting becomes one draft, and the form goes on with it under the cursor', async ({ page, context }) => {
  await signInAs(context, ana)
  await page.goto(`${BASE}/new`)
  await page.getByLabel('Job title').pressSequentially('New while typ')
  await expect(status(page)).toHaveText(/^Saved/)
  await page.keyboard.type('ing')
  await expect(page.getByLabel('Job title')).toHaveValue('New while typing')
  await expect.poll(async () => (await sql`select 1 from job where title = 'New while typing'`).length).toBe(1)
  await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}\/edit$/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Edit a job' })).toBeVisible()
  await expect(page.getByLabel('Job title')).toHaveValue('New while typing')
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText('To send it to review, mend this')).toBeVisible()
  expect(await sql`select 1 from job where title like 'New while typ%'`).toHaveLength(1)
})

test('many first saves of one form at once make one draft', async () => {
  const [id, title] = [randomUUID(), 'Raced by itself']
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ ...typedJob({ title }), job: id, edition: '0', by: anaId }))
        body.append(name, String(value))
      const headers = { Origin: url, Cookie: `${SESSION}=${ana}` }
      return fetch(`${url}${BASE}/autosave`, { method: 'POST', body, headers })
    }),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await sql`select 1 from job where title = ${title}`).toHaveLength(1)
})

test('an answer lost on the way is no other tab', async ({ page, context }) => {
  await signInAs(context, ana)
  await page.goto(`${BASE}/new`)
  await context.route(
    '**/jobs/autosave',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByLabel('Job title').fill('Answer lost')
  await expect(status(page)).toHaveText('Not saved: kept on this device.')
  await page.getByLabel('Benefits').fill('Many')
  await expect(status(page)).toHaveText(/^Saved/)
  const rows = await sql`
    select v.content->>'benefits' as benefits from job j join job_version v on v.job_id = j.id where title = 'Answer lost'`
  expect(rows.map(({ benefits }) => benefits)).toEqual(['Many'])
})

test('two tabs: autosave stops at the other’s version, and a save keeps both', async ({ context }) => {
  await signInAs(context, ana)
  const id = await put('Two tabs')
  const [one, two] = [await context.newPage(), await context.newPage()]
  for (const page of [one, two]) await page.goto(`${BASE}/${id}/edit`)
  await one.getByLabel('Job title').fill('From the first tab')
  await expect(status(one)).toHaveText(/^Saved/)
  await two.getByLabel('Job title').fill('From the second tab')
  await expect(status(two)).toContainText('This draft was saved elsewhere')
  expect(await titleOf(id)).toBe('From the first tab')
  await two.getByRole('button', { name: 'Save draft' }).click()
  await expect(two.getByText('Somebody has saved this draft since you opened it')).toBeVisible()
  await two.getByLabel('Benefits').fill('Still not saved by itself')
  await two.getByRole('button', { name: 'Save draft' }).click()
  await expect(two.getByRole('heading', { name: 'From the second tab' })).toBeVisible()
  await two.getByText('Saved by').click()
  await expect(two.getByText('From the first tab')).toBeVisible()
  expect(await onDevice(two)).toBe(0)
})

test('a session that ends keeps the text on the device until its owner is back', async ({ page, context }) => {
  await signInAs(context, ana)
  const id = await put('Session')
  await page.goto(`${BASE}/${id}/edit`)
  await context.clearCookies()
  await page.getByLabel('Job title').fill('Typed signed out')
  await expect(status(page)).toContainText('Not saved: kept on this device. Sign in again in another tab.')
  await signInAs(context, ben)
  await page.getByLabel('Benefits').fill('Not Ben’s')
  await expect(status(page)).toContainText('Sign in again')
  expect(await titleOf(id)).toBe('Session')
  await signInAs(context, ana)
  await page.getByLabel('Benefits').fill('Ana’s')
  await expect(status(page)).toHaveText(/^Saved/)
  expect(await titleOf(id)).toBe('Typed signed out')
})

test('what one person left on a device comes back to them, not to the next person, and goes at signing out', async ({
  context,
}) => {
  const id = await put('Left')
  await leaveOnDevice(context, ana, id, 'Left on the device')
  const page = await context.newPage()
  await signInAs(context, ben)
  await page.goto(`${BASE}/${id}/edit`)
  await expect(page.getByLabel('Job title')).toHaveValue('Left')
  await expect(page.getByText('version on this device')).toHaveCount(0)
  await signInAs(context, ana)
  await page.reload()
  await expect(page.getByText(/There is a newer version on this device from \d?\d:\d\d\s[AP]M/)).toBeVisible()
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('Left on the device')
  await expect(status(page)).toHaveText(/^Saved/)
  expect(await titleOf(id)).toBe('Left on the device')
  expect(await onDevice(page)).toBe(0)

  await leaveOnDevice(context, ana, id, 'Discarded')
  await signInAs(context, ana)
  await page.reload()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('version on this device')).toHaveCount(0)
  expect(await onDevice(page)).toBe(0)

  await leaveOnDevice(context, ana, id, 'Gone with the session')
  await signInAs(context, ana)
  await page.goto('/employer/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await onDevice(page)).toBe(0)
  ana = (await makePerson(sql, 'autosave-ana@example.net')).token
})

test('what is used from the device replaces a later save knowingly: both are kept', async ({ context }) => {
  const id = await put('Base')
  await leaveOnDevice(context, ana, id, 'Old from the device')
  await signInAs(context, ana)
  await sql`update job_version set edition = 2, content = content || '{"title":"Saved since"}' where job_id = ${id}`
  const again = await context.newPage()
  await again.goto(`${BASE}/${id}/edit`)
  await expect(again.getByText('an unsaved version on this device')).toBeVisible()
  await again.getByRole('button', { name: 'Use it' }).click()
  await expect(again.getByLabel('Job title')).toHaveValue('Old from the device')
  await again.getByRole('button', { name: 'Save draft' }).click()
  await expect(again.getByRole('heading', { name: 'Old from the device' })).toBeVisible()
  await again.getByText('Saved by').click()
  await expect(again.getByText('Saved since')).toBeVisible()
})

test('without a network the form stays, and is saved when it is back', async ({ page, context }) => {
  await signInAs(context, ana)
  const id = await put('On a train')
  await page.goto(`${BASE}/${id}/edit`)
  await context.setOffline(true)
  await page.getByLabel('Job title').fill('In a tunnel')
  await expect(status(page)).toHaveText('Not saved: kept on this device.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByLabel('Job title')).toHaveValue('In a tunnel')
  await context.setOffline(false)
  await expect(status(page)).toHaveText(/^Saved/)
  expect(await titleOf(id)).toBe('In a tunnel')
})

const TEN_MB = 10 * 1024 * 1024
const description = (page: Page) => page.locator('textarea[name=description]')
/** Handing so much over from here would take most of the test. */
const paste = (page: Page) =>
  description(page).evaluate((area: HTMLTextAreaElement, letters) => {
    area.value = 'Ten megabytes of text. '.repeat(letters / 23 + 1).slice(0, letters)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, TEN_MB)
const lettersIn = (page: Page) => description(page).evaluate((area: HTMLTextAreaElement) => area.value.length)
const SLOW = 180_000

test('ten megabytes pasted: told so, still there, and the rest was saved before', { tag: '@full' }, async ({
  page,
  context,
}) => {
  test.setTimeout(SLOW)
  await signInAs(context, ana)
  const id = await put('Too long')
  await page.goto(`${BASE}/${id}/edit`)
  await page.getByLabel('Job title').fill('Saved before the paste')
  await expect(status(page)).toHaveText(/^Saved/)
  await page.getByRole('button', { name: 'Write as Markdown' }).click()
  await paste(page)
  await expect(status(page)).toContainText('It is too long to save: 4 MB at most')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(status(page)).toContainText('It is too long to save')
  expect(await lettersIn(page)).toBe(TEN_MB)
  expect(await titleOf(id)).toBe('Saved before the paste')
})

test('ten megabytes sent without JavaScript: refused with the reason, nothing changed', { tag: '@full' }, async ({
  browser,
}) => {
  test.setTimeout(SLOW)
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false })
  await signInAs(context, ana)
  const id = await put('Too long to send')
  const page = await context.newPage()
  await page.goto(`${BASE}/${id}/edit`)
  await paste(page)
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Save draft' }).click()
  expect((await answer).status()).toBe(413)
  await expect(page.getByText('This is too long: a form takes 4 MB at most. Nothing was saved.')).toBeVisible()
  expect(await sql`select edition from job_version where job_id = ${id}`).toEqual([{ edition: 1 }])
  await page.goBack()
  expect(await lettersIn(page)).toBe(TEN_MB)
  await context.close()
})

test.describe('with a store that goes away', () => {
  let gate: StoreGate
  let server: OwnServer
  test.beforeAll(async () => {
    gate = await openStoreGate(process.env.E2E_WEB_URL ?? '')
    server = await startOwnServer(gate.url)
  })
  test.afterAll(async () => {
    await server?.stop()
    await gate?.close()
  })

  test('with JavaScript the text stays on the device, is offered again, and is saved', async ({ context }) => {
    await signInAs(context, ana)
    const id = await put('Store')
    const address = `${server.url}${BASE}/${id}/edit`
    const page = await context.newPage()
    await page.goto(address)
    gate.shut()
    await page.getByLabel('Job title').fill('Typed in an outage')
    await expect(status(page)).toHaveText('Not saved: kept on this device.')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByText('This could not be saved: our store does not answer')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByLabel('Job title')).toHaveValue('Typed in an outage')
    await context.clearCookies() // what a page sends when it is left reaches nobody
    await page.close()
    gate.open()
    await signInAs(context, ana)
    const again = await context.newPage()
    await expect.poll(async () => (await again.goto(address))?.status()).toBe(200)
    await expect(again.getByText('There is a newer version on this device')).toBeVisible()
    await again.getByRole('button', { name: 'Use it' }).click()
    await expect(status(again)).toHaveText(/^Saved/)
    expect(await titleOf(id)).toBe('Typed in an outage')
  })

  test('without JavaScript the answer is the same form, filled, with the error', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await signInAs(context, ana)
    const id = await put('Store, plain')
    const page = await context.newPage()
    await page.goto(`${server.url}${BASE}/${id}/edit`)
    await page.getByLabel('Job title').fill('Typed in an outage, plain')
    await page.getByLabel('Full time').check()
    await description(page).fill('Line one\nLine two')
    gate.shut()
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByText('This could not be saved: our store does not answer')).toBeVisible()
    await expect(page.getByLabel('Job title')).toHaveValue('Typed in an outage, plain')
    await expect(page.getByLabel('Full time')).toBeChecked()
    await expect(description(page)).toHaveValue('Line one\nLine two')
    gate.open()
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Save draft' }).click()
        return page.getByRole('heading', { level: 1 }).innerText()
      })
      .toBe('Typed in an outage, plain')
    await context.close()
  })
})
