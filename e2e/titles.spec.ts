import { expect, test } from '@playwright/test'

test('a title without figures of its own shows its occupation’s, and says so', async ({ page }) => {
  await page.goto('/roles/charge-nurse')
  await expect(page.locator('main')).toContainText('This job title is matched by our choice to registered nurses')
  await expect(page.locator('main')).toContainText(
    'Charge nurses are not counted officially. What follows are official figures for registered nurses.',
  )
  await expect(page.locator('main')).not.toContainText('As published elsewhere')
  await expect(page.locator('#pay')).toContainText('$')
})

test('two roles of one occupation share its figures, and nothing is made of a difference', async ({ page }) => {
  for (const [pair, says] of [
    ['charge-nurse-vs-travel-nurse', 'both fall under registered nurses.'],
    ['charge-nurse-vs-registered-nurse', 'they fall under registered nurses.'],
  ]) {
    await page.goto(`/compare/${pair}`)
    await expect(page.locator('.stand')).toContainText(`not counted officially: ${says}`)
    await expect(page.locator('.stand')).toContainText('it cannot show how they differ')
    await expect(page.locator('#overview')).toContainText(
      'Both columns show the figures of one occupation: registered nurses.',
    )
    await expect(page.locator('main')).not.toContainText('no clear difference')
    await expect(page.locator('th', { hasText: 'Difference' })).toHaveCount(0)
    await expect(page.locator('#switching')).toHaveCount(0)
  }
})

test('a search for the title finds it before the occupation that has it as another name', async ({ page }) => {
  await page.goto('/search?q=medical+coder')
  await expect(page.locator('main a[href^="/roles/"]').first()).toHaveAttribute('href', '/roles/medical-coder')
})
