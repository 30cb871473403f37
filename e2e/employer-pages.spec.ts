import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type ConsoleMessage, expect } from '@playwright/test'
import { ownLogo, plainLogo } from '@/bin/testing/pictures'
import { makePicture } from '@/lib/companies/picture'
import { askAxe } from './axe'
import { makePerson, openSql, signInAs } from './people'
import { putJob } from './postings'
import { test } from './shared-page'

const sql = openSql()
let token = ''
/** What stands for a name in braces in the paths below. */
let names: Record<string, string> = {}

test.describe.configure({ mode: 'parallel' })
// A company of its own for each worker, and each time that one comes back to this file.
test.beforeAll(async () => {
  const own = randomBytes(4).toString('hex')
  const slug = `example-pages-${own}`
  const email = `pages-owner-${own}@example.net`
  const owner = await makePerson(sql, email)
  token = owner.token
  await sql`insert into reviewer (email) values (${email})`
  const [company] = await sql`
    insert into company (slug, name, time_zone, about, industry, size, places, site) values (${slug}, 'Example Freight', 'America/Denver',
      'We move freight at night.', 'Freight', '50–249', '{"Denver, CO"}', 'https://www.example.com') returning id`
  const picture = await makePicture(await plainLogo().png().toBuffer())
  if ('error' in picture) throw new Error(picture.error)
  await sql`insert into logo ${sql({ company_id: company?.id, ...picture })}`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
  const made = await putJob(sql, slug, { title: 'Lead actuary, night freight' })
  await putJob(sql, slug, { title: 'Pricing actuary' })
  const draft = await putJob(sql, slug, {
    state: 'draft',
    title: 'Reserving actuary',
    values: { benefits: '', needed: 'Digital native', places: 'Chicgo, IL' },
  })
  const submitted = await putJob(sql, slug, { state: 'submitted', title: 'Fleet actuary' })
  const changed = await putJob(sql, slug, { title: 'Harbour actuary', by: owner.id, days: 5 })
  await sql`
    insert into job_version (job_id, number, content) select job_id, 2, content || ${sql.json({
      title: 'Harbour and rail actuary',
      payMin: '102000',
      benefits: 'Health insurance, a pension and five weeks of leave',
    })} from job_version where job_id = ${changed.id}`
  await sql`update job set version = 2, review_version = 2, submitted_at = store_now(), risks = '{links}' where id = ${changed.id}`
  // Words that readers see and nobody has read, and changes to the company's page.
  const unread = await putJob(sql, slug, { title: 'Rail actuary', by: owner.id })
  await sql`
    insert into job_version (job_id, number, content) select job_id, 2, content || ${sql.json({
      description: 'We move freight by rail, and want to know what may go wrong with it. Ask us on WhatsApp. '.repeat(
        3,
      ),
      needed: 'Three years of pricing',
    })} from job_version where job_id = ${unread.id}`
  await sql`
    update job set version = 2, shown_version = 2, last_read_version = 1, submitted_at = store_now(), risks = '{messenger}'
    where id = ${unread.id}`
  const other = await makePicture(await ownLogo())
  if ('error' in other) throw new Error(other.error)
  const before = { name: 'Example Freight', site: 'https://www.example.com', about: 'We move freight at night.' }
  const rest = { industry: 'Freight', size: '50–249', places: ['Denver, CO'] }
  await sql`
    insert into company_change ${sql({
      company_id: company?.id,
      before: sql.json({ ...before, ...rest }) as never,
      profile: sql.json({
        ...before,
        ...rest,
        name: 'Example Freight and Rail',
        about: 'We move freight by rail.',
      }) as never,
      logo_change: 'replace',
      logo_hash: other.hash,
      logo_image: other.image,
      logo_width: other.width,
      logo_height: other.height,
      risks: ['brand'],
    })}`
  await sql`
    update company set unread = true, verified_domain = ${`${slug}.example`}, verified_by = 'dns', verified_at = now() where id = ${company?.id ?? ''}`
  const ended = await putJob(sql, slug, { state: 'expired', title: 'Canal actuary', by: owner.id })
  await sql`
    insert into count_daily (subject, kind, day, n)
    select ${made.id}, kind, (store_now() at time zone 'UTC')::date - i,
      case kind when 'job-view' then 8 + (i * 37) % 53 else (i * 7) % 5 end
    from generate_series(0, 29) as i, unnest('{job-view,job-apply}'::text[]) as kind`
  await sql`
    insert into report (kind, subject, job_id, reason, note)
    values ('job', ${`/jobs/${made.slug}`}, ${made.id}, 'scam', 'They asked me for a fee of $50 before any interview.')`
  names = {
    company: slug,
    own: `/employer/${slug}`,
    liveSlug: made.slug,
    live: made.id,
    draft: draft.id,
    changed: changed.id,
    ended: ended.id,
    endedSlug: ended.slug,
    unread: unread.id,
    unreadSlug: unread.slug,
    submitted: submitted.id,
  }
})

const PATHS = [
  '/jobs',
  '/jobs?role=zzzz',
  '/jobs?place=Denver,+CO',
  '/jobs?place=Qzxv',
  '/sources',
  '/jobs/{liveSlug}',
  '/jobs/{liveSlug}/apply',
  '/jobs/{liveSlug}/report',
  '/jobs/{endedSlug}',
  '/report?page=/roles/actuary',
  '/report?sent=1',
  '/companies/{company}',
  '/roles/actuary',
  '/compare/actuary-vs-statistician',
  '/sign-in?error=Verification',
  '/sign-in/sent',
  '/invitation/no-such-token',
  '/employer/new',
  '/employer/account',
  '{own}',
  '{own}/profile',
  '{own}/preview',
  '{own}/team',
  '{own}/jobs/new',
  '{own}/jobs/{live}',
  '{own}/jobs/{live}/edit',
  '{own}/jobs/{draft}',
  '{own}/jobs/{draft}/edit',
  '{own}/jobs/{draft}/preview',
  '{own}/jobs/{changed}',
  '{own}/jobs/{changed}/preview',
  '{own}/jobs/{ended}',
  '/review',
  '/review/{live}',
  '/review/{changed}',
  '/review/{submitted}',
  '/review/{unread}',
  '/review/companies/{company}',
  '/jobs/{unreadSlug}',
  '{own}/jobs/{unread}',
]

for (const named of PATHS) {
  test(`${named}: nothing for axe, nothing sideways, no error in the console`, async ({ shared: page }) => {
    await signInAs(page.context(), token)
    const path = named.replaceAll(/\{(\w+)\}/g, (_, name) => names[name] ?? '?')
    const found: string[] = []
    const hear = (message: ConsoleMessage) => void (message.type() === 'error' && found.push(message.text()))
    page.on('console', hear)
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        if (width === 1280) found.push(...(await askAxe(page)).map((rule) => `${scheme}: ${rule}`))
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (over > 0) found.push(`${scheme}, ${width} wide: ${over} pixels sideways`)
        if (!process.env.SHOTS || width === 320) continue
        const name = named.replaceAll(/\W+/g, '_')
        await page.screenshot({ path: join(process.env.SHOTS, `${name}-${width}-${scheme}.png`), fullPage: true })
      }
    }
    page.off('console', hear)
    expect(found).toEqual([])
  })
}
