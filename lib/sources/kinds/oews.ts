import type { Book, Row } from '../import/book'
import { WHOLE } from '../import/cells'
import { type Columns, readColumns } from '../import/columns'
import { ImportError } from '../import/errors'
import type { Context, Edition, ImportKind, Sink } from '../import/types'
import { figuresOf } from './oews-cells'
import { COLUMNS, copyNote, isCopy, type OewsSource, readCap, recogniseOews, sourceOf } from './oews-edition'

const PLACE_KINDS = { 1: 'nation', 2: 'state', 3: 'territory', 4: 'metro', 6: 'nonmetro' } as const
const GROUPS = ['total', 'major', 'minor', 'broad', 'detailed'] as const
const AREAS: Partial<Record<string, RegExp>> = { metro: /^\d{5}$/, nonmetro: /^\d{7}$/ }

async function writePlace(
  columns: Columns,
  row: Row,
  source: OewsSource,
  sink: Sink,
  written: Set<string>,
): Promise<string> {
  const type = columns.oneOf(row, 'AREA_TYPE', ['1', '2', '3', '4', '6'])
  const kind = PLACE_KINDS[Number(type) as keyof typeof PLACE_KINDS]
  if (kind === 'nation') return 'US'
  const state = columns.code(row, 'PRIM_STATE', 'state')
  const within = source === 'oews-metro' || source === 'oews-nonmetro'
  const area = columns.text(row, 'AREA')
  const form = AREAS[kind]
  if (form && !form.test(area))
    columns.fail(row, 'AREA', `a code of ${source === 'oews-metro' ? 'five' : 'seven'} digits`)
  const code = within ? `M${area}` : `US-${state}`
  const name = columns.text(row, 'AREA_TITLE')
  if (written.has(code)) return code
  written.add(code)
  await sink.write('place', { code, kind, name, parent: within ? `US-${state}` : 'US' })
  return code
}

/** Detailed jobs of a complete file add up to nearly all jobs of its areas: 95 to 99% in May 2025. */
const COMPLETE = 0.9

/** Counts the jobs of a copy, to tell whether it has all rows. */
class Completeness {
  private total = 0
  private detailed = 0

  constructor(private readonly columns: Columns) {}

  add(row: Row, group: string): void {
    if (group !== 'total' && group !== 'detailed') return
    const jobs = this.columns.numberOr(row, 'TOT_EMP', ['**'], WHOLE)
    if (typeof jobs !== 'number') return
    if (group === 'total') this.total += jobs
    else this.detailed += jobs
  }

  get partial(): boolean {
    return this.total === 0 || this.detailed < COMPLETE * this.total
  }
}

async function read(book: Book, edition: Edition, context: Context, sink: Sink): Promise<void> {
  const source = edition.source as OewsSource
  const [cap, copy] = [await readCap(book, edition.period), await isCopy(book)]
  const national = source === 'oews-national'
  const known = national ? undefined : await context.occupations()
  let columns: Columns | undefined
  let completeness: Completeness | undefined
  const [seen, written] = [new Set<string>(), new Set<string>()]
  for await (const row of book.rows()) {
    if (!columns) {
      columns = readColumns(row, COLUMNS)
      completeness = new Completeness(columns)
      continue
    }
    const group = columns.oneOf(row, 'O_GROUP', GROUPS)
    const role = columns.code(row, 'OCC_CODE', 'soc')
    completeness?.add(row, group)
    if (national && group === 'major')
      await sink.write('family', { code: role.slice(0, 2), name: columns.text(row, 'OCC_TITLE') })
    if (group !== 'detailed') continue
    if (sourceOf(columns, row) !== source) columns.fail(row, 'AREA_TYPE', `rows of ${source} only`)
    if (known && !known.has(role)) {
      sink.unplaced(row, `${role} ${columns.text(row, 'OCC_TITLE')} is no occupation of the national file`)
      continue
    }
    if (national)
      await sink.write('occupation', { code: role, name: columns.text(row, 'OCC_TITLE'), family: role.slice(0, 2) })
    const place = await writePlace(columns, row, source, sink, written)
    const industry = source === 'oews-sector' ? columns.code(row, 'NAICS', 'naics') : ''
    if (industry) await sink.write('industry', { code: industry, name: columns.text(row, 'NAICS_TITLE') })
    const key = [role, place, industry].join(' ')
    // A sector can stand again for one owner; the first row is the sector's own total.
    if (seen.has(key)) {
      sink.unplaced(row, `${role} stands twice for this place and industry`)
      continue
    }
    seen.add(key)
    const figures = [...figuresOf(columns, row, { role, place, industry }, cap)]
    if (national) for (const figure of figures) await sink.write('figure', figure)
    else await sink.write('breakdown', figures)
  }
  if (!columns) throw new ImportError(`${book.file} has no rows.`)
  if (!copy) return
  const partial = completeness?.partial ?? false
  sink.learned({ partial, note: copyNote(book.file, edition.period, partial) })
}

/** OEWS files in the official layout: the nation, states, metropolitan and other areas, sectors. */
export const oews: ImportKind = { kind: 'oews', title: 'BLS OEWS: jobs and pay', recognise: recogniseOews, read }
