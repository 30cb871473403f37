import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { ERRORS, WARNINGS } from './codes'
import { readKnown } from './dataset'
import { parseWriteUp } from './parse'
import { listForms, makeSpeller } from './spelling'

const guide = readFileSync(join(root, 'docs/editing.md'), 'utf8')
const folder = join(root, 'lib/content')

const codesInGuide = [...guide.slice(guide.indexOf('## Codes')).matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code),
)

it('has every code of the check in the guide, and no other', () => {
  expect(codesInGuide.toSorted()).toEqual([...ERRORS, ...WARNINGS].sort())
})

it('shows one full example that the check has nothing against', async () => {
  const [, example = ''] = /## One full example\s+```mdx\n([\s\S]*?)```/.exec(guide) ?? []
  const known = await readKnown(root)
  const parsed = parseWriteUp('content/roles/paralegal.mdx', example, known, makeSpeller(await listForms()))
  expect(parsed.ok ? parsed.warnings : parsed.problems).toEqual([])
})

it('has a fixture for each code that one file can have', () => {
  const fixtures = ['refused', 'warned'].flatMap((kind) =>
    Object.values(
      JSON.parse(
        readFileSync(join(folder, 'fixtures', kind === 'refused' ? 'expected.json' : 'warned.json'), 'utf8'),
      ) as Record<string, string[]>,
    ).flatMap((lines) => lines.map((line) => line.split(' ')[1] ?? '')),
  )
  // These need two files, none, one of another name or a large picture: lib/content/check.test.ts has them.
  const elsewhere = ['content-empty', 'file-name', 'duplicate', 'alike', 'image-large']
  expect([...new Set([...fixtures, ...elsewhere])].sort()).toEqual(codesInGuide.toSorted())
})
