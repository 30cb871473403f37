import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { plainLogo } from '@/bin/testing/pictures'
import { makePicture } from '@/lib/companies/picture'
import { makePerson, openSql, signInAs } from './people'
import { putJob } from './postings'

const sql = openSql()
let token = ''
let paths: string[] = []
let live = ''

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const owner = await makePerson(sql, 'pages-owner@example.net')
  token = owner.token
  await sql`insert into reviewer (email) values ('pages-owner@example.net')`
  const [company] = await sql`
    insert into company (slug, name, time_zone, about, industry, size, places, site) values ('example-pages', 'Example Freight', 'America/Denver',
      'We move freight at night.', 'Freight', '50–249', '{"Denver, CO"}', 'https://www.example.com') returning id`
  const picture = await makePicture(await plainLogo().png().toBuffer())
  if ('error' in picture) throw new Error(picture.error)
  await sql`insert into logo ${sql({ company_id: company?.id, ...picture })}`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  const made = await putJob(sql, 'example-pages', { title: 'Lead actuary, night freight' })
  await putJob(sql, 'example-pages', { title: 'Pricing actuary' })
  const draft = await putJob(sql, 'example-pages', {
    state: 'draft',
    title: 'Reserving actuary',
    values: { benefits: '', needed: 'Digital native', places: 'Chicgo, IL' },
  })
  const submitted = await putJob(sql, 'example-pages', { state: 'submitted', title: 'Fleet actuary' })
  const changed = await putJob(sql, 'example-pages', { title: 'Harbour actuary', by: owner.id, days: 5 })
  await sql`
    insert into job_version (job_id, number, content) select job_id, 2, content || ${sql.json({
      title: 'Harbour and rail actuary',
      payMin: '102000',
      benefits: 'Health insurance, a pension and five weeks of leave',
    })} from job_version where job_id = ${changed.id}`
  await sql`update job set version = 2, review_version = 2, submitted_at = store_now(), risks = '{links}' where id = ${changed.id}`
  const ended = await putJob(sql, 'example-pages', { state: 'expired', title: 'Canal actuary', by: owner.id })
  await sql`
    insert into count_daily (subject, kind, day, n)
    select ${made.id}, kind, (store_now() at time zone 'UTC')::date - i,
      case kind when 'job-view' then 8 + (i * 37) % 53 else (i * 7) % 5 end
    from generate_series(0, 29) as i, unnest('{job-view,job-apply}'::text[]) as kind`
  await sql`
    insert into report (kind, subject, job_id, reason, note)
    values ('job', ${`/jobs/${made.slug}`}, ${made.id}, 'scam', 'They asked me for a fee of $50 before any interview.')`
  live = made.id
  const own = `/employer/example-pages`
  paths = [
    '/jobs',
    '/jobs?role=zzzz',
    '/jobs?place=Denver,+CO',
    '/jobs?place=Qzxv',
    '/sources',
    `/jobs/${made.slug}`,
    `/jobs/${made.slug}/apply`,
    `/jobs/${made.slug}/report`,
    '/report?page=/roles/actuary',
    '/report?sent=1',
    '/companies/example-pages',
    '/roles/actuary',
    '/compare/actuary-vs-statistician',
    '/sign-in?error=Verification',
    '/sign-in/sent',
    '/employer/new',
    '/employer/account',
    own,
    `${own}/profile`,
    `${own}/team`,
    `${own}/jobs/new`,
    `${own}/jobs/${made.id}`,
    `${own}/jobs/${draft.id}`,
    `${own}/jobs/${draft.id}/edit`,
    `${own}/jobs/${draft.id}/preview`,
    `${own}/jobs/${changed.id}`,
    `${own}/jobs/${changed.id}/preview`,
    `${own}/jobs/${made.id}/edit`,
    `${own}/jobs/${ended.id}`,
    `/jobs/${ended.slug}`,
    `/review/${changed.id}`,
    '/review',
    `/review/${submitted.id}`,
    `/review/${made.id}`,
    '/invitation/no-such-token',
  ]
})

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The dark scheme changes colours and nothing else. */
const VIEWS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['light', 320],
  ...(process.env.SHOTS ? [['dark', 390] as const] : []),
] as const

for (const [scheme, width] of VIEWS) {
  test(`the employers’ and jobs’ pages: nothing for axe, nothing sideways (${scheme}, ${width})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000)
    await signInAs(context, token)
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    const found: string[] = []
    page.on('console', (message) => message.type() === 'error' && found.push(message.text()))
    for (const path of paths) {
      await page.goto(path)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (over > 0) found.push(`${path}: ${over} pixels sideways`)
      const name = path.replaceAll(live, 'live').replaceAll(/[0-9a-f-]{36}|\W+/g, '_')
      if (process.env.SHOTS && width > 320)
        await page.screenshot({ path: join(process.env.SHOTS, `${name}-${width}-${scheme}.png`), fullPage: true })
      if (width !== 1280) continue
      const axe = new AxeBuilder({ page })
      const { violations } = await (scheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(TAGS)).analyze()
      for (const { id, nodes } of violations) found.push(`${path}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
    }
    expect(found).toEqual([])
  })
}
