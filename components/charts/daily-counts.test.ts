import { expect, it } from 'vitest'
import { dailyCountsChart } from './daily-counts'

const days = (views: number, applies: number) => [
  { day: '2026-11-23', views: 0, applies: 0 },
  { day: '2026-11-24', views, applies },
]
const told = (chart: string) => [...chart.matchAll(/most on a day: ([\d,]+)/g)].map(([, most]) => most)

it('says the most of a day, and draws a bar for each day on which there was one', () => {
  const chart = dailyCountsChart(days(1200, 3))
  expect(told(chart)).toEqual(['1,200', '3'])
  expect(chart.match(/<rect/g)).toHaveLength(2)
})

it('says 0, and draws nothing, where nobody looked', () => {
  const chart = dailyCountsChart(days(0, 0))
  expect(told(chart)).toEqual(['0', '0'])
  expect(chart).not.toMatch(/<rect|NaN/)
})
