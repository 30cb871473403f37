import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findForbiddenImports } from './check/directions'
import { findRefusedEngines } from './check/engines'
import { findEditedMigrations } from './check/migrations'
import { findRefusedPackages } from './check/packages'
import { root, run, step, typescript } from './steps.mjs'

const bin = (path: string) => join(root, 'node_modules', path)

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

try {
  await step('Format and lint', () =>
    run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.']),
  )
  await step('Prepare the write-ups', () => run(process.execPath, typescript('bin/content-build.ts')))
  await step('Types', async () => {
    await run(process.execPath, [bin('next/dist/bin/next'), 'typegen'], { stdio: ['ignore', 'ignore', 'inherit'] })
    await run(process.execPath, [bin('typescript/bin/tsc'), '--noEmit'])
  })
  await step('Import directions', () => refuse(findForbiddenImports(root)))
  await step('Migrations that have landed', () => refuse(findEditedMigrations(root)))
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  await step('Engines of locked packages', () => refuse(findRefusedEngines(lock)))
  await step('Versions, origin and licenses of locked packages', () =>
    refuse(findRefusedPackages(lock, readFileSync(join(root, 'bin/check/packages.yaml'), 'utf8'))),
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
