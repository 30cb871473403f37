import { gapText } from '@/lib/compare/gap'
import type { Cell, Difference, Row } from '@/lib/compare/rows'
import { escapeHtml } from '@/lib/html'
import { partsHtml } from '../ui/parts'

function cellHtml(cell: Cell): string {
  if (!('parts' in cell)) return `<td class="gap">${escapeHtml(gapText(cell))}</td>`
  const notes = [cell.note, cell.group].filter(Boolean).join('; ')
  const small = notes ? ` <small>${escapeHtml(notes)}</small>` : ''
  return `<td>${partsHtml(cell.parts)}${small}</td>`
}

/** One cell over both columns: the survey has one figure for the two. */
const togetherHtml = (cell: Cell) =>
  cellHtml('parts' in cell ? { ...cell, group: `${cell.group ?? 'one group'}, counted together` } : cell).replace(
    '<td>',
    '<td colspan="2">',
  )

/** Who has the larger figure, by name, and by how much. The two cells beside it carry the sources already. */
function differenceHtml({ amount, leader }: Difference): string {
  const name = leader ? `<span class="${leader.key}">${escapeHtml(leader.name)}</span> ` : ''
  return name + partsHtml([{ ...amount, sources: [] }])
}

function rowHtml(row: Row, withDifference: boolean): string {
  const note = row.note ? ` <small>${escapeHtml(row.note)}</small>` : ''
  const marked = row.official ? ' class="official"' : ''
  const official = row.official ? '<small class="tag">official</small> ' : ''
  const cells = row.together ? togetherHtml(row.cells[0]) : row.cells.map(cellHtml).join('\n')
  const difference = withDifference
    ? `\n<td class="diff">${row.difference ? differenceHtml(row.difference) : ''}</td>`
    : ''
  return `<tr${marked}><th scope="row">${official}${escapeHtml(row.label)}${note}</th>\n${cells}${difference}</tr>`
}

/** The two roles side by side, with the difference where there is one. Built as one string: it is most of the page. */
export function PairTable({
  caption,
  names,
  rows,
}: {
  caption: string
  names: readonly [string, string]
  rows: readonly Row[]
}) {
  if (rows.length === 0) return null
  const withDifference = rows.some((row) => row.difference !== undefined)
  const head = names
    .map(
      (name, i) => `<th scope="col" class="${i === 0 ? 'a' : 'b'}"><span class="key"></span>${escapeHtml(name)}</th>`,
    )
    .join('\n')
  const html = `<caption class="sr-only">${escapeHtml(caption)}</caption><thead><tr><td></td>${head}${
    withDifference ? '\n<th scope="col" class="diff">Difference</th>' : ''
  }</tr></thead><tbody>${rows.map((row) => rowHtml(row, withDifference)).join('\n')}</tbody>`
  return <table className="pair" dangerouslySetInnerHTML={{ __html: html }} />
}
