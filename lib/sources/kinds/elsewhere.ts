import { dirname } from 'node:path'
import { listMeasures, type Measure } from '@/lib/figures/measures'
import type { NumberRule } from '../import/cells'
import { hasHeadings } from '../import/headings'
import { Once } from '../import/once'
import { tableRows } from '../import/table-rows'
import type { ImportKind } from '../import/types'
import { readTitles } from './titles-table'

const HEADINGS = ['title', 'measure', 'item', 'value', 'text']

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  listMeasures()
    .filter(({ sources }) => sources.includes('elsewhere'))
    .map((measure) => [measure.key, measure]),
)

const ruleOf = ({ unit }: Measure): NumberRule => (unit === 'percent' ? { min: -100, max: 100 } : {})

/** Figures that titles carry of their own, published elsewhere without papers: kept by hand in the dataset's folder. */
export const elsewhere: ImportKind = {
  kind: 'elsewhere',
  title: 'data/elsewhere.csv: figures of titles, published elsewhere',
  signatures: [{ headings: HEADINGS }],
  async recognise(book) {
    const [header] = await book.head(1)
    if (!header || !hasHeadings(header, HEADINGS)) return undefined
    return {
      source: 'published-elsewhere',
      period: 'undated',
      label: 'undated',
      method: 'as published elsewhere: no period, place or method given.',
    }
  },
  async read(book, _edition, context, sink) {
    const titles = await readTitles(dirname(book.path), context, sink)
    const once = new Once()
    for await (const { columns, row } of tableRows(book, HEADINGS)) {
      const role = columns.text(row, 'title')
      if (!titles.has(role)) columns.fail(row, 'title', 'a title of titles.csv')
      const measure = MEASURES.get(columns.text(row, 'measure'))
      if (!measure) return columns.fail(row, 'measure', 'a measure that a title may have')
      const item = columns.optionalText(row, 'item') ?? ''
      once.add(columns, row, 'item', [role, measure.key, item].join(' '))
      const text = columns.optionalText(row, 'text')
      const value = columns.optionalNumber(row, 'value', ruleOf(measure))
      if (value === undefined && text === undefined) columns.fail(row, 'value', 'a number, or words in "text"')
      await sink.write('figure', {
        role,
        measure: measure.key,
        item,
        state: 'published',
        ...(value === undefined ? {} : { value }),
        ...(text === undefined ? {} : { text }),
      })
    }
  },
}
