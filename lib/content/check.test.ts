import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root, typescript } from '@/bin/steps.mjs'
import { copyProject } from '@/bin/testing/project-copy'
import { checkContent, readWriteUp } from './check'
import { formatProblem } from './types'

const TODAY = '2026-11-24'
const FILE = 'content/roles/paralegal.mdx'

let copy: ReturnType<typeof copyProject>
const at = (path: string) => join(copy.root, path)
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(at(path), change(readFileSync(at(path), 'utf8')))
const check = (today = TODAY) => checkContent(copy.root, { today })
const told = async (today?: string) => (await check(today)).problems.map(formatProblem)

/** Runs the command as an editor does. */
function command(...args: string[]): { code: number; out: string } {
  const [conditions = '', flag = '', loader = ''] = typescript('')
  try {
    const out = execFileSync(
      process.execPath,
      [conditions, flag, loader, at('bin/content-check.ts'), `--today=${TODAY}`, ...args],
      { cwd: copy.root, encoding: 'utf8' },
    )
    return { code: 0, out }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { code: status, out: stdout }
  }
}

beforeEach(() => {
  copy = copyProject()
})
afterEach(() => copy.remove())

it('fails on a folder in which there is nothing', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'rolebook-empty-'))
  expect((await checkContent(empty)).problems.map(({ code }) => code)).toEqual(['content-empty'])
  rmSync(empty, { recursive: true })
})

it('finds nothing wrong with our own write-ups', async () => {
  expect((await checkContent(root, { today: TODAY })).problems.map(formatProblem)).toEqual([])
})

it('tells a role that two files write up, at the second', async () => {
  edit(FILE, (text) => text)
  writeFileSync(
    at('content/roles/zz-paralegal.mdx'),
    readFileSync(at(FILE), 'utf8').replace('slug: paralegal', 'slug: zz-paralegal'),
  )
  const lines = await told()
  expect(lines).toContain(
    'content/roles/zz-paralegal.mdx:4:1 duplicate role "paralegal" is that of content/roles/paralegal.mdx too (keep one of the two files)',
  )
})

it('refuses a text that is another with the role changed', async () => {
  const text = readFileSync(at(FILE), 'utf8')
  writeFileSync(
    at('content/roles/legal-secretary.mdx'),
    text.replaceAll('paralegal', 'legal-secretary').replaceAll('Paralegal', 'Legal secretary'),
  )
  const alike = (await check()).problems.filter(({ code }) => code === 'alike')
  expect(alike).toHaveLength(1)
  expect(alike[0]?.message).toMatch(/^the text is \d\d% the same as content\/roles\/legal-secretary\.mdx$/)
})

it('warns of a review that is due by the day that is given, and of no other', async () => {
  edit(FILE, (text) => text.replace(/^nextReview: .*$/m, 'nextReview: 2026-12-01'))
  expect(await told('2026-12-01')).toEqual([])
  expect(await told('2026-12-02')).toEqual([
    expect.stringMatching(/^content\/roles\/paralegal\.mdx:\d+:1 review-due the review was due on 2026-12-01/),
  ])
})

it('names what lies beside write-ups and is not read, whatever its ending, and leaves what is hidden alone', async () => {
  const names = [
    'nurse.md',
    'nurse.mdx.txt',
    'nurse.MDX',
    'nurse.docx',
    'paralegal.mdx~',
    'paralegal copy',
    '.DS_Store',
  ]
  for (const name of names) writeFileSync(at(`content/roles/${name}`), 'words')
  mkdirSync(at('content/roles/nurses'))
  writeFileSync(at('content/roles/nurses/nurse.mdx'), 'words')
  const { problems, files } = await check()
  expect(problems.map(({ path, code, severity }) => [path, code, severity])).toEqual(
    [...names.slice(0, -1), 'nurses'].sort().map((name) => [`content/roles/${name}`, 'file-name', 'error']),
  )
  expect(problems.map(formatProblem)).toContain(
    'content/roles/nurse.MDX:1:1 file-name “nurse.MDX” has another ending than .mdx and is not read (name it <role>.mdx, or move it elsewhere)',
  )
  expect(files).toBeGreaterThan(names.length)
})

it('refuses bytes that are no UTF-8 at their place, and keeps nothing of it for the next check', async () => {
  const good = readFileSync(at(FILE))
  const line = good.toString('utf8').split('\n').length
  for (const bytes of [Buffer.concat([good, Buffer.from('A lawyer\x92s day.\n', 'latin1')])]) {
    writeFileSync(at(FILE), bytes)
    for (let time = 0; time < 2; time += 1)
      expect((await told()).filter((one) => one.startsWith(FILE))).toEqual([
        `${FILE}:${line}:9 encoding byte 0x92 is no UTF-8 (in Windows-1252 it is “’”: save it as UTF-8)`,
      ])
  }
  writeFileSync(
    at(FILE),
    Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(good.toString('utf8').replaceAll('\n', '\r\n'))]),
  )
  expect(await told()).toEqual([])
})

