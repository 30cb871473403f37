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
