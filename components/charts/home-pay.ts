import { scaleLinear } from 'd3-scale'

/** Middle half and median of two roles' pay, for a list: all charts of the list share the scale of 0 to 240,000. */
export function homePayChart(rows: readonly { p25: number; median: number; p75: number }[]): string {
  const scale = scaleLinear([0, 240_000], [0, 100]).clamp(true)
  const x = (value: number) => `${scale(value).toFixed(2)}%`
  const marks = rows.map((row, i) => {
    const key = i === 0 ? 'a' : 'b'
    const y = 10 + i * 15
    return `<line x1="${x(row.p25)}" x2="${x(row.p75)}" y1="${y}" y2="${y}" class="s${key} range"/><circle cx="${x(row.median)}" cy="${y}" r="5" class="f${key}"/>`
  })
  return `<svg width="100%" height="34">${marks.join('')}</svg>`
}
