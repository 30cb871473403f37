import { expect, test } from '@playwright/test'

const DOCUMENTS = [
  '/',
  '/roles',
  '/sources',
  '/families/computer-and-mathematical',
  '/roles/registered-nurse',
  '/compare/lead-technician-vs-technical-product-manager',
  '/compare/paralegal-vs-registered-nurse',
]

for (const path of DOCUMENTS) {
  test(`${path} is a document: no framework script, no report of the policy`, async ({ page, request }) => {
    for (const visit of ['first', 'second']) {
      const answer = await request.get(`${path}?visit=${visit}`)
      expect(answer.status()).toBe(200)
      const html = await answer.text()
      expect(html).not.toMatch(/_next\/static\/chunks\/[^"]+\.js/)
      expect(html).not.toContain('__next_f')
      expect(html).not.toMatch(/<script(?![^>]*(application\/ld\+json|src="\/modules\/))/)
      expect(answer.headers()['content-security-policy']).toContain("script-src 'self'")
    }
    const reports: string[] = []
    page.on('console', (message) => message.type() === 'error' && reports.push(message.text()))
    page.on('pageerror', (error) => reports.push(error.message))
    await page.goto(path)
    await expect(page.locator('h1')).toBeVisible()
    expect(reports).toEqual([])
  })
}

test('JSON-LD stays in a document and parses', async ({ request }) => {
  const html = await (await request.get('/compare/paralegal-vs-registered-nurse')).text()
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map((match) =>
    JSON.parse(match[1] ?? ''),
  )
  expect(blocks.map((block) => block['@type'])).toEqual(['BreadcrumbList'])
})

test('a page is made once, kept, and answered the same from the cache', async ({ request }) => {
  const path = '/compare/actuary-vs-general-dentist'
  const first = await request.get(path)
  const second = await request.get(path)
  expect(second.headers()['x-nextjs-cache']).toBe('HIT')
  expect(await second.text()).toBe(await first.text())
})

test('an unknown address is a page of the site without a script, never kept', async ({ request }) => {
  const answer = await request.get('/compare/registred-nurse-vs-paralegal')
  expect(answer.status()).toBe(404)
  expect(answer.headers()['cache-control']).toBe('no-store')
  const html = await answer.text()
  expect(html).toContain('There is nothing here')
  expect(html).toContain('/roles/registered-nurse')
  expect(html).not.toMatch(/_next\/static\/chunks\/[^"]+\.js/)
})
