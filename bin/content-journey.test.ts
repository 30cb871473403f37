import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BREAKS, FILE, fillGaps, type Told, WORDS } from './testing/editing'
import { copyProject } from './testing/project-copy'

let copy: ReturnType<typeof copyProject>
beforeAll(() => {
  copy = copyProject()
})
afterAll(() => copy.remove())

/** Runs a task of the copy as `npm run` does. */
function task(...args: string[]): { code: number; out: string } {
  try {
    const out = execFileSync(process.execPath, ['bin/run.mjs', ...args], {
      cwd: copy.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_execpath: '' },
    })
    return { code: 0, out }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, out: stdout + stderr }
  }
}

const read = () => readFileSync(join(copy.root, FILE), 'utf8')
const write = (text: string) => writeFileSync(join(copy.root, FILE), text)

/** What the check says of the file, by its own JSON. */
function told(): Told[] {
  const { problems } = JSON.parse(task('content-check', '--json').out) as { problems: Told[] }
  return problems.filter(({ path }) => path === FILE)
}

it('an editor makes a file, fills its gaps, breaks it in five ways and mends it by the messages alone', () => {
  expect(task('content-new', 'dental-hygenist')).toMatchObject({
    code: 1,
    out: expect.stringContaining('There is no role "dental-hygenist". Did you mean dental-hygienist'),
  })
  expect(task('content-new', 'dental-hygienist')).toMatchObject({ code: 0, out: expect.stringContaining(FILE) })
  expect(task('content-new', 'dental-hygienist')).toMatchObject({
    code: 1,
    out: expect.stringContaining(`${FILE} is there already; nothing was written.`),
  })

  const gaps = told()
  expect(gaps).toHaveLength(WORDS.length)
  for (const { code, line, column } of gaps) {
    expect(code).toBe('gap')
    expect(
      read()
        .split('\n')
        [line - 1]?.slice(column - 1),
    ).toMatch(/^(\?\?\?|summary: "\?\?\?)/)
  }
  write(fillGaps(read(), gaps))
  for (const { from, to, code, says, mend } of BREAKS) {
    expect(read()).toContain(from)
    write(read().replace(from, to))
    // The check tells the break and nothing else: so the one before is mended, too.
    const [problem, ...others] = told()
    expect(problem).toMatchObject({ code })
    expect(`${problem?.message} (${problem?.hint})`).toMatch(says)
    expect(others).toEqual([])
    if (problem) write(mend(read(), problem))
  }
  write(read().replace('status: draft', 'status: published'))
  expect(task('content-check', '--strict', '--today=2026-11-24')).toMatchObject({ code: 0 })
}, 300_000)
