import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { checkAcross } from './across'
import { openFigures, readKnown } from './dataset'
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

for (const [kind, places] of Object.entries({ refused: expected, warned }) as [string, Record<string, string[]>][]) {
  const severity = kind === 'refused' ? 'error' : 'warning'
  describe(`${kind}, at the place where it stands`, () => {
    for (const file of readdirSync(join(folder, kind))) {
      it(file, async () => {
        const problems = await check(readFileSync(join(folder, kind, file), 'utf8'))
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
