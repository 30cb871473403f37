import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { startDns } from '@/bin/testing/dns'
import { declaredPng, plainLogo, taggedPhoto } from '@/bin/testing/pictures'
import { type OwnServer, startOwnServer, until } from './own-server'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { putJob } from './postings'
import { listActions, replay } from './replay'

const sql = openSql()
const text = async (path: string) => (await fetch(url + path)).text()
const file = (name: string, buffer: Buffer, mimeType = 'image/png') => ({ name, mimeType, buffer })

async function putCompany(slug: string, name: string, owner: string, site: string | null = null) {
  const [company] =
    await sql`insert into company (slug, name, time_zone, site) values (${slug}, ${name}, 'UTC', ${site}) returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner}, 'owner')`
  return String(company?.id)
}

/** A posting that a reviewer approved: readers see the company's page, and its changes wait. */
const approve = (id: string) =>
  sql`insert into job (company_id, slug, title, state) values (${id}, ${`approved-${id}`}, 'Approved', 'approved')`

/** A reviewer's word on the changes that wait at a company. */
async function decide(browser: Browser, slug: string, what: string, reason = '') {
  const page = await (await browser.newContext({ baseURL: url, javaScriptEnabled: false })).newPage()
  const { token } = await makePerson(sql, 'companies-reviewer@example.net')
  await sql`insert into reviewer (email) values ('companies-reviewer@example.net') on conflict do nothing`
  await signInAs(page.context(), token)
  await page.goto('/review')
  await page.locator(`a[href="/review/companies/${slug}"]`).click()
  const shown = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
  await page.getByLabel(what).check()
  await page.getByLabel('Reason').selectOption(reason)
  await page.getByRole('button', { name: 'Decide' }).click()
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeVisible()
  await page.context().close()
  return shown
}

