import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { Words, type WordsContext } from '@/components/content/words'
import { Citations, type CitedRelease } from '../compare/cite'
import { FigureSet } from '../figures/figure'
import { readKnown } from './dataset'
import { parseWriteUp } from './parse'
import { listForms, makeSpeller } from './spelling'
import type { ContentNode, WriteUp } from './types'

const good = readFileSync(fileURLToPath(new URL('fixtures/paralegal.mdx', import.meta.url)), 'utf8')
const PATH = 'content/roles/paralegal.mdx'

const named = { slug: 'paralegal', code: '23-2011', singular: 'paralegal', plural: 'paralegals', article: 'a' }
const context: WordsContext = {
  side: {
    key: 'a',
    role: { ...named, kind: 'occupation' },
    occupation: { ...named, id: 1, name: 'Paralegals' },
    official: new FigureSet([]),
  },
  find: () => undefined,
  answers: new Map(),
  cite: new Citations<CitedRelease>(new Map()),
  years: '2024 to 2034',
  sources: ['conduct'],
  lists: { skills: ['Reading'], technologies: [] },
}

const nodesOf = ({ sections, responsibilities }: WriteUp) => [
  ...sections.flatMap(({ nodes }) => nodes),
  ...responsibilities.flat(),
]
const render = (nodes: readonly ContentNode[]) => renderToStaticMarkup(<Words nodes={nodes} context={context} />)

/** Tags and attributes that our own components make; whatever else a page held would have come from the file. */
const TAG =
  /<\/?(?:div|p|em|strong|ul|ol|li|a|blockquote|h3|span|sup|img|figure|figcaption|table|thead|tbody|tr|th|td)(?: (?:class|data-kind|data-figure|data-mark|href|rel|aria-label|src|alt|width|height|loading|decoding|role|tabindex|scope|data-align)="[^"<>]*")*\/?>/g

const PIECES = [
  ...['{', '}', '<', '</', '/>', '---', '\n\n', '# ', '[', '](', '`', '\u0000', '<Figure ', '"', '*', '\t', '💥'],
  ...['</script>', '&lt;script>', '&#60;img src=x onerror=alert(1)>', '\\<b>', '](javascript:alert(1))', '"onload="'],
  ...['<Difference of="pay.annual.median" than="employment" expect="more">', '</Difference>', '???', '\r\n', '> '],
  ...['| a | b |\n|---|--:|\n| c | <b> |\n', '|', '~~', '[^1]', '- [x] ', '\r', '\u200b', 'e\u0301', '&#8203;'],
]

it('never throws, never hangs and lets nothing unescaped into a page, whatever a file holds', async () => {
  const known = await readKnown(root)
  const isWord = makeSpeller(await listForms())
  parseWriteUp(PATH, good, known, isWord)
  let rendered = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length), fc.constantFrom(...PIECES), fc.nat(8)), { minLength: 1, maxLength: 6 }),
      (edits) => {
        const text = edits.reduce(
          (before, [at, piece, drop]) => before.slice(0, at) + piece + before.slice(at + drop),
          good,
        )
        // The processor's time: how long a busy machine takes is not the file's doing.
        const before = process.cpuUsage()
        const result = parseWriteUp(PATH, text, known, isWord)
        const { user, system } = process.cpuUsage(before)
        expect((user + system) / 1000).toBeLessThan(200)
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0)
          for (const { line, column } of result.problems) expect(Math.min(line, column)).toBeGreaterThan(0)
          return
        }
        rendered += 1
        expect(render(nodesOf(result.writeUp)).replaceAll(TAG, '')).not.toMatch(/[<>]/)
      },
    ),
    { numRuns: 800, seed: 7 },
  )
  expect(rendered).toBeGreaterThan(20)
})

it('keeps hostile words inert, in text and in every prop', () => {
  const hostile = '&lt;script>alert(1)&lt;/script> &quot;onload=x \\<b>'
  const image = '<Image name="x.png" alt="a desk <b> &quot;onload=x" width="1" height="1" />'
  const result = parseWriteUp(PATH, good.replace('A day,', `${image}\n\nA day ${hostile},`))
  const html = render(result.ok ? nodesOf(result.writeUp) : [])
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('alt="a desk &lt;b&gt; &quot;onload=x"')
  expect(html).not.toMatch(/<script|<b>/)
})

it('reads a long line of any mark in time that grows with its length only', () => {
  for (const mark of [
    '*',
    '_',
    '[',
    '](',
    '&',
    '<',
    '!',
    '>',
    '1. ',
    '"',
    '$1 ',
    'two years of ',
    '?',
    'A. ',
    '~',
    '|',
    '~~a',
    '[^',
    'a|',
    'e\u0301',
  ]) {
    const before = process.cpuUsage()
    parseWriteUp(PATH, good.replace('A day,', mark.repeat(2000)))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000, mark).toBeLessThan(4000)
  }
})
