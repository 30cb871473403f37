import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, step, typescript } from './steps.mjs'
import { testEndToEnd } from './test-e2e'

type Result = { name: string; milliseconds: number; passed: boolean }

const UNIT = join(root, '.data/unit.json')
const E2E = join(root, '.data/e2e.json')

const read = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

type Assertion = { fullName: string; status: string; duration?: number }

function unitResults(): { results: Result[]; skipped: number } {
  const report = read(UNIT) as { testResults: { assertionResults: Assertion[] }[] } | undefined
  const all = report?.testResults.flatMap((file) => file.assertionResults) ?? []
  const ran = all.filter(({ status }) => status === 'passed' || status === 'failed')
  return {
    skipped: all.length - ran.length,
    results: ran.map(({ fullName, status, duration }) => ({
      name: fullName,
      milliseconds: duration ?? 0,
      passed: status === 'passed',
    })),
  }
}

type Suite = {
  title: string
  suites?: Suite[]
  specs?: { title: string; ok: boolean; tests: { results: { duration: number }[] }[] }[]
}

function endToEndResults(): Result[] {
  const report = read(E2E) as { suites: Suite[] } | undefined
  const walk = (suite: Suite): Result[] => [
    ...(suite.specs ?? []).map(({ title, ok, tests }) => ({
      name: `${suite.title}: ${title}`,
      milliseconds: tests.flatMap((t) => t.results).reduce((sum, { duration }) => sum + duration, 0),
      passed: ok,
    })),
    ...(suite.suites ?? []).flatMap(walk),
  ]
  return report?.suites.flatMap(walk) ?? []
}

/** Reviews that are due by the calendar alone do not make a test fail. */
const TODAY = '2026-11-24'

const failures: string[] = []

/** Goes on after a failure, so that one run tells all. */
async function prove(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await step(what, work)
  } catch (error) {
    failures.push(what)
    console.error(`✗ ${what}: ${error instanceof Error ? error.message : error}`)
  }
}

for (const file of [UNIT, E2E]) rmSync(file, { force: true })
await prove('Check: format, lint, types, import directions', () => run(process.execPath, typescript('bin/check.ts')))
await prove('Write-ups', () =>
  run(process.execPath, [join(root, 'bin/run.mjs'), 'content-check', '--strict', `--today=${TODAY}`]),
)
await prove('Unit and store tests', () =>
  run(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${UNIT}`,
  ]),
)
await prove('Journeys, access and status on a production build', () => testEndToEnd([]))

const unit = unitResults()
const results = [...unit.results, ...endToEndResults()]
console.log('\nThe ten slowest:')
for (const { name, milliseconds } of results.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 10)) {
  console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${name}`)
}
if (!process.env.FULL)
  console.log('\nFULL is not set: long journeys (large bodies, killed processes, the hostile corpus) were left out.')
if (!process.env.OFFICIAL_FILES)
  console.log('\nOFFICIAL_FILES is not set: the tests on the full official files were skipped.')
const failed = Math.max(results.filter((result) => !result.passed).length, failures.length)
const passed = results.filter((result) => result.passed).length
if (failures.length > 0) console.log(`\nFailed: ${failures.join('; ')}`)
console.log(`\n${passed} passed, ${failed} failed${unit.skipped > 0 ? `, ${unit.skipped} skipped` : ''}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
