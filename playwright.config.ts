import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // What takes long, or sends much, is for FULL=1.
  ...(process.env.FULL ? {} : { grepInvert: /@full/ }),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '.data/e2e.json' }]],
  use: {
    baseURL: process.env.E2E_URL ?? 'http://localhost:3000',
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