async function save(page: Page, slug: string, logo?: ReturnType<typeof file>) {
  await page.goto(`/employer/${slug}/profile`)
  if (logo) await page.locator('#logo').setInputFiles(logo)
  await page.getByRole('button', { name: 'Save' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  const js = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(js, () => {
    test.use({ javaScriptEnabled })

    test('a logo: refused with the reason, taken, read, shown to readers, removed (35, 47, 53)', async ({
      page,
      context,
      browser,
    }) => {
      test.setTimeout(120_000)
      const slug = `example-logo-${javaScriptEnabled ? 'a' : 'b'}`
      const owner = await makePerson(sql, `${slug}@example.net`)
      await putCompany(slug, `Example Logo ${javaScriptEnabled ? 'A' : 'B'}`, owner.id)
      const job = await putJob(sql, slug, { title: `Logo actuary ${javaScriptEnabled ? 'A' : 'B'}` })
      await signInAs(context, owner.token)
      const refused: [string, Buffer, RegExp][] = [
        ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /as PNG, JPEG, WebP or AVIF/],
        ['logo.png', Buffer.from('<html><script>pwned()</script></html>'), /as PNG, JPEG, WebP or AVIF/],
        ['logo.gif', await plainLogo().gif().toBuffer(), /as PNG, JPEG, WebP or AVIF/],
        ['half.jpg', (await taggedPhoto()).subarray(0, 1500), /damaged/],
        ['flood.png', declaredPng(50_000, 50_000), /16 million pixels/],
        ['empty.png', Buffer.alloc(0), /empty/],
        [
          'small.png',
          await plainLogo()
            .png()
            .toBuffer()
            .then((png) => sharp(png).resize(64, 21).png().toBuffer()),
          /64 × 21 pixels.*At least 112 × 112/,
        ],
      ]
      for (const [name, bytes, reason] of refused) {
        await page.goto(`/employer/${slug}/profile`)
        await page.getByLabel('What the company does').fill(`Typed before ${name}`)
        await page.locator('#logo').setInputFiles(file(name, bytes))
        await page.getByRole('button', { name: 'Save' }).click()
        await expect(page.locator('#logo-error'), name).toHaveText(reason)
        await expect(page.getByLabel('What the company does')).toHaveValue(`Typed before ${name}`)
      }
      expect(await sql`select 1 from logo l join company c on c.id = l.company_id where c.slug = ${slug}`).toHaveLength(
        0,
      )

      const background = javaScriptEnabled ? '#fff' : '#fed'
      await save(page, slug, file('logo.jpg', await taggedPhoto(background), 'image/jpeg'))
      await expect(page).toHaveURL(`/employer/${slug}`)
      await page.goto(`/employer/${slug}/profile`)
      await expect(page.getByText('Your changes are with a reviewer')).toBeVisible()
      await expect(page.getByRole('img', { name: 'The logo as it would be' })).toBeVisible()
      const [asked] =
        await sql`select logo_hash from company_change c join company o on o.id = c.company_id where slug = ${slug}`
      expect((await fetch(`${url}/logos/${asked?.logo_hash}`)).status).toBe(404)
      await decide(browser, slug, 'Approve the changes')
      const [stored] = await sql`select logo from company where slug = ${slug}`
      const path = `/logos/${stored?.logo}`
      const answer = await fetch(url + path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('image/webp')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=31536000, immutable, s-maxage=60,/)
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(Buffer.from(await answer.arrayBuffer()).includes('canary-person')).toBe(false)

      // Fresh for the first reader, who asks five seconds later.
      const shown = await until(
        () => text(`/companies/${slug}`),
        (html) => html.includes(path),
        5000,
      )
      expect(shown.answer).toMatch(new RegExp(`<img [^>]*src="${path}"[^>]* width="200" height="67"`))
      const { answer: posting } = await until(
        () => text(`/jobs/${job.slug}`),
        (html) => html.includes(path),
        5000,
      )
      expect(posting).toContain(`"logo":"${url}${path}"`)
      await page.goto(`/companies/${slug}`)
      expect(await page.locator('img.logo').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400)

      await page.goto(`/employer/${slug}/profile`)
      await expect(page.getByRole('img', { name: `Logo of Example Logo` })).toBeVisible()
      await save(page, slug)
      expect((await fetch(url + path)).status).toBe(200)
      await page.goto(`/employer/${slug}/profile`)
      await page.getByLabel('Remove it').check()
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page).toHaveURL(`/employer/${slug}`)
      expect((await fetch(url + path)).status).toBe(200)
      await decide(browser, slug, 'Approve the changes')
      expect((await fetch(url + path)).status).toBe(404)
      const without = await until(
        () => text(`/companies/${slug}`),
        (html) => !html.includes('<img'),
        5000,
      )
      expect(without.answer).not.toContain('<img')
    })

    test('a file of ten megabytes loses nothing that was typed (48, 53)', { tag: '@full' }, async ({
      page,
      context,
    }) => {
      const slug = `example-large-${javaScriptEnabled ? 'a' : 'b'}`
      const owner = await makePerson(sql, `${slug}@example.net`)
      await putCompany(slug, 'Example Large', owner.id)
      await signInAs(context, owner.token)
      await page.goto(`/employer/${slug}/profile`)
      await page.getByLabel('What the company does').fill('Typed before')
      await page.locator('#logo').setInputFiles(file('large.png', Buffer.alloc(10 * 1024 * 1024, 1)))
      await page.getByRole('button', { name: 'Save' }).click()
      if (javaScriptEnabled) {
        const said = await page.locator('#logo').evaluate((input: HTMLInputElement) => input.validationMessage)
        expect(said).toBe('At most 2 MB.')
      } else {
        await expect(page.getByText('a form takes 4 MB at most')).toBeVisible()
        await page.goBack()
      }
      await expect(page.getByLabel('What the company does')).toHaveValue('Typed before')
      expect((await sql`select about from company where slug = ${slug}`)[0]?.about).toBe('')
    })
  })
}

test('an address that names no logo is a 404, whatever it looks like', async () => {
  for (const hash of ['0'.repeat(64), 'x', '..%2f..%2fetc%2fpasswd', `${'a'.repeat(64)}.webp`, "'%20or%201=1"]) {
    const answer = await fetch(`${url}/logos/${hash}`)
    expect(answer.status, hash).toBe(404)
    expect(answer.headers.get('cache-control'), hash).not.toContain('immutable')
  }
  const probe = encodeURIComponent('/logos/x')
  expect((await fetch(`${url}/_next/image?url=${probe}&w=640&q=75`)).status).toBe(404)
})

test('another company’s owner cannot set a logo (3, 53)', async () => {
  const [owner, other] = [await makePerson(sql, 'mark-a@example.net'), await makePerson(sql, 'mark-b@example.net')]
  const id = await putCompany('example-mark', 'Example Mark', owner.id)
  await putCompany('example-mark-other', 'Example Mark Other', other.id)
  const action = listActions().find(({ name }) => name === 'saveCompany')
  if (!action) throw new Error('no such action')
  const logo = new File([new Uint8Array(await plainLogo().png().toBuffer())], 'logo.png', { type: 'image/png' })
  const values = { name: 'Example Mark', site: '', about: '', industry: '', size: '', places: '', timeZone: 'UTC' }
  const send = (way: 'header' | 'fields', token: string) =>
    replay(
      action,
      way,
      '/employer/example-mark/profile',
      { ...values, company: 'example-mark', logo },
      { Cookie: `${SESSION}=${token}` },
    )
  const stored = async () => (await sql`select logo from company where id = ${id}`)[0]?.logo
  for (const way of ['header', 'fields'] as const) {
    expect((await send(way, other.token)).status).toBe(404)
    expect(await stored()).toBeNull()
  }
  await send('fields', owner.token)
  expect(await stored()).toMatch(/^[0-9a-f]{64}$/)
})

