import type { Cell, Row } from '@/lib/compare/rows'
import { STATE_WORDS } from '@/lib/figures/states'
import { escapeHtml } from '@/lib/html'
import { partsHtml } from '../ui/parts'

const cellHtml = (cell: Cell) =>
  'parts' in cell ? `<td>${partsHtml(cell.parts)}</td>` : `<td class="gap">${STATE_WORDS[cell.state]}</td>`

function rowHtml(row: Row, withDifference: boolean): string {
  const note = row.note ? ` <small>${escapeHtml(row.note)}</small>` : ''
  const marked = row.official ? ' class="official"' : ''
  const official = row.official ? '<small class="tag">official</small> ' : ''
  const difference = withDifference
    ? `<td class="diff">${row.difference === undefined ? '' : partsHtml([withoutSources(row.difference)])}</td>`
    : ''
  return `<tr${marked}><th scope="row">${official}${escapeHtml(row.label)}${note}</th>\n${row.cells.map(cellHtml).join('\n')}${difference && `\n${difference}`}</tr>`
}

// The two cells beside it carry the sources already.
const withoutSources = (part: NonNullable<Row['difference']>) =>
  typeof part === 'string' ? part : { ...part, sources: [] }

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
