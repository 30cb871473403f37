import type { EDUCATION_LEVELS } from '@/lib/figures/items'
import { withoutNotes } from '../import/book'
import { areEmpty, SHARE, textOf } from '../import/cells'
import { type Columns, readColumns } from '../import/columns'
import type { foldHeading } from '../import/headings'
import { Once } from '../import/once'
import type { ImportKind } from '../import/types'
import { censusGroups } from './cps-titles'

const SHEET = 'Table 5.3'
/** Beside a title: the occupation is not the survey's own, but counted in a wider one. */
const SHARED = '(1)'
const TITLE = /^Table 5\.3 Educational attainment .*, (\d{4})(?: and (\d{4}))?$/i
const DASHES = ['—', '–', '-'] as const

const HEADINGS: Record<(typeof EDUCATION_LEVELS)[number][0], string> = {
  'less-than-high-school': 'Less than high school diploma',
  'high-school': 'High school diploma or equivalent',
  'some-college': 'Some college, no degree',
  associate: "Associate's degree",
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctoral: 'Doctoral or professional degree',
}

/** Headings of code and title name the matrix's year: `2022 National Employment Matrix code`. */
function matrixHeadings(cells: Parameters<typeof foldHeading>[0][]): { code: string; title: string } {
  const [, year] = /^(\d{4}) /.exec(cells.map(textOf).find((heading) => /^\d{4} \D/.test(heading)) ?? '') ?? []
  const matrix = `${year ?? '2022'} National Employment Matrix`
  return { code: `${matrix} code`, title: `${matrix} title` }
}

/** BLS Employment Projections, Table 5.3. */
export const education: ImportKind = {
  kind: 'education',
  title: 'BLS Employment Projections, Table 5.3: education of workers aged 25 and over',
  signatures: [
    {
      sheet: SHEET,
      headings: Object.values(HEADINGS),
      beside: 'a title such as "Table 5.3 Educational attainment …, 2019 and 2021"',
    },
  ],
  async recognise(book) {
    const [title] = await book.head(1, SHEET)
    const [, first, second] = TITLE.exec(textOf(title?.cells[0])) ?? []
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
    const once = new Once()
    let columns: Columns | undefined
    let matrix = { code: '', title: '' }
    for await (const row of withoutNotes(book.rows(SHEET))) {
      if (!columns) {
        if (areEmpty(row.cells.slice(1))) continue
        matrix = matrixHeadings(row.cells)
        columns = readColumns(row, [matrix.code, matrix.title, ...Object.values(HEADINGS)])
        continue
      }
      const role = columns.code(row, matrix.code, 'soc')
      if (role === '00-0000') continue
      const name = columns.text(row, matrix.title)
      if (!known.has(role)) {
        sink.unplaced(row, `${role} ${name} is no occupation of the OEWS`)
        continue
      }
      once.add(columns, row, matrix.code, role)
      const group = name.endsWith(SHARED) ? census.get(role) : ''
      if (group === undefined) {
        const why = 'is counted in a wider group, which the crosswalk to census occupations does not name'
        sink.unplaced(row, `${role} ${name} ${why}`)
        continue
      }
      const papers = group ? { group } : {}
      for (const [item, heading] of Object.entries(HEADINGS)) {
        const value = columns.numberOr(row, heading, DASHES, SHARE)
        const base = { role, measure: 'education.share', item, ...papers }
        await sink.write(
          'figure',
          typeof value === 'number' ? { ...base, state: 'published', value } : { ...base, state: 'not-published' },
        )
      }
    }
  },
}
