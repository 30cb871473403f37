import { expect, type Page, test } from '@playwright/test'
import { HOSTILE } from './hostile-text'
import { makePerson, openSql, signInAs } from './people'
import { putJob } from './postings'

const sql = openSql()
const CHUNK = 15

/** What a hostile text has managed to become in a page. */
const harmIn = (page: Page) =>
  page.evaluate(() => {
    const harm: string[] = []
    if ('pwned' in window && typeof (window as { pwned?: unknown }).pwned !== 'function') harm.push('ran')
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) harm.push(`${element.tagName} ${name}`)
        if (
          /^(href|src|action|formaction|data|srcdoc)$/i.test(name) &&
          /^\s*(javascript|vbscript|data:text)/i.test(value)
        )
          harm.push(`${element.tagName} ${name}=${value.slice(0, 40)}`)
      }
      if (/^(IFRAME|OBJECT|EMBED|BASE|MARQUEE|MATH|VIDEO)$/.test(element.tagName)) harm.push(element.tagName)
    }
    for (const block of document.querySelectorAll('script[type="application/ld+json"]'))
      JSON.parse(block.textContent ?? '')
    return harm
  })

test('hostile text in every field stays text on every page (27, 28, 29, 30, 31, 33)', { tag: '@full' }, async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(150)
  const owner = await makePerson(sql, 'hostile-owner@example.net')
  await sql`insert into reviewer (email) values ('hostile-owner@example.net') on conflict do nothing`
  await signInAs(context, owner.token)
  let ran = false
  await page.exposeFunction('pwned', () => {
    ran = true
  })
  page.on('dialog', async (dialog) => {
    ran = true
    await dialog.dismiss()
  })
  for (let from = 0; from < HOSTILE.length; from += CHUNK) {
    const texts = HOSTILE.slice(from, from + CHUNK)
    const all = texts.join('\n\n')
    const slug = `example-hostile-${from}`
    const [company] = await sql`
      insert into company (slug, name, time_zone, about, industry, places, site)
      values (${slug}, ${texts[0] ?? ''}, 'UTC', ${all}, ${texts[1] ?? ''}, ${texts}, 'https://example.com') returning id`
    await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner')`
    const title = `${(texts[2] ?? '').slice(0, 110)} xyz`
    const lines = texts.map((text) => text.replaceAll(/\s+/g, ' ')).join('\n')
    const values = {
      title,
      description: `${all}\n\n${'plain words '.repeat(10)}`,
      responsibilities: lines,
      needed: lines,
      nice: lines,
      benefits: all,
      commission: all.slice(0, 900),
      start: (texts[3] ?? '').slice(0, 70),
      reference: (texts[4] ?? '').slice(0, 50),
    }
    const live = await putJob(sql, slug, { title: `Hostile ${from}`, values })
    await sql`update job set title = ${title}, place_text = ${texts[5] ?? 'x'}, pay_text = ${texts[6] ?? 'x'} where id = ${live.id}`
    const submitted = await putJob(sql, slug, { state: 'submitted', title: `Hostile s${from}`, values })
    await sql`insert into job_message (job_id, side, text) values (${submitted.id}, 'employer', ${all})`
    await sql`insert into job_event (job_id, action, to_state, note, reason) values (${submitted.id}, 'submit', 'submitted', ${all}, ${texts[7] ?? 'x'})`
    await sql`
      insert into report (kind, subject, job_id, reason, note)
      values ('job', ${`/jobs/${live.slug}`}, ${live.id}, ${texts[8] ?? 'x'}, ${all})`
    for (const path of [
      `/jobs/${live.slug}`,
      `/jobs/${live.slug}/apply`,
      `/jobs/${live.slug}/report`,
      `/companies/${slug}`,
      '/jobs',
      `/jobs?role=${encodeURIComponent(texts[0] ?? '')}`,
      `/employer/${slug}`,
      `/employer/${slug}/profile`,
      `/employer/${slug}/jobs/${submitted.id}`,
      `/employer/${slug}/jobs/${live.id}`,
      `/employer/${slug}/jobs/${submitted.id}/preview`,
      '/review',
      `/review/${submitted.id}`,
      `/review/${live.id}`,
    ]) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(200)
      expect(await harmIn(page), path).toEqual([])
    }
    await sql`delete from company where id = ${company?.id}`
  }
  expect(ran).toBe(false)
})
