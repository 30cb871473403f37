import { expect } from '@playwright/test'
import { test } from './shared-page'

/** What a reader types, and the role that must come first. */
const FIRST: [string, string][] = [
  ['sofware enginer', 'Software developer'],
  ['nurse', 'Registered nurse'],
  ['RN', 'Registered nurse'],
  ['registered nurse', 'Registered nurse'],
  ['Registered Nurses', 'Registered nurse'],
  ['product owner', 'Technical product manager'],
  ['lead technician', 'Lead technician'],
  ['software engineer', 'Software developer'],
  ['15-1252', 'Software developer'],
  ['paralegl', 'Paralegal'],
  ['  LAWYER ', 'Lawyer'],
]

for (const [typed, wanted] of FIRST) {
  test(`“${typed}” finds ${wanted} first`, async ({ shared: page }) => {
    await page.goto(`/search?q=${encodeURIComponent(typed)}`)
    await expect(page.locator('ul.lines li a').first()).toHaveText(wanted)
  })
}

test('a name that leads to several occupations shows them all', async ({ shared: page }) => {
  await page.goto('/search?q=scheduler')
  expect(await page.locator('ul.lines li').count()).toBeGreaterThan(1)
})

for (const hostile of [
  '%',
  "'; drop table role; --",
  '<script>alert(1)</script>',
  '\\',
  '_'.repeat(100),
  'é'.repeat(1000),
  '\u0000nurse',
  '💩',
  '{}',
  '$1',
]) {
  test(`hostile words are only words: ${JSON.stringify(hostile.slice(0, 20))}`, async ({ shared: page }) => {
    const answer = await page.goto(`/search?q=${encodeURIComponent(hostile)}`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find a role')
  })
}

test('the first of two values of one parameter counts', async ({ shared: page }) => {
  const answer = await page.goto('/search?q=paralegal&q=nurse')
  expect(answer?.status()).toBe(200)
  await expect(page.locator('ul.lines li a').first()).toHaveText('Paralegal')
})

test('two roles named on the home page are compared in one step', async ({ shared: page }) => {
  for (const [a, b] of [
    ['lead technician', 'technical product manager'],
    ['Lead Technicians ', 'technical-product-manager'],
  ] as const) {
    await page.goto('/')
    await page.getByLabel('This role').fill(a)
    await page.getByLabel('That role').fill(b)
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(/\/compare\/lead-technician-vs-technical-product-manager$/)
  }
})

test('a role that was chosen from a list is not asked for again', async ({ shared: page }) => {
  await page.goto('/compare?a=scheduler&b=installer')
  for (const asked of ['scheduler', 'installer']) {
    const list = page.locator('section', { has: page.getByRole('heading', { name: `Which “${asked}” do you mean?` }) })
    await list.getByRole('link').first().click()
  }
  await expect(page).toHaveURL(/\/compare\/[a-z-]+-vs-[a-z-]+$/)
})

for (const [address, wanted] of [
  ['/compare?a=RN&b=registered+nurse', '/roles/registered-nurse'],
  ['/compare?a=15-1252.00&b=LAWYERS', '/compare/lawyer-vs-software-developer'],
  ['/compare/Lawyers-vs-lead-technicians', '/compare/lawyer-vs-lead-technician'],
  ['/compare/rn-vs-lawyer', '/compare/lawyer-vs-registered-nurse'],
  ['/roles/rn', '/roles/registered-nurse'],
] as const) {
  test(`${address} leads to ${wanted}`, async ({ request }) => {
    const answer = await request.get(address)
    expect(answer.status()).toBe(200)
    expect(new URL(answer.url()).pathname).toBe(wanted)
  })
}
