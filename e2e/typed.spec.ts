import { expect, test } from '@playwright/test'
import { makePerson, openSql, signInAs, url } from './people'
import { putJob } from './postings'

const sql = openSql()
let token = ''
let companyId = ''

test.beforeAll(async () => {
  const owner = await makePerson(sql, 'owner-typed@example.net')
  token = owner.token
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-typed', 'Example Typed', 'America/Denver')
    on conflict (slug) do update set name = excluded.name returning id`
  companyId = String(company?.id)
  await sql`insert into member (company_id, user_id, role) values (${companyId}, ${owner.id}, 'owner') on conflict do nothing`
})

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>You will:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>lift <b>boxes</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>at night<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>load vans<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>first<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>second<o:p></o:p></p>
<table><tr><td><p class=MsoNormal>Truck<o:p></o:p></p></td><td><p>None</p></td></tr><tr><td>Forklift</td><td>Two&nbsp;years</td></tr></table>
<p class=MsoNormal>“It’s kept”<o:p></o:p></p><!--EndFragment--></body></html>`

const PASTED: readonly [string, string, string][] = [
  [
    'text/html',
    WORD,
    'You will:\n\n- lift **boxes**\n  - at night\n- load vans\n\n1. first\n2. second\n\nTruck | None\n\nForklift | Two years\n\n“It’s kept”',
  ],
  [
    'text/html',
    '<p>·&nbsp;&nbsp;&nbsp;&nbsp; lift</p><p>·&nbsp;&nbsp;&nbsp; load</p><p>After</p>',
    '- lift\n- load\n\nAfter',
  ],
  ['text/html', '<table><tr><td><p>Framed <b>text</b></p></td></tr></table>', 'Framed **text**'],
  ['text/html', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
  [
    'text/plain',
    'You will:\n·\tlift\no\tat night\n·\tload\n\nAfter',
    'You will:\n\n- lift\n  - at night\n- load\n\nAfter',
  ],
  ['text/plain', 'First line\nSecond line', 'First line\n\nSecond line'],
  ['text/plain', 'Truck\tNone\nForklift\tTwo years', 'Truck | None\\\nForklift | Two years'],
]

test('what is pasted from word processors keeps its lists and its cells apart', async ({ page, context }) => {
  await signInAs(context, token)
  const { id } = await putJob(sql, 'example-typed', { state: 'draft', title: 'Pasted' })
  await page.goto(`/employer/example-typed/jobs/${id}/edit`)
  const editor = page.getByRole('textbox', { name: 'Description' })
  const written = page.locator('textarea[name=description]')
  for (const [type, data, markdown] of PASTED) {
    await written.evaluate((area: HTMLTextAreaElement) => {
      area.value = ''
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await editor.click()
    await editor.evaluate(
      (at, [kind, text]) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(kind, text)
        at.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      [type, data] as const,
    )
    await expect(written, data).toHaveValue(markdown)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an unclear place and a slip of pay are asked about, all at once, and the form comes back filled', async ({
    page,
    context,
  }) => {
    await signInAs(context, token)
    const { id } = await putJob(sql, 'example-typed', { state: 'draft', title: 'Asked', values: { places: 'Georgia' } })
    await page.goto(`/employer/example-typed/jobs/${id}/edit`)
    await page.getByLabel('Job title').fill('Night\u200B actuary')
    await page.getByLabel('Places').fill('1600 Broadway, Denver, CO 80202\nToronto, CA')
    await page.getByLabel('Lowest pay').fill('45.000')
    await page.getByLabel('Highest pay').fill('124k')
    await page.getByRole('button', { name: 'Send to review' }).click()
    await expect(page.locator('#places-error')).toHaveText(
      'Line 2: Which “Toronto, CA” is it? Write “Toronto, California” or “Toronto, Ontario, Canada”.',
    )
    await expect(page.locator('#payMin-error')).toHaveText(
      '“45.000”: forty-five thousand, or forty-five? Write 45000 or 45.',
    )
    await expect(page.locator('#places-understood')).toContainText(
      '1600 Broadway, Denver, Colorado 80202, United States · Mountain Time.',
    )
    await expect(page.getByLabel('Job title')).toHaveValue('Night actuary')
    await expect(page.getByLabel('Lowest pay')).toHaveValue('45.000')

    await page.getByLabel('Places').fill('1600 Broadway, Denver, CO 80202')
    await page.getByLabel('Lowest pay').fill('9,800')
    await page.getByRole('button', { name: 'Send to review' }).click()
    await expect(page.locator('#payMin-error')).toContainText('You wrote $9,800 – $124,000 a year.')
    await page.getByLabel('Lowest pay').fill('98k')
    await page.getByLabel('Highest pay').fill('1,240,000')
    await page.getByRole('button', { name: 'Send to review' }).click()
    await expect(page.locator('#payMin-error')).toContainText('You wrote $98,000 – $1,240,000 a year.')
    await page.getByLabel('Highest pay').fill('124k')
    await page.getByRole('button', { name: 'Send to review' }).click()
    await expect(page.getByText('In review', { exact: true }).first()).toBeVisible()
    const [row] = await sql`select reading from job_version where job_id = ${id} order by number desc limit 1`
    expect(row?.reading).toMatchObject({
      title: 'Night actuary',
      payMin: 98_000,
      payMax: 124_000,
      places: [{ country: 'US', region: 'CO', town: 'Denver', street: '1600 Broadway', postalCode: '80202' }],
    })
  })

  test('a company may be called X, and one in any script has its address', async ({ page, context }) => {
    await signInAs(context, token)
    for (const [name, path] of [
      ['Яндекс', /\/employer\/yandeks$/],
      ['株式会社', /\/employer\/company(-\d+)?$/],
      ['X', /\/employer\/x$/],
    ] as const) {
      await page.goto('/employer/new')
      await page.getByLabel('Company name').fill(`${name}\u200B`)
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page).toHaveURL(path)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    }
    await page.goto('/employer/new')
    await page.getByLabel('Company name').fill('\u3164\u200B')
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.locator('#name-error')).toHaveText('Give the company’s name.')
  })

  test('a reader’s unclear place is asked about, each choice a link', async ({ page }) => {
    await page.goto('/jobs?place=Georgia')
    await expect(page.getByRole('heading', { name: 'Which “Georgia” do you mean?' })).toBeVisible()
    await page.getByRole('link', { name: 'Georgia, United States' }).click()
    await expect(page.getByLabel('Place')).toHaveValue('Georgia, United States')
    for (const place of ['remote', 'Germany', 'Toronto, ON', 'San Juan, PR', 'Hong Kong', '80202'])
      expect(await (await fetch(`${url}/jobs?place=${encodeURIComponent(place)}`)).text(), place).not.toContain(
        'end it with',
      )
    await expect(page.locator('datalist option[value="Denver, Colorado"]')).toHaveCount(1)
  })
})

test('inputs have letters of 16 pixels or more on a telephone', async ({ page, context }) => {
  await signInAs(context, token)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of [
    '/',
    '/jobs',
    '/search?q=nurse',
    '/compare',
    '/sign-in',
    '/employer/new',
    '/employer/example-typed/jobs/new',
    '/employer/example-typed/team',
    '/report?page=/roles/actuary',
  ]) {
    await page.goto(path)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('input, select, textarea, .editor')]
        .filter((at) => !/^(hidden|radio|checkbox)$/.test(at.getAttribute('type') ?? ''))
        .filter((at) => Number.parseFloat(getComputedStyle(at).fontSize) < 16)
        .map((at) => at.outerHTML.slice(0, 100)),
    )
    expect(small, path).toEqual([])
  }
})