it('refuses a picture that is too large', async () => {
  const noise = Buffer.from(Array.from({ length: 600 * 400 * 3 }, (_, i) => (i * 7919 * (i % 251)) % 256))
  await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toFile(at('public/content/large.png'))
  edit(FILE, (text) => `${text}\n<Image name="large.png" alt="A desk with two binders" width="600" height="400" />\n`)
  expect((await check()).problems.map(({ code }) => code)).toEqual(['image-large'])
})

it('reads one file of any status by its slug', async () => {
  edit(FILE, (text) => text.replace('status: published', 'status: draft'))
  const parsed = await readWriteUp(copy.root, 'paralegal')
  expect(parsed?.ok && JSON.parse(JSON.stringify(parsed.writeUp))).toEqual(parsed?.ok && parsed.writeUp)
  expect(parsed?.ok && parsed.writeUp.status).toBe('draft')
  expect(await readWriteUp(copy.root, '../roles/paralegal')).toBeUndefined()
  expect(await readWriteUp(copy.root, 'nobody')).toBeUndefined()
})

describe('what an earlier check kept', () => {
  it('is used for files that are the same, and for no other', async () => {
    expect((await check()).read).toBeGreaterThan(0)
    expect((await check()).read).toBe(0)
    edit(FILE, (text) => `${text}\nOne daay more.\n`)
    const changed = await check()
    expect(changed.read).toBe(1)
    expect(changed.problems.map(({ code }) => code)).toEqual(['spelling'])
    expect((await check()).problems).toEqual(changed.problems)
  })

  it('is worth nothing when the words, the roles or the checker are others', async () => {
    edit(FILE, (text) => `${text}\nOne daay more.\n`)
    expect((await check()).problems).toHaveLength(1)
    edit('content/words.txt', (text) => `${text}daay\n`)
    expect(await check()).toMatchObject({ read: 1, problems: [] })
    edit('content/words.txt', (text) => text.replace('daay\n', ''))
    expect(await check()).toMatchObject({ read: 1, problems: [{ code: 'spelling' }] })
    const cache = JSON.parse(readFileSync(at('.content/check.json'), 'utf8')) as { checker: string }
    writeFileSync(at('.content/check.json'), JSON.stringify({ ...cache, checker: 'another' }))
    expect((await check()).read).toBeGreaterThan(1)
  })

  it('does not hide figures that changed since', async () => {
    edit(
      FILE,
      (text) =>
        `${text}\nThey <Difference of="pay.annual.median" than="lawyer/pay.annual.median" expect="less">earn less than lawyers</Difference>.\n`,
    )
    expect(await told()).toEqual([])
    const figures = await checkContent(copy.root, {
      today: TODAY,
      find: async ({ role }) => ({ state: 'published', value: role === 'lawyer' ? 1 : 2, text: null, lower: null }),
    })
    expect(figures.read).toBe(0)
    const ours = figures.problems.filter(({ path }) => path === FILE)
    expect(ours.map(({ code }) => code)).toEqual(['difference-wrong'])
  })

  it('is left aside when it was cut off', async () => {
    await check()
    for (const file of ['.content/check.json', '.content/forms.json'])
      edit(file, (text) => text.slice(0, text.length / 2))
    const again = await check()
    expect(again.read).toBeGreaterThan(1)
    expect(again.problems).toEqual([])
  })
})

describe('the command', () => {
  it('prints lines, JSON and annotations, and fails on errors, with --strict on warnings too', () => {
    expect(command()).toMatchObject({ code: 0 })
    edit(FILE, (text) => `${text}\nOne daay more.\n`)
    const line = readFileSync(at(FILE), 'utf8').split('\n').length - 1
    expect(command()).toMatchObject({ code: 0, out: expect.stringContaining(`${FILE}:${line}:5 spelling "daay"`) })
    expect(command('--strict').code).toBe(1)
    expect(command('--today=2027-02-30').code).toBe(1)
    edit(FILE, (text) => `${text}\n{1}\n`)
    const json = command('--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({ errors: 1, warnings: 1, problems: [{ line }, { code: 'expression' }] })
    expect(command('--github').out).toContain(
      `::error file=${FILE},line=${line + 2},col=1,title=expression::braces are not allowed (write \\{ for a brace)\n`,
    )
  }, 300_000)

  it('fails when there is nothing to check', () => {
    rmSync(at('content/roles'), { recursive: true })
    mkdirSync(at('content/roles'))
    expect(command()).toMatchObject({ code: 1, out: expect.stringContaining('content-empty') })
    expect(existsSync(at('content/roles'))).toBe(true)
  })
})
