import { scaleLinear } from 'd3-scale'
import { formatDollars, formatDollarsShort } from '@/lib/format'
import type { PayContext } from '@/lib/jobs/pay-context'

/** A posting's range on the line from the 10th to the 90th percentile of its occupation. */
export function payRangeChart({ p10, p90, median, low, high }: PayContext): string {
  const x = scaleLinear([Math.min(p10, low), Math.max(p90, high)], [4, 256])
  const at = (value: number) => x(value).toFixed(1)
  const label = `This job ${formatDollars(low)} to ${formatDollars(high)} a year; most workers ${formatDollars(p10)} to ${formatDollars(p90)}${median ? `, median ${formatDollars(median)}` : ''}.`
  const width = Math.max(4, x(high) - x(low)).toFixed(1)
  return [
    `<svg viewBox="0 0 260 58" width="100%" role="img" aria-label="${label}">`,
    `<line x1="${at(p10)}" x2="${at(p90)}" y1="28" y2="28" stroke="var(--rule-2)" stroke-width="3"/>`,
    `<rect class="fa" x="${at(low)}" y="23" width="${width}" height="10" rx="2"/>`,
    median
      ? `<line x1="${at(median)}" x2="${at(median)}" y1="18" y2="38" stroke="var(--ink)" stroke-width="2"/><text class="mid" x="${at(median)}" y="12" text-anchor="middle">median ${formatDollarsShort(median)}</text>`
      : '',
    `\n<text x="${at(p10)}" y="53">p10 ${formatDollarsShort(p10)}</text>`,
    `\n<text x="${at(p90)}" y="53" text-anchor="end">p90 ${formatDollarsShort(p90)}</text></svg>`,
  ].join('')
}
