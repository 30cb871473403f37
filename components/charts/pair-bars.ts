import { escapeHtml } from '@/lib/html'

export type PairBar = { label: string; a?: number; b?: number }

const ROW = 50

/**
 * Two bars a line on one scale.
 * @param bars values in one unit; an absent one is not drawn
 * @param format how a value is written at its bar's end
 */
export function pairBarsChart(title: string, bars: readonly PairBar[], format: (value: number) => string): string {
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.a ?? 0, bar.b ?? 0]))
  const width = (value: number) => `${((value / most) * 86).toFixed(2)}%`
  const one = (key: 'a' | 'b', value: number | undefined, y: number) =>
    value === undefined
      ? ''
      : `<rect x="0" y="${y}" width="${width(value)}" height="9" rx="1.5" class="f${key}"/><text x="${width(value)}" dx="6" y="${y + 9}">${escapeHtml(format(value))}</text>`
  const rows = bars
    .map((bar, i) => {
      const top = i * ROW
      return `<text class="row" x="0" y="${top + 14}">${escapeHtml(bar.label)}</text>\n${one('a', bar.a, top + 20)}\n${one('b', bar.b, top + 33)}`
    })
    .join('\n')
  return `<svg class="bars" width="100%" height="${bars.length * ROW}" role="img" aria-label="${escapeHtml(title)}">${rows}</svg>`
}
