import { expect, test } from '@playwright/test'
import { ownLogo } from '@/bin/testing/pictures'
import { until } from './own-server'
import { makePerson, openSql, SESSION, signInAs, url } from './people'
import { putJob, typedJob } from './postings'
import { listActions, replay } from './replay'

const sql = openSql()
const text = async (path: string) => (await fetch(url + path)).text()
const find = (name: string) => {
  const action = listActions().find((one) => one.name === name)
  if (!action) throw new Error(`no action ${name}`)
  return action
}

/** A company of somebody's, with its owner's way in. */
async function putCompany(slug: string, name: string, site: string | null = null) {
  const owner = await makePerson(sql, `${slug}@example.net`)
  const [company] = await sql`
    insert into company (slug, name, time_zone, site) values (${slug}, ${name}, 'UTC', ${site}) returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  return { ...owner, id: String(company?.id), headers: { Cookie: `${SESSION}=${owner.token}` } }
}

const PROFILE = { site: '', about: '', industry: '', size: '', places: '', timeZone: 'UTC' }
const plain = (values: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

test('a live posting’s text swapped for a scam, by form and by replay: readers go on seeing what was read', async () => {
  const { headers } = await putCompany('example-swap', 'Example Swap')
  const { id, slug } = await putJob(sql, 'example-swap', { title: 'Swapped actuary' })
  const before = await text(`/jobs/${slug}`)
  expect(before).toContain('not verified')
  const scam = typedJob({
    title: 'Swapped actuary',
    description: 'Send forty dollars by gift card, then a copy of your passport, on WhatsApp. '.repeat(3),
    benefits: 'You are paid at once. You are paid at once.',
  })
  const own = `/employer/example-swap/jobs/${id}`
  for (const way of ['header', 'fields'] as const) {
    for (const edition of ['1', '2', '3'])
      await replay(
        find('saveDraft'),
        way,
        `${own}/edit`,
        { ...plain(scam), company: 'example-swap', job: id, edition, over: '1', send: '1', sure: '1' },
        headers,
      )
    for (const action of ['show-revision', 'approve-revision', 'read-shown', 'publish', 'approve'])
      await replay(find('moveOwnJob'), way, own, { company: 'example-swap', job: id, action }, headers)
  }
  const [row] = await sql`select shown_version, review_version, risks from job where id = ${id}`
  expect(row).toMatchObject({ shown_version: 1, review_version: 2 })
  expect(row?.risks).toEqual(expect.arrayContaining(['payment', 'messenger', 'papers']))
  for (const path of [`/jobs/${slug}`, `/jobs/${slug}/apply`, '/companies/example-swap', '/jobs?role=actuary'])
    expect(await text(path), path).not.toMatch(/gift card|passport|WhatsApp|paid at once/)
  expect(await text(`/jobs/${slug}`)).toContain('We move freight at night')
})

test('a company renamed to a known brand, with its logo: the old name stays everywhere until somebody has read it', async () => {
  const { headers, id } = await putCompany('example-fake', 'Example Fake')
  const { slug } = await putJob(sql, 'example-fake', { title: 'Renamed actuary' })
  const logo = new File([new Uint8Array(await ownLogo())], 'logo.png', { type: 'image/png' })
  for (const way of ['header', 'fields'] as const)
    await replay(
      find('saveCompany'),
      way,
      '/employer/example-fake/profile',
      {
        ...PROFILE,
        company: 'example-fake',
        name: 'Walmart',
        site: 'https://walmart.com',
        about: 'We are Walmart.',
        logo,
      },
      headers,
    )
  const [row] = await sql`select slug, name, site, about, logo from company where id = ${id}`
  expect(row).toEqual({ slug: 'example-fake', name: 'Example Fake', site: null, about: '', logo: null })
  for (const path of ['/companies/example-fake', `/jobs/${slug}`, '/jobs?role=actuary'])
    expect(await text(path), path).not.toContain('Walmart')
  expect((await fetch(`${url}/companies/walmart`)).status).toBe(404)
  const [asked] = await sql`select risks, logo_hash from company_change where company_id = ${id}`
  expect(asked?.risks).toContain('brand')
  expect((await fetch(`${url}/logos/${asked?.logo_hash}`)).status).toBe(404)
})

test('another’s domain as site: refused in a clear sentence, and the form stays filled', async ({ page, context }) => {
  const { id } = await putCompany('example-rails', 'Example Rails', 'https://rails.example')
  await sql`update company set verified_domain = 'rails.example', verified_by = 'dns', verified_at = now() where id = ${id}`
  const { token } = await putCompany('example-squat', 'Example Squat')
  await signInAs(context, token)
  for (const path of ['/employer/new', '/employer/example-squat/profile']) {
    await page.goto(path)
    await page.getByLabel('Company name').fill('Example Squat Again')
    await page.getByLabel('Web site').fill('https://jobs.rails.example')
    await page.getByLabel('What the company does').fill('Kept words')
    await page.getByRole('button', { name: /Go on|Save/ }).click()
    await expect(page.locator('#site-error')).toContainText('rails.example has been verified by another company here')
    await expect(page.getByLabel('What the company does')).toHaveValue('Kept words')
    await expect(page.getByLabel('Web site')).toHaveValue('https://jobs.rails.example')
  }
  await expect(page.locator('#site-error')).toContainText('_rolebook.rails.example')
  expect(await sql`select 1 from company where name = 'Example Squat Again'`).toHaveLength(0)
})

test('a company’s page is there for its people alone until a posting is approved', async ({ page, context }) => {
  const { token } = await putCompany('example-early', 'Example Early')
  await putJob(sql, 'example-early', { state: 'submitted', title: 'Early actuary' })
  expect((await fetch(`${url}/companies/example-early`)).status).toBe(404)
  expect(await text('/sitemaps/companies.xml')).not.toContain('example-early')
  await signInAs(context, token)
  await page.goto('/employer/example-early')
  await page.getByRole('link', { name: 'Its page' }).click()
  await expect(page.getByText('A preview: readers see this page once a posting is approved.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Example Early' })).toBeVisible()
  await sql`update job set state = 'approved' where title = 'Early actuary'`
  const { answer } = await until(
    async () => String((await fetch(`${url}/companies/example-early`)).status),
    (status) => status === '200',
    5000,
  )
  expect(answer).toBe('200')
  expect(await text('/sitemaps/companies.xml')).toContain('/companies/example-early')
  expect(await text('/sitemap.xml')).toContain('/sitemaps/companies.xml')
})
