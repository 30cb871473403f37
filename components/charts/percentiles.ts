import { scaleLinear } from 'd3-scale'
import { formatDollarsShort } from '@/lib/format'
import { escapeHtml } from '@/lib/html'

/** Dollars a year or an hour; a top-coded percentile gives its floor in `topCodedFrom` and no value. */
export type Distribution = {
  key: 'a' | 'b'
  name: string
  p10?: number
  p25?: number
  median?: number
  p75?: number
  p90?: number
  topCodedFrom?: number
}

const ROW = 72
const AXIS = 26

/**
 * The published percentiles and nothing else: a line from the 10th to the 90th, a bar from the 25th to the 75th, a
 * ring at the median. Whatever is not published is not drawn; a line that ends in a top-coded value ends in an arrow.
 * @returns an `<svg>` whose x is in percent, so that its text keeps its size on any width
 */
export function percentilesChart(rows: readonly Distribution[], perHour: boolean): string {
  const most = Math.max(...rows.flatMap(valuesOf))
  const scale = scaleLinear([0, most * 1.12], [0, 100]).nice(5)
  const x = (value: number) => `${scale(value).toFixed(2)}%`
  const label = perHour ? (value: number) => `$${Math.round(value)}` : formatDollarsShort
  const height = rows.length * ROW + AXIS
  const grid = scale
    .ticks(5)
    .map(
      (tick) =>
        `<line x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height - AXIS}" class="grid"/><text x="${x(tick)}" y="${height - 8}" text-anchor="${tick === 0 ? 'start' : scale(tick) > 95 ? 'end' : 'middle'}">${label(tick)}</text>`,
    )
    .join('\n')
  const marks = rows.map((row, i) => marksOf(row, i * ROW, x, label)).join('\n')
  const title = `Published percentiles of pay: ${rows.map((row) => row.name).join(' and ')}. The table below has the figures.`
  return `<svg class="percentiles" width="100%" height="${height}" role="img" aria-label="${escapeHtml(title)}">${grid}\n${marks}</svg>`
}

function valuesOf(row: Distribution): number[] {
  return [row.p10, row.p25, row.median, row.p75, row.p90, row.topCodedFrom].filter((value) => value !== undefined)
}

function marksOf(
  row: Distribution,
  top: number,
  x: (value: number) => string,
  label: (value: number) => string,
): string {
  const y = top + 52
  const end = row.p90 ?? row.topCodedFrom
  const parts = [`<text class="lab" x="0" y="${top + 14}">${escapeHtml(row.name)}</text>`]
  if (row.p10 !== undefined && end !== undefined) {
    parts.push(`<line x1="${x(row.p10)}" x2="${x(end)}" y1="${y}" y2="${y}" class="s${row.key} range"/>`)
    parts.push(`<text x="${x(row.p10)}" dx="-6" y="${y + 4}" text-anchor="end">${label(row.p10)}</text>`)
    const more = row.p90 === undefined ? ' or more →' : ''
    parts.push(`<text x="${x(end)}" dx="6" y="${y + 4}">${label(end)}${more}</text>`)
  }
  if (row.p25 !== undefined && row.p75 !== undefined) {
    parts.push(`<line x1="${x(row.p25)}" x2="${x(row.p75)}" y1="${y}" y2="${y}" class="s${row.key} half"/>`)
  }
  if (row.median !== undefined) {
    parts.push(`<circle cx="${x(row.median)}" cy="${y}" r="7" class="s${row.key} ring"/>`)
    parts.push(`<text class="mid" x="${x(row.median)}" y="${y - 13}" text-anchor="middle">${label(row.median)}</text>`)
  }
  return `<g>${parts.join('\n')}</g>`
}
