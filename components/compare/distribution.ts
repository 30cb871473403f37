import { capitalise, type Side } from '@/lib/compare/side'
import type { Distribution } from '../charts/percentiles'

/**
 * A side's published percentiles for the chart: yearly, or hourly where only those are published.
 * @param only the one period that may be drawn
 */
export function distributionOf(
  side: Side,
  only?: 'annual' | 'hourly',
): (Distribution & { perHour: boolean }) | undefined {
  for (const period of only ? [only] : (['annual', 'hourly'] as const)) {
    const figures = (['p10', 'p25', 'median', 'p75', 'p90'] as const).flatMap((key) => {
      const figure = side.official.find(`pay.${period}.${key}`)
      return figure ? [[key, figure] as const] : []
    })
    const known = figures.flatMap(([key, figure]) => (figure.value === null ? [] : [[key, figure.value] as const]))
    if (known.length === 0) continue
    const capped = figures.find(([, figure]) => figure.state === 'top-coded' && figure.lower !== null)?.[1].lower
    return {
      key: side.key,
      name: capitalise(side.occupation.plural),
      perHour: period === 'hourly',
      ...Object.fromEntries(known),
      ...(capped ? { topCodedFrom: capped } : {}),
    }
  }
  return undefined
}
