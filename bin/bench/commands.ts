import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findPort } from '../app'
import { root, step } from '../steps.mjs'
import { createStore } from '../testing/store'

const run = promisify(execFile)

/** Starts and stops the site and prints how long a start takes with what is there. */
export async function measureStart(): Promise<void> {
  const port = await findPort()
  const child = spawn(process.execPath, ['bin/run.mjs', 'start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += String(data)
    if (output.includes('ready in')) child.kill('SIGTERM')
  })
  await once(child, 'exit')
  console.log(`start with what is there: ${/ready in ([\d.]+ s)/.exec(output)?.[1] ?? 'did not start'} (floor 5 s)`)
}

const FIRST = ['oews/national_M2025_dl.xlsx', 'ep/nem-onet-to-soc-crosswalk.xlsx', 'ep/nem-occcode-acs-crosswalk.xlsx']
const NOT_READ = /Categories|Reference|Occupation Data|Read Me|cpsaat39|crosswalk|national_M2025|\.txt$/

/** Imports all official files into an empty store and prints time and memory; needs OFFICIAL_FILES. */
export async function measureImport(): Promise<void> {
  const folder = process.env.OFFICIAL_FILES
  if (!folder) return console.log('import of the official files: OFFICIAL_FILES is not set')
  const rest = ['oews', 'ep', 'cps', 'onet'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => !NOT_READ.test(name))
      .map((name) => `${part}/${name}`),
  )
  const store = await createStore()
  try {
    const since = Date.now()
    const { stdout } = await step('Import the official files', () =>
      run(process.execPath, ['bin/run.mjs', 'data-import', ...[...FIRST, ...rest].map((name) => join(folder, name))], {
        cwd: root,
        maxBuffer: 1 << 26,
        env: { ...process.env, DATABASE_URL: store.webUrl, DATABASE_OWNER_URL: store.ownerUrl },
      }),
    )
    console.log(
      `import: ${((Date.now() - since) / 1000).toFixed(1)} s (floor 60), ${/Peak memory .*/.exec(stdout)?.[0]} (floor 300)`,
    )
  } finally {
    await store.drop()
  }
}
