import { expect, test } from '@playwright/test'
import { TABLE_HTML } from '@/bin/testing/table'
import { askAxe } from './axe'

// No write-up of ours holds such a table: its markup, which lib/content/load.test.tsx proves, is put into a page that has words.
test('a table wider than a telephone scrolls by itself, by keyboard too, and axe finds nothing', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/roles/paralegal')
    await page
      .locator('.words')
      .first()
      .evaluate((words, html) => {
        words.innerHTML = html
      }, TABLE_HTML)
    const table = page.getByRole('group', { name: /^Table: Monday/ })
    await expect(table.getByRole('columnheader', { name: 'Hours' })).toBeVisible()
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(fits, String(width)).toBe(true)
    const [inside, outside] = await table.evaluate((box) => [box.scrollWidth, box.clientWidth] as const)
    if (width === 390) {
      expect(inside).toBeGreaterThan(outside)
      await table.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
    } else expect(inside).toBe(outside)
    expect(await askAxe(page)).toEqual([])
  }
})
