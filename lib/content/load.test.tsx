import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { TABLE, TABLE_HTML } from '@/bin/testing/table'
import { Words } from '@/components/content/words'
import { Citations } from '../compare/cite'
import type { WriteUp } from './types'

const good = readFileSync(fileURLToPath(new URL('fixtures/paralegal.mdx', import.meta.url)), 'utf8')

let store: TestStore
beforeAll(async () => {
  store = await createFilledStore()
  process.env.DATABASE_URL = store.webUrl
})
afterAll(() => store.drop())

/** The day of a write-up as its page shows it. */
async function show(day: string): Promise<string> {
  const [{ parseWriteUp }, { citeWords, loadFigures, nodesOf }, { listCurrentReleases }, { getRoles }, figures] =
    await Promise.all([
      import('./parse'),
      import('./load'),
      import('../sources/queries'),
      import('../roles/queries'),
      import('../figures/queries'),
    ])
  const parsed = parseWriteUp('content/roles/paralegal.mdx', good.replace(/A day, .*/, day))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('; '))
  const writeUp: WriteUp = parsed.writeUp
  const shown = { role: 'paralegal', nodes: nodesOf(writeUp) }
  const roles = (await getRoles(['paralegal'])).filter((role) => role !== null)
  const reading = figures.listNationalFigures(roles.map(({ occupation }) => occupation.id))
  const loaded = await loadFigures([shown], { roles, figures: reading })
  const releases = await listCurrentReleases()
  const cite = new Citations(new Map(releases.map((release) => [release.key, release])))
  const answers = citeWords(shown, loaded, cite)
  const side = loaded.side('paralegal', 'a')
  if (!side) throw new Error('no side')
  const lists = { skills: [], technologies: [] }
  return renderToStaticMarkup(
    <Words
      nodes={writeUp.sections[1]?.nodes ?? []}
      context={{ side, find: loaded.find, answers, cite, years: '2024 to 2034', sources: [], lists }}
    />,
  )
}

const text = (html: string) => html.replaceAll(/<[^>]*>/g, '')

it('shows a figure of a state with its own source', async () => {
  const html = await show(
    'In California <Figure measure="pay.annual.median" place="US-CA" />, here <Figure measure="pay.annual.median" />.',
  )
  const [, state, nation] = /In California .*?>(\$[\d,]+)<.*>(\$[\d,]+)</.exec(html) ?? []
  expect(state).toBeDefined()
  expect(state).not.toBe(nation)
  expect(html).toMatch(/data-figure="23-2011~pay\.annual\.median~us-ca~oews-state-[\d-]+"/)
  expect(html).toMatch(/data-figure="23-2011~pay\.annual\.median~us~oews-national-[\d-]+"/)
  expect(new Set(html.match(/href="#source-\d+"/g)).size).toBe(2)
})

it('shows the words of a difference with both figures cited', async () => {
  const html = await show(
    'Lawyers <Difference of="lawyer/pay.annual.median" than="pay.annual.median" expect="more">earn far more</Difference>.',
  )
  expect(text(html)).toMatch(/^Lawyers earn far more \(\$\d{3},\d{3} against \$\d\d,\d{3}\)\.$/)
  expect(html).toContain('data-figure="23-1011~pay.annual.median')
  expect(html).toContain('data-figure="23-2011~pay.annual.median')
})

it('names the group that a figure of a survey counts', async () => {
  const html = await show('Of them <Figure role="prosthodontist" measure="people.share" item="women" /> are women.')
  expect(text(html)).toMatch(/^Of them \d+\.\d% \(all dentists\) are women\.$/)
})

it('shows a chart of the role, and the short answer of a comparison with a link to it', async () => {
  const html = await show('<Chart of="pay" />\n\n<Compare with="lawyer" />')
  expect(html).toContain('<svg class="percentiles"')
  expect(text(html)).toMatch(/Lawyers earn \$\d{2,3},\d{3} more a year on average than paralegals/)
  expect(html).toContain('<a href="/compare/lawyer-vs-paralegal">See the whole comparison</a>')
})

it('shows a table as GitHub reads it, with a head, what stands to the right, and words in its cells', async () => {
  expect(await show(TABLE)).toContain(TABLE_HTML)
  // Few columns need no scrolling; a cell may hold a figure.
  expect(await show('Pay | Of\n---|---\n<Figure measure="pay.annual.median" /> | paralegals')).toMatch(
    /<div class="scroll"><table><thead><tr><th scope="col">Pay<\/th><th scope="col">Of<\/th><\/tr><\/thead><tbody><tr><td>.*\$\d\d,\d{3}.*<\/td><td>paralegals<\/td><\/tr>/,
  )
})
