import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { checkAcross } from './across'
import { openFigures, readKnown } from './dataset'
import { readText } from './file-bytes'
import expected from './fixtures/expected.json'
import warned from './fixtures/warned.json'
import type { FindValue } from './judge'
import type { Known } from './known'
import { parseWriteUp } from './parse'
import { toJudged } from './read'
import { listForms, makeSpeller } from './spelling'
import { formatProblem, type Problem } from './types'

const folder = fileURLToPath(new URL('fixtures', import.meta.url))
const good = readFileSync(join(folder, 'paralegal.mdx'), 'utf8')
const PATH = 'content/roles/paralegal.mdx'
const TODAY = '2026-11-24'

let known: Known
let find: FindValue
const isWord = makeSpeller(await listForms())
beforeAll(async () => {
  known = await readKnown(root)
  find = await openFigures(join(root, 'data'))
})

const check = async (text: string): Promise<Problem[]> => {
  const parsed = parseWriteUp(PATH, text, known, isWord)
  const own = parsed.ok ? parsed.warnings : parsed.problems
  const across = await checkAcross(folder, [{ path: PATH, ...toJudged(parsed) }], find, TODAY)
  return [...own, ...across].sort((a, b) => a.line - b.line || a.column - b.column)
}
const readFixture = async (kind: string, file: string): Promise<Problem[]> => {
  const read = readText(PATH, readFileSync(join(folder, kind, file)))
  return 'problem' in read ? [read.problem] : check(read.text)
}
const placesOf = (problems: readonly Problem[]) => problems.map(({ line, column, code }) => `${line}:${column} ${code}`)

it('takes a good file apart', async () => {
  const result = parseWriteUp(PATH, good, known, isWord)
  expect(result.ok && result.writeUp.sections.map(({ id }) => id)).toEqual([
    'what-they-do',
    'a-working-day',
    'how-to-become-one',
    'who-it-suits',
  ])
  expect(result.ok && result.writeUp.responsibilities).toHaveLength(6)
  expect(await check(good)).toEqual([])
})

it('reads a file with the line ends of Windows and a byte order mark at the same places', async () => {
  const text = readFileSync(join(folder, 'warned', 'filler.mdx'), 'utf8')
  expect(placesOf(await check(`\uFEFF${text.replaceAll('\n', '\r\n')}`))).toEqual(warned['filler.mdx'])
})

it('counts lines and columns alike whatever ends a line, also where odd characters stand', async () => {
  for (const file of [
    'character-nfd.mdx',
    'character-reference.mdx',
    'task-list.mdx',
    'date-leap.mdx',
    'footnote.mdx',
  ]) {
    const text = readFileSync(join(folder, 'refused', file), 'utf8')
    for (const end of ['\r\n', '\r'])
      expect(placesOf(await check(`\uFEFF${text.replaceAll('\n', end)}`)), file).toEqual(
        (expected as Record<string, string[]>)[file],
      )
  }
})

it('says what an odd character is, and what the file was saved as', async () => {
  const told = async (file: string) => (await readFixture('refused', file)).map(formatProblem)
  expect(await told('character-zero-width.mdx')).toEqual([
    `${PATH}:23:3 character here stands a zero-width space (U+200B) (take it out)`,
  ])
  expect((await told('character-nfd.mdx'))[0]).toBe(
    `${PATH}:23:6 character “é” is written as U+0065 U+0301 (write it as U+00E9, which is Unicode NFC)`,
  )
  expect(await told('encoding-1252.mdx')).toEqual([
    `${PATH}:23:9 encoding byte 0x92 is no UTF-8 (in Windows-1252 it is “’”: save it as UTF-8)`,
  ])
  expect(await told('encoding-utf16.mdx')).toEqual([`${PATH}:1:1 encoding the file is UTF-16 (save it as UTF-8)`])
})

it('leaves pictures and names of other languages alone, which are put together from several characters', async () => {
  const text = good.replace('A day,', 'José and Zoë 👩‍⚕️ 🧑🏽‍🏫 ❤️ at a café,')
  expect((await check(text)).filter(({ code }) => code === 'character')).toEqual([])
})

it('gives advice on comments that works', async () => {
  const [html, expression] = [
    (await readFixture('refused', 'comment-html.mdx'))[0],
    (await readFixture('refused', 'comment-expression.mdx'))[0],
  ]
  for (const problem of [html, expression]) {
    expect(problem?.message).toBe('comments are not allowed')
    expect(problem?.hint).toBe('take it out, or put it into the front matter, on a line that begins with #')
  }
  expect(await check(good.replace('role: paralegal', 'role: paralegal\n# to do: ask a paralegal'))).toEqual([])
})

for (const [kind, places] of Object.entries({ refused: expected, warned }) as [string, Record<string, string[]>][]) {
  const severity = kind === 'refused' ? 'error' : 'warning'
  describe(`${kind}, at the place where it stands`, () => {
    for (const file of readdirSync(join(folder, kind))) {
      it(file, async () => {
        const problems = await readFixture(kind, file)
        expect(placesOf(problems)).toEqual(places[file])
        expect(problems.every((problem) => problem.severity === severity)).toBe(true)
      })
    }
    it('has an expectation for each fixture', () =>
      expect(Object.keys(places).sort()).toEqual(readdirSync(join(folder, kind)).sort()))
  })
}

it('says in one line what the figures are when a difference is not borne out', async () => {
  const text = readFileSync(join(folder, 'refused', 'difference-wrong.mdx'), 'utf8')
  const [line] = (await check(text)).map(formatProblem)
  expect(line).toMatch(
    /^content\/roles\/paralegal\.mdx:23:9 difference-wrong "earn less" says less, but lawyer\/pay\.annual\.median is \$1\d\d,\d{3} and paralegal\/pay\.annual\.median is \$\d\d,\d{3} \(say what the figures say, and change expect\)$/,
  )
})

it('takes every component as it is documented', async () => {
  const day = `A day.

<Chart of="pay" />

<Steps>

1. Read the file
2. Write the letter

</Steps>

<Callout kind="warning">

Two paragraphs.

Set apart.

</Callout>

<Image name="desk.png" alt="A desk with two binders" width="40" height="30" />

<Compare with="lawyer" />

<Difference of="lawyer/pay.annual.median" than="paralegal/pay.annual.median" expect="more">
Lawyers earn more.
</Difference>

In California the median is <Figure measure="pay.annual.median" place="US-CA" /> a year.`
  const text = good.replace('A day, <Callout kind="note">set apart.</Callout>', day)
  expect((await check(text)).map(formatProblem)).toEqual([])
})
