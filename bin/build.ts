import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exclusively, operatorOptions, root, run, step, typescript } from './steps.mjs'

const INPUTS = [
  'app',
  'components',
  'content',
  'docs/editing.md',
  'lib',
  'drizzle/schema',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

export const server = join(root, '.next/standalone/server.js')
const stamp = join(root, '.next/rolebook-inputs')

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* files(join(path, name))
}

function hashInputs(): string {
  const hash = createHash('sha256').update(process.version)
  for (const input of INPUTS) {
    for (const file of files(join(root, input)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const isBuilt = (inputs: string) =>
  [server, stamp].every((file) => existsSync(file)) && readFileSync(stamp, 'utf8') === inputs

/** Makes the production build, unless the one that is there was made from these very files. Needs no store. */
export async function build(): Promise<void> {
  const inputs = hashInputs()
  if (isBuilt(inputs)) return
  await exclusively('build', async () => {
    if (isBuilt(inputs)) return
    rmSync(stamp, { force: true })
    await step('Check and prepare the write-ups', () => run(process.execPath, typescript('bin/content-build.ts')))
    await step('Build for production', () =>
      run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
        env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: operatorOptions(), NEXT_TELEMETRY_DISABLED: '1' },
      }),
    )
    cpSync(join(root, '.next/static'), join(root, '.next/standalone/.next/static'), { recursive: true })
    cpSync(join(root, 'public'), join(root, '.next/standalone/public'), { recursive: true })
    writeFileSync(stamp, inputs)
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(stamp, { force: true })
  await build()
}
