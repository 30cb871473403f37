import { join } from 'node:path'
import { addHashes } from './check/migrations'
import { root, run, step } from './steps.mjs'

try {
  await step('Write a migration for what changed in drizzle/schema', () =>
    run(process.execPath, [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate', ...process.argv.slice(2)]),
  )
  const added = addHashes(root)
  if (added.length > 0) console.log(`${added.join(', ')}: noted in drizzle/migrations/SHA256SUMS.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
