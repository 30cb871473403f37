import { expect } from '@playwright/test'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { askAxe } from './axe'
import { test } from './shared-page'

const KINDS = [
  '/',
  '/roles',
  '/sources',
  '/families/legal',
  '/roles/registered-nurse',
  '/roles/lead-technician',
  '/roles/data-scientist',
  '/compare/lead-technician-vs-technical-product-manager',
  '/compare/paralegal-vs-registered-nurse',
  '/compare/actor-vs-software-developer',
  '/compare',
  '/compare?a=nurse+practicioner&b=zzzz',
  '/search?q=nurse',
  '/search?q=zzzzzz',
  '/roles/no-such-role',
]

/** Numbers in tables that a line ends inside of. Runs in the page. */
function findBrokenNumbers(): string[] {
  const broken: string[] = []
  for (const { firstChild } of document.querySelectorAll('table .num')) {
    if (!(firstChild instanceof Text)) continue
    for (const { 0: number, index } of firstChild.data.matchAll(/\S*\d\S*/g)) {
      const range = document.createRange()
      range.setStart(firstChild, index)
      range.setEnd(firstChild, index + number.length)
      if (range.getClientRects().length > 1) broken.push(number)
    }
  }
  return broken
}

for (const path of KINDS) {
  test(`${path}: nothing for axe, nothing sideways, headings in order, a policy without a high finding`, async ({
    shared: page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.context().clearCookies()
    const answer = await page.goto(path)
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [i, level] of levels.entries())
      expect(level - (levels[i - 1] ?? 0), `heading ${i}`).toBeLessThanOrEqual(1)
    for (const summary of await page.locator('details > summary').all()) await summary.click()
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      expect(await askAxe(page), scheme).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    const wide = await page
      .locator('table')
      .evaluateAll((all) =>
        all.filter((table) => table.scrollWidth > table.clientWidth).map(({ textContent }) => textContent),
      )
    expect(wide, 'tables that do not hold what is in them').toEqual([])
    // As wide as 1280 pixels at 400% zoom.
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(content).toBeLessThanOrEqual(screen ?? 0)
    expect(await page.evaluate(findBrokenNumbers), 'numbers on two lines').toEqual([])
    const policy = answer?.headers()['content-security-policy'] ?? ''
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
    expect(findings.filter(({ severity }) => severity === Severity.HIGH).map(({ description }) => description)).toEqual(
      [],
    )
  })
}

test('a keyboard reaches the content first, then goes down the page in order, with a focus that shows', async ({
  page,
}) => {
  await page.goto('/compare/paralegal-vs-registered-nurse')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  const places: number[] = []
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement
      const style = getComputedStyle(focused)
      if (style.outlineStyle === 'none') throw new Error(`no focus shown on ${focused.outerHTML.slice(0, 100)}`)
      const all = [...document.querySelectorAll('a, summary, input, button')]
      return all.indexOf(focused)
    })
    places.push(place)
  }
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds two roles, compares them, unfolds what is folded and follows a source', async ({ page }) => {
    await page.goto('/')
    await page.getByLabel('This role').fill('registered nurse')
    await page.getByLabel('That role').fill('paralegal')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(/\/compare\/paralegal-vs-registered-nurse$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paralegal vs registered nurse')
    await page.getByText('How we know').click()
    await expect(page.getByText('a tie counts half')).toBeVisible()
    await page.locator('sup.src a').first().click()
    await expect(page).toHaveURL(/#source-1$/)
  })

  test('an unclear name is asked about, with what was typed kept', async ({ page }) => {
    await page.goto('/compare?a=nurse&b=sofware+enginer')
    await expect(page.getByLabel('That role')).toHaveValue('sofware enginer')
    await page.getByRole('link', { name: 'Software developer', exact: true }).click()
    await expect(page).toHaveURL(/\/compare\/registered-nurse-vs-software-developer$/)
  })
})

test('print shows the whole comparison on white, without the navigation', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto('/compare/paralegal-vs-registered-nurse')
  await expect(page.locator('.mast')).toBeHidden()
  await expect(page.locator('#sources')).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})
