import { scaleBand, scaleLinear } from 'd3-scale'
import { formatDay, formatWhole } from '@/lib/format'
import { escapeHtml } from '@/lib/html'

type Day = { day: string; views: number; applies: number }

const GAP = 26
const AXIS = 22

const dayWords = (day: string | undefined) => (day ? formatDay(new Date(`${day}T00:00:00Z`)) : '')

/**
 * Views above, apply clicks below, a bar a day, each on a scale of its own from 0.
 * @param days one row a day, without gaps, the oldest first
 */
export function dailyCountsChart(days: readonly Day[]): string {
  const x = scaleBand(
    days.map(({ day }) => day),
    [0, 100],
  ).paddingInner(0.3)
  const panel = (title: string, key: 'views' | 'applies', color: 'fa' | 'fb', top: number, height: number) => {
    const most = Math.max(0, ...days.map((day) => day[key]))
    const y = scaleLinear([0, Math.max(1, most)], [0, height])
    const bars = days
      .filter((day) => day[key] > 0)
      .map((day) => {
        const tall = y(day[key])
        return `<rect class="${color}" x="${(x(day.day) ?? 0).toFixed(2)}%" width="${x.bandwidth().toFixed(2)}%" y="${(top + GAP + height - tall).toFixed(1)}" height="${tall.toFixed(1)}"/>`
      })
    const base = top + GAP + height
    return `<text class="lab" x="0" y="${top + 12}">${title}</text>\n<text x="100%" y="${top + 12}" text-anchor="end">most on a day: ${formatWhole(most)}</text><line class="grid" x1="0" x2="100%" y1="${base}" y2="${base}"/>${bars.join('')}`
  }
  const [views, applies] = [110, 44]
  const second = GAP + views + 14
  const height = second + GAP + applies + AXIS
  const [first, last] = [dayWords(days[0]?.day), dayWords(days.at(-1)?.day)]
  const title = `Views and apply clicks a day from ${first} to ${last}. The table below has each day.`
  return [
    `<svg width="100%" height="${height}" role="img" aria-label="${escapeHtml(title)}">`,
    panel('Views', 'views', 'fa', 0, views),
    panel('Apply clicks', 'applies', 'fb', second, applies),
    `<text x="0" y="${height - 4}">${escapeHtml(first)}</text>\n<text x="100%" y="${height - 4}" text-anchor="end">${escapeHtml(last)}</text></svg>`,
  ].join('\n')
}
