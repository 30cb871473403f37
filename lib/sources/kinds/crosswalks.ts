import { readColumns } from '../import/columns'
import type { ImportKind } from '../import/types'

function makeKind(
  kind: string,
  crosswalk: string,
  title: string,
  columns: [string, string, string, string],
): ImportKind {
  const [fromCode, fromTitle, toCode, toTitle] = columns
  return {
    kind,
    title,
    async recognise(book) {
      const head = await book.head(5)
      const header = head[4]?.cells.map(String) ?? []
      const [, month = '', , year] = /As of (\d+)\/(\d+)\/(\d{4})/.exec(String(head[2]?.cells[0] ?? '')) ?? []
      if (!columns.every((column) => header.includes(column)) || !year) return undefined
      return {
        source: kind,
        period: `${year}-${month.padStart(2, '0')}`,
        label: `as of ${month}/${year}`,
        method: 'Joins code lists; holds no figure.',
      }
    },
    async read(book, _edition, _context, sink) {
      let read: ReturnType<typeof readColumns> | undefined
      const seen = new Set<string>()
      for await (const row of book.rows()) {
        if (row.row < 5) continue
        if (!read) {
          read = readColumns(row, columns)
          continue
        }
        const from = read.optionalText(row, fromCode)
        const to = read.optionalText(row, toCode)
        if (!from || !to || !/^\d\d-\d{4}/.test(from)) continue
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
    },
  }
}

/** O*NET-SOC codes to matrix codes. */
export const crosswalkOnet = makeKind('crosswalk-onet', 'onet', 'BLS: O*NET-SOC codes to matrix codes', [
  'O*NET-SOC Code',
  'O*NET-SOC Title',
  'NEM Code',
  'National Employment Matrix Occupational Title',
])

/** Matrix codes to census occupations. */
export const crosswalkAcs = makeKind('crosswalk-acs', 'acs', 'BLS: matrix codes to census occupations', [
  'Matrix Occupation Code',
  'Matrix Occupation Title',
  'ACS Code',
  'ACS Occupational Title',
])
