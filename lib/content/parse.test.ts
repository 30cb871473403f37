import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { renderNodes } from '@/components/content/render'
import { checkContent } from './check'
import expected from './fixtures/expected.json'
import { parseWriteUp } from './parse'
import { formatProblem } from './types'

const folder = fileURLToPath(new URL('fixtures', import.meta.url))
const known = new Set(['paralegal', 'lawyer'])
const good = readFileSync(join(folder, 'paralegal.mdx'), 'utf8')
const PATH = 'content/roles/paralegal.mdx'

const parse = (text: string) => parseWriteUp(PATH, text, known)

it('takes a good file apart', () => {
  const result = parse(good)
  expect(result.ok && result.writeUp.sections.map(({ id }) => id)).toEqual([
    'what-they-do',
    'a-working-day',
    'how-to-become-one',
    'who-it-suits',
  ])
  expect(result.ok && result.writeUp.responsibilities).toHaveLength(6)
  expect(result.ok && result.warnings).toEqual([])
})

describe('refuses, at the place where it stands', () => {
  for (const file of readdirSync(join(folder, 'refused'))) {
    it(file, () => {
      const result = parse(readFileSync(join(folder, 'refused', file), 'utf8'))
      expect(result.ok).toBe(false)
      const problems = result.ok
        ? []
        : result.problems.map((problem) => `${problem.line}:${problem.column} ${problem.code}`)
      expect(problems).toEqual((expected as Record<string, string[]>)[file])
    })
  }
  it('has an expectation for each fixture', () =>
    expect(Object.keys(expected).sort()).toEqual(readdirSync(join(folder, 'refused')).sort()))
})

it('warns of a number without a source, and says so in one line', () => {
  const result = parse(good.replace('A day,', 'They earn $50 and get 5% more,'))
  expect(result.ok && result.warnings.map(formatProblem)).toEqual([
    'content/roles/paralegal.mdx:23:1 uncited-number "$5" is a number without a source (use <Figure measure="…" />)',
  ])
})

it('fails on a folder in which there is nothing', () => {
  const empty = mkdtempSync(join(tmpdir(), 'rolebook-empty-'))
  expect(checkContent(empty).problems.map(({ code }) => code)).toEqual(['content-empty'])
  rmSync(empty, { recursive: true })
})

it('never throws and never hangs on mutated files', () => {
  const pieces = [
    '{',
    '}',
    '<',
    '</',
    '/>',
    '---',
    '\n\n',
    '# ',
    '[',
    '](',
    '`',
    '\u0000',
    '<Figure ',
    '"',
    '*',
    '\t',
    '💥',
    '</script>',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length), fc.constantFrom(...pieces), fc.nat(8)), { minLength: 1, maxLength: 6 }),
      (edits) => {
        const text = edits.reduce(
          (before, [at, piece, drop]) => before.slice(0, at) + piece + before.slice(at + drop),
          good,
        )
        const since = performance.now()
        const result = parse(text)
        expect(performance.now() - since).toBeLessThan(200)
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 300, seed: 7 },
  )
})

it('keeps hostile words inert', () => {
  const result = parse(good.replace('A day,', 'A day &lt;script>alert(1)&lt;/script> &quot;onload=x,'))
  const nodes = result.ok ? (result.writeUp.sections[1]?.nodes ?? []) : []
  const none = () => null
  const html = renderToStaticMarkup(
    createElement(Fragment, null, renderNodes(nodes, { Figure: none, Callout: none, Source: none, SkillList: none })),
  )
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script')
})