test('a renamed company’s old address leads to the new one for good', async ({ page, context, browser }) => {
  const owner = await makePerson(sql, 'rename-owner@example.net')
  await approve(await putCompany('example-before', 'Example Before', owner.id))
  await signInAs(context, owner.token)
  expect(await text('/companies/example-before')).toContain('Example Before')
  await page.goto('/employer/example-before/profile')
  await page.getByLabel('Company name').fill('Example Bef')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL('/employer/example-before')
  expect(await text('/companies/example-before')).toContain('<h1>Example Before</h1>')
  expect(await decide(browser, 'example-before', 'Approve the changes')).toContain('Example Before → Example Bef')
  const ask = () => fetch(`${url}/companies/example-before`, { redirect: 'manual' })
  await expect.poll(async () => (await ask()).status, { timeout: 5000 }).toBe(308)
  const location = new URL((await ask()).headers.get('location') ?? '', url)
  expect(location.pathname).toBe('/companies/example-bef')
  expect(await text('/companies/example-bef')).toContain('Example Bef')

  // Back again: the first address is the company's own once more, the second leads to it.
  await page.goto('/employer/example-bef/profile')
  await page.getByLabel('Company name').fill('Example Before')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL('/employer/example-bef')
  await decide(browser, 'example-bef', 'Approve the changes')
  await expect.poll(async () => (await ask()).status, { timeout: 5000 }).toBe(200)
  expect(await text('/companies/example-before')).toContain('<h1>Example Before</h1>')
  expect((await fetch(`${url}/companies/example-bef?x=1`)).url).toBe(`${url}/companies/example-before?x=1`)
})

test.describe('with name servers of its own', () => {
  const zone: Parameters<typeof startDns>[0] = {}
  let dns: Awaited<ReturnType<typeof startDns>>
  let own: OwnServer

  test.beforeAll(async () => {
    dns = await startDns(zone)
    own = await startOwnServer(process.env.E2E_WEB_URL ?? '', { DNS_SERVER: dns.address })
  })
  test.afterAll(async () => {
    await own.stop()
    dns.stop()
  })

  test('an owner with free mail verifies the domain by its record', async ({ page, context }) => {
    test.setTimeout(90_000)
    const owner = await makePerson(sql, 'record-owner@gmail.com')
    const id = await putCompany('example-record', 'Example Record', owner.id)
    await signInAs(context, owner.token)
    await page.goto(`${own.url}/employer/example-record/profile`)
    await expect(page.getByText('Give the company’s web site above')).toBeVisible()
    await page.getByLabel('Web site').fill('https://www.record-freight.example/about')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Profile' }).click()
    const name = '_rolebook.record-freight.example'
    await expect(page.getByText(name, { exact: true })).toBeVisible()
    const value = await page.getByText(/^rolebook-verification=[0-9a-f]{32}$/).innerText()
    const check = () => page.getByRole('button', { name: 'Check the record' }).click()

    await check()
    await expect(page.getByText('has no TXT record yet')).toBeVisible()
    zone[name] = [['rolebook-verification=another']]
    await check()
    await expect(page.getByText('but with another value')).toBeVisible()
    zone[name] = 'silent'
    await check()
    await expect(page.getByText('did not answer')).toBeVisible({ timeout: 10_000 })
    await expect(page.getByText(value, { exact: true })).toBeVisible()
    zone[name] = [['v=spf1 -all'], [value.slice(0, 30), value.slice(30)]]
    await check()
    await expect(page.getByText('speaks for record-freight.example')).toBeVisible()
    await expect(page.getByText('by its DNS record')).toBeVisible()
    const read = async () => (await fetch(`${own.url}/companies/example-record`)).text()
    expect((await fetch(`${own.url}/companies/example-record`)).status).toBe(404)
    await approve(id)
    const { answer } = await until(read, (html) => html.includes('verified: record-freight.example'), 5000)
    expect(answer).toContain('verified: record-freight.example')
    expect(answer).not.toContain(value)
    expect(new Set(dns.asked)).toEqual(new Set([name]))

    // Checks are counted: the eleventh within ten minutes is refused.
    await page.getByLabel('Web site').fill('https://other-freight.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Profile' }).click()
    await expect(page.getByText('Your changes are with a reviewer')).toBeVisible()
    await expect(page.getByText('other-freight.example is not verified yet')).toBeVisible()
    for (let n = 5; n <= 10; n += 1) {
      await page.reload()
      await check()
      await expect(page.getByText('_rolebook.other-freight.example has no TXT record yet')).toBeVisible()
    }
    await check()
    await expect(page.getByText('Too many checks for now')).toBeVisible()
  })
})
