import { execFile } from 'node:child_process'
import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { typescript } from '../steps.mjs'
import { copyProject, fillWithWriteUps } from '../testing/project-copy'
import { line } from './cost'

const run = promisify(execFile)
const COUNT = 800
/** Prints what a process took when it ends. */
const PRELOAD = new URL('report-peak.mjs', import.meta.url).href

type Cost = { seconds: number; peak: number; said: string }

async function measureCommand(copy: string, args: readonly string[]): Promise<Cost> {
  const since = performance.now()
  const { stdout, stderr } = await run(process.execPath, args, {
    cwd: copy,
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_OPTIONS: `--import ${PRELOAD}` },
  }).catch((error: { stdout: string; stderr: string }) => error)
  return {
    seconds: (performance.now() - since) / 1000,
    peak: Number(/peak (\d+)/.exec(stderr)?.[1]),
    said: stdout.trim().split('\n').at(-1) ?? '',
  }
}

/** Checks and builds 800 made-up write-ups in a copy of the project and prints time and memory, start of Node included. */
export async function measureContent(): Promise<void> {
  const copy = copyProject()
  try {
    const files = await fillWithWriteUps(copy.root, COUNT)
    const show = (what: string, cost: Cost, floor: string) =>
      line(`${what}, ${COUNT} write-ups`, `${cost.seconds.toFixed(1)} s, ${cost.peak} MB`, `${floor}; ${cost.said}`)
    const check = () => measureCommand(copy.root, ['bin/run.mjs', 'content-check'])
    show('content check, all anew', await check(), 'floor 10 s')
    show('content check, nothing changed', await check(), 'floor 1 s')
    appendFileSync(files[400] ?? '', '\nOne more sentence stands here.\n')
    show('content check, one changed', await check(), 'floor 1 s')
    appendFileSync(join(copy.root, 'content/words.txt'), 'zyxword\n')
    show('content check, one of the words changed', await check(), 'floor 1 s')
    rmSync(join(copy.root, '.content'), { recursive: true })
    const flags = typescript('').slice(0, -1)
    show(
      'content step of the build, all anew',
      await measureCommand(copy.root, [...flags, join(copy.root, 'bin/content-build.ts')]),
      'floor 30 s, 700 MB',
    )
  } finally {
    copy.remove()
  }
}
