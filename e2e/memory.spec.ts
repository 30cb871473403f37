import { expect, test } from '@playwright/test'
import { loadPairs } from '@/bin/bench/load-pairs'

const CACHE = 32

test('a server in little memory survives many readers at once, and keeps no more than its cache @full', async () => {
  test.setTimeout(600_000)
  const { answered, bad, died, samples, peak } = await loadPairs({
    pages: 1500,
    connections: 20,
    cache: CACHE,
    limit: 512,
    every: 500,
  })
  expect({ answered, bad, died }).toEqual({ answered: 1500, bad: 0, died: false })
  // Without bin/unread-stacks.mjs on Node 20: 258 to 680 MB, if it lives.
  for (const { heap } of samples) expect(heap / 2 ** 20).toBeLessThan(160)
  expect(peak / 2 ** 20).toBeLessThan(200 + 3 * CACHE)
})
