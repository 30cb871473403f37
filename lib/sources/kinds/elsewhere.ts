import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseCsv } from 'hucre'
import { getMeasure } from '@/lib/figures/measures'
import { type Columns, readColumns } from '../import/columns'
import { ImportError } from '../import/errors'
import type { ImportKind, Sink } from '../import/types'

const HEADINGS = ['title', 'measure', 'item', 'value', 'text']

async function writeTitles(folder: string, sink: Sink): Promise<Set<string>> {
  const text = await readFile(join(folder, 'titles.csv'), 'utf8').catch(() => {
    throw new ImportError(`titles.csv must lie beside elsewhere.csv in ${folder}.`)
  })
  const [, ...rows] = parseCsv(text) as string[][]
  for (const [
    code = '',
    singular = '',
    plural = '',
    occupation = '',
    grade = '',
    note = '',
    alternatives = '',
    aliases = '',
  ] of rows) {
    if (!code) continue
    const listed = alternatives === '' ? [] : alternatives.split('|')
    await sink.write('title', {
      code,
      singular,
      plural,
      occupation,
      grade: grade as 'exact',
      note,
      alternatives: listed,
    })
    for (const name of aliases.split('|').filter(Boolean))
      await sink.write('alias', { role: code, name, kind: 'alternate' })
  }
  return new Set(rows.map(([code = '']) => code).filter(Boolean))
}

/** Figures that titles carry of their own, published elsewhere without papers: kept by hand in the dataset's folder. */
export const elsewhere: ImportKind = {
  kind: 'elsewhere',
  title: 'data/elsewhere.csv: figures of titles, published elsewhere',
  async recognise(book) {
    const [header] = await book.head(1)
    if (!header || HEADINGS.some((heading, i) => header.cells[i] !== heading)) return undefined
    return {
      source: 'published-elsewhere',
      period: 'undated',
      label: 'undated',
      method: 'as published elsewhere: no period, place or method given.',
    }
  },
  async read(book, _edition, _context, sink) {
    const titles = await writeTitles(dirname(book.path), sink)
    let columns: Columns | undefined
    for await (const row of book.rows()) {
      if (!columns) {
        columns = readColumns(row, HEADINGS)
        continue
      }
      const role = columns.text(row, 'title')
      const measure = columns.text(row, 'measure')
      if (!titles.has(role)) columns.fail(row, 'title', 'a title of titles.csv')
      if (!getMeasure(measure).sources.includes('elsewhere'))
        columns.fail(row, 'measure', 'a measure that a title may have')
      const value = columns.optionalNumber(row, 'value')
      const text = columns.optionalText(row, 'text')
      await sink.write('figure', {
        role,
        measure,
        item: columns.optionalText(row, 'item') ?? '',
        state: 'published',
        ...(value === undefined ? {} : { value }),
        ...(text === undefined ? {} : { text }),
      })
    }
  },
}
