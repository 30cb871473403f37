import type { Book, Row } from '../import/book'
import { type Columns, readColumns } from '../import/columns'
import { foldHeading } from '../import/headings'
import { Once } from '../import/once'
import type { Context, ImportKind, Sink } from '../import/types'

const SHEET = 'SOC-CIP'
/** The code that says that no field is matched to an occupation. */
export const NO_FIELD = '99.9999'

type Headings = { soc: string; socTitle: string; cip: string; cipTitle: string }

const headingsOf = (soc: string, cip: string): Headings => ({
  soc: `SOC${soc}Code`,
  socTitle: `SOC${soc}Title`,
  cip: `CIP${cip}Code`,
  cipTitle: `CIP${cip}Title`,
})

/** The years of both code lists, which their headings name: `SOC2018Code`, `CIP2020Code`. */
async function yearsOf(book: Book): Promise<[soc: string, cip: string] | undefined> {
  const [header] = await book.head(1, SHEET)
  const text = header?.cells.map(foldHeading).join(' ') ?? ''
  const [soc, cip] = [/\bsoc(\d{4})code\b/.exec(text)?.[1], /\bcip(\d{4})code\b/.exec(text)?.[1]]
  return soc && cip ? [soc, cip] : undefined
}

/** Which occupation of ours each detailed SOC code is counted in: itself, or a merged one. */
async function rolesBySoc(context: Context): Promise<ReadonlyMap<string, string>> {
  const [occupations, crosswalk] = await Promise.all([context.occupations(), context.crosswalk('onet')])
  const merged = crosswalk.filter(({ toCode }) => occupations.has(toCode))
  return new Map([
    ...merged.map(({ fromCode, toCode }) => [fromCode.slice(0, 7), toCode] as const),
    ...[...occupations.keys()].map((code) => [code, code] as const),
  ])
}

type Matched = { fields: Map<string, string>; none: boolean }

/** Reads one pair into what is known of its occupation. */
function addPair(columns: Columns, row: Row, headings: Headings, matched: Matched): void {
  const cip = columns.code(row, headings.cip, 'cip')
  const title = columns.text(row, headings.cipTitle).replace(/\.$/, '')
  if (cip === NO_FIELD) matched.none = true
  else matched.fields.set(cip, title)
}

async function read(book: Book, context: Context, sink: Sink): Promise<void> {
  const roles = await rolesBySoc(context)
  const headings = headingsOf(...((await yearsOf(book)) ?? ['', '']))
  const found = new Map<string, Matched>()
  const once = new Once()
  let columns: Columns | undefined
  for await (const row of book.rows(SHEET)) {
    if (!columns) {
      columns = readColumns(row, Object.values(headings))
      continue
    }
    const soc = columns.code(row, headings.soc, 'soc')
    once.add(columns, row, headings.cip, `${soc} ${columns.code(row, headings.cip, 'cip')}`)
    const role = roles.get(soc)
    const matched = found.get(role ?? '') ?? { fields: new Map(), none: false }
    addPair(columns, row, headings, matched)
    if (role) found.set(role, matched)
    else sink.unplaced(row, `${soc} ${columns.text(row, headings.socTitle)} is no occupation of the OEWS`)
  }
  for (const [role, { fields, none }] of found) {
    if (fields.size === 0 && none) await sink.write('field', { role, cip: NO_FIELD, title: '' })
    for (const [cip, title] of fields) await sink.write('field', { role, cip, title })
  }
}

/** The crosswalk of NCES and BLS from occupations to fields of study. */
export const fieldsOfStudy: ImportKind = {
  kind: 'fields-of-study',
  title: 'NCES and BLS: fields of study by occupation (CIP SOC Crosswalk)',
  signatures: [{ sheet: SHEET, headings: Object.values(headingsOf('2018', '2020')) }],
  async recognise(book) {
    const years = await yearsOf(book)
    if (!years) return undefined
    const [soc, cip] = years
    return {
      source: 'fields-of-study',
      period: cip,
      label: `CIP ${cip} to SOC ${soc}`,
      method:
        'A judgment by NCES and BLS of which fields of study prepare for an occupation; it says nothing of how many graduates take it up.',
    }
  },
  read: (book, _edition, context, sink) => read(book, context, sink),
}
