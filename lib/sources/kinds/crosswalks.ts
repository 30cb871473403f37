import { withoutNotes } from '../import/book'
import { type CodeForm, textOf } from '../import/cells'
import { type Columns, readColumns } from '../import/columns'
import { ImportError } from '../import/errors'
import { hasHeadings } from '../import/headings'
import type { ImportKind } from '../import/types'

/** The date and the headings stand among the first rows. */
const TOP = 10

function makeKind(
  kind: string,
  crosswalk: string,
  title: string,
  columns: [string, string, string, string],
  forms: [CodeForm, CodeForm],
): ImportKind {
  const [fromCode, fromTitle, toCode, toTitle] = columns
  const signature = { headings: columns, beside: 'a line "As of" with its date above them' }
  return {
    kind,
    title,
    signatures: [signature],
    async recognise(book) {
      const head = await book.head(TOP)
      const [, month = '', , year] =
        /As of (\d+)\/(\d+)\/(\d{4})/i.exec(head.map(({ cells }) => textOf(cells[0])).join('\n')) ?? []
      if (!year || !head.some((row) => hasHeadings(row, columns))) return undefined
      return {
        source: kind,
        period: `${year}-${month.padStart(2, '0')}`,
        label: `as of ${month}/${year}`,
        method: 'Joins code lists; holds no figure.',
      }
    },
    async read(book, _edition, _context, sink) {
      let read: Columns | undefined
      const seen = new Set<string>()
      for await (const row of withoutNotes(book.rows())) {
        if (!read) {
          if (hasHeadings(row, columns)) read = readColumns(row, columns)
          continue
        }
        const from = read.code(row, fromCode, forms[0])
        const to = read.code(row, toCode, forms[1])
        if (seen.has(`${from} ${to}`)) continue
        seen.add(`${from} ${to}`)
        await sink.write('crosswalk', {
          kind: crosswalk,
          fromCode: from,
          fromTitle: read.text(row, fromTitle),
          toCode: to,
          toTitle: read.text(row, toTitle),
        })
      }
      if (seen.size === 0) throw new ImportError(`${book.file} joins no codes.`)
    },
  }
}

/** O*NET-SOC codes to matrix codes. */
export const crosswalkOnet = makeKind(
  'crosswalk-onet',
  'onet',
  'BLS: O*NET-SOC codes to matrix codes',
  ['O*NET-SOC Code', 'O*NET-SOC Title', 'NEM Code', 'National Employment Matrix Occupational Title'],
  ['onet', 'soc'],
)

/** Matrix codes to census occupations. */
export const crosswalkAcs = makeKind(
  'crosswalk-acs',
  'acs',
  'BLS: matrix codes to census occupations',
  ['Matrix Occupation Code', 'Matrix Occupation Title', 'ACS Code', 'ACS Occupational Title'],
  ['soc', 'census'],
)
