import { test as base, type Page } from '@playwright/test'

/** Tests that only look, on one page for all that a worker runs: a new one for each takes seconds to begin. */
export const test = base.extend<object, { shared: Page }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: process.env.E2E_URL ?? '' })
      await use(await context.newPage())
      await context.close()
    },
    { scope: 'worker' },
  ],
})
