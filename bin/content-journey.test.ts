import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyProject } from './testing/project-copy'

const FILE = 'content/roles/dental-hygienist.mdx'

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

type Told = { line: number; column: number; code: string; hint?: string; message: string }

const read = () => readFileSync(join(copy.root, FILE), 'utf8')
const write = (text: string) => writeFileSync(join(copy.root, FILE), text)
const edit = (from: string, to: string) => {
  expect(read()).toContain(from)
  write(read().replace(from, to))
}

/** What the check says of the file, by its own JSON. */
function told(): Told[] {
  const { problems } = JSON.parse(task('content-check', '--json').out) as { problems: (Told & { path: string })[] }
  return problems.filter(({ path }) => path === FILE)
}

/** The editor's hand: puts words in place of the line that a message names. */
function replaceLine(line: number, words: string): void {
  const lines = read().split('\n')
  lines[line - 1] = words
  write(lines.join('\n'))
}

const WORDS = [
  'summary: Cleans teeth, takes X-rays, and shows people how to keep what they have.',
  'A dental hygienist cleans teeth above and under the gums, takes pictures of the jaw and writes down what has changed.',
  'Most of the talking happens while nobody can answer. A good part of the work is to make people less afraid.',
  'The first patient lies back at eight. By ten the water line of the second chair drips, and the tray for the next visit is still in the sterilizer.',
  'Two or three years at a college lead to the board exams. Every patient in training is a real one.',
  '- Clean and polish teeth',
  '- Take pictures of teeth and jaws',
  '- Look for signs of disease and tell the dentist',
  '- Put sealants on the teeth of children',
  '- Show patients how to brush where they never do',
  '- Keep the record of each visit',
  'It suits people with steady hands who like to talk. Backs and wrists pay for it.',
]

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
  for (const [i, { line }] of gaps.entries()) replaceLine(line, WORDS[i] ?? '')

  const breaks: { from: string; to: string; code: string; mend(problem: Told): void }[] = [
    {
      from: 'reviewers: []',
      to: 'reviwers: []\nreviewers: []',
      code: 'front-matter-key',
      mend: ({ line, hint }) => {
        expect(hint).toBe('did you mean "reviewers"?')
        write(
          read()
            .split('\n')
            .toSpliced(line - 1, 1)
            .join('\n'),
        )
      },
    },
    {
      from: 'The first patient',
      to: '<Callout kind="note">\n\nThe first patient',
      code: 'syntax',
      mend: ({ line, message }) => {
        expect(message).toBe('<Callout> is not closed')
        write(
          read()
            .split('\n')
            .toSpliced(line - 1, 2)
            .join('\n'),
        )
      },
    },
    {
      from: '[medical assistants](/roles/medical-assistant)',
      to: '[medical assistants](/roles/medical-asistant)',
      code: 'dead-link',
      mend: ({ line, message }) => {
        const [, slug = ''] = /"(.*)"/.exec(message) ?? []
        replaceLine(line, (read().split('\n')[line - 1] ?? '').replace(slug, 'medical-assistant'))
      },
    },
    {
      from: 'The nearest roles are',
      to: 'They <Difference of="pay.annual.median" than="dental-assistant/pay.annual.median" expect="less">earn less than dental assistants</Difference>. The nearest roles are',
      code: 'difference-wrong',
      mend: ({ line, column, message }) => {
        expect(message).toMatch(/pay\.annual\.median is \$\d.* and dental-assistant\/pay\.annual\.median is \$\d/)
        const text = read().split('\n')[line - 1] ?? ''
        replaceLine(
          line,
          text.slice(0, column - 1) + text.slice(column - 1).replace('"less">earn less', '"more">earn more'),
        )
      },
    },
    {
      from: 'measure="employment"',
      to: 'measure="employmnet"',
      code: 'unknown-measure',
      mend: ({ line, column }) => {
        const text = read().split('\n')[line - 1] ?? ''
        replaceLine(line, text.slice(0, column - 1) + text.slice(column - 1).replace('employmnet', 'employment'))
      },
    },
  ]
  for (const { from, to, code, mend } of breaks) {
    edit(from, to)
    // The check tells the break and nothing else: so the one before is mended, too.
    const [problem, ...others] = told()
    expect(problem?.code).toBe(code)
    expect(others).toEqual([])
    if (problem) mend(problem)
  }
  edit('status: draft', 'status: published')
  expect(task('content-check', '--strict', '--today=2026-11-24')).toMatchObject({ code: 0 })
}, 300_000)
