import type { EDUCATION_LEVELS } from '@/lib/figures/items'
import { readColumns } from '../import/columns'
import type { ImportKind } from '../import/types'
import { censusGroups } from './cps-titles'

const SHEET = 'Table 5.3'
/** Beside a title: the occupation is not the survey's own, but counted in a wider one. */
const SHARED = '(1)'
const TITLE = /^Table 5\.3 Educational attainment .*, (\d{4})(?: and (\d{4}))?$/

const HEADINGS: Record<(typeof EDUCATION_LEVELS)[number][0], string> = {
  'less-than-high-school': 'Less than high school diploma',
  'high-school': 'High school diploma or equivalent',
  'some-college': 'Some college, no degree',
  associate: "Associate's degree",
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctoral: 'Doctoral or professional degree',
}

/** BLS Employment Projections, Table 5.3. */
export const education: ImportKind = {
  kind: 'education',
  title: 'BLS Employment Projections, Table 5.3: education of workers aged 25 and over',
  async recognise(book) {
    const [title] = await book.head(1, SHEET)
    const [, first, second] = TITLE.exec(String(title?.cells[0] ?? '').trim()) ?? []
    if (!first) return undefined
    return {
      source: 'ep-education',
      period: second ?? first,
      label: second ? `${first} and ${second} American Community Survey` : `${first} American Community Survey`,
      method: 'Survey of households, workers aged 25 and over; no error is published.',
    }
  },
  async read(book, _edition, context, sink) {
    const known = await context.occupations()
    const census = await censusGroups(context)
    let columns: ReturnType<typeof readColumns> | undefined
    let code = ''
    let title = ''
    for await (const row of book.rows(SHEET)) {
      if (row.row === 1) continue
      if (!columns) {
        const headings = row.cells.map((cell) => String(cell ?? '').trim())
        code = headings.find((heading) => /Matrix code$/.test(heading)) ?? 'Matrix code'
        title = headings.find((heading) => /Matrix title$/.test(heading)) ?? 'Matrix title'
        columns = readColumns(row, [code, title, ...Object.values(HEADINGS)])
        continue
      }
      const role = columns.optionalText(row, code)
      if (!role || role === '00-0000') continue
      const name = columns.text(row, title)
      if (!known.has(role)) {
        sink.unplaced(row, `${role} ${name} is no occupation of the OEWS`)
        continue
      }
      const marked = name.endsWith(SHARED)
      const group = marked ? census.get(role) : ''
      if (group === undefined) {
        sink.unplaced(
          row,
          `${role} ${name} is counted in a wider group, which the crosswalk to census occupations does not name`,
        )
        continue
      }
      const papers = group ? { group } : {}
      for (const [item, heading] of Object.entries(HEADINGS)) {
        const value = columns.numberOr(row, heading, ['—', '–', '-'])
        const base = { role, measure: 'education.share', item, ...papers }
        await sink.write(
          'figure',
          typeof value === 'number' ? { ...base, state: 'published', value } : { ...base, state: 'not-published' },
        )
      }
    }
  },
}
