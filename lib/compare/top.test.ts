import { expect, it } from 'vitest'
import type { Figure } from '../figures/figure'
import { FigureSet } from '../figures/figure'
import { Citations } from './cite'
import { cellText } from './rows'
import { showLeading, topEducation, topExperience } from './top'

const figure = (measure: string, item: string, value: number | null, more: Partial<Figure> = {}): Figure => ({
  id: `x~${measure}~i.${item}`,
  role: '15-1232',
  measure,
  item,
  specialty: '',
  place: 'US',
  industry: '',
  state: value === null ? 'suppressed' : 'published',
  value,
  text: null,
  rse: null,
  se: null,
  lower: null,
  upper: null,
  n: null,
  note: null,
  release: 'onet-experience-29-3',
  itemName: null,
  specialtyName: null,
  surveyGroup: null,
  groupSize: null,
  ...more,
})

const bands = (...values: (number | null)[]) =>
  new FigureSet(
    values.map((value, i) => figure('experience.required', String(i + 1), value, { n: value === null ? null : 20 })),
  )

function said(set: FigureSet): string {
  const top = topExperience(set)
  if (!top) return ''
  const cell = showLeading(top, 'band', 'answers', new Citations(new Map()))
  return [cellText(cell), cell.note].filter(Boolean).join(' | ')
}

it('says what is withheld where that could be more than the leading band', () => {
  expect(said(bands(0.32, 0, 0, 0, null, 2, null, 13.52, 0.91, 0, 0))).toBe('two bands withheld, 83.25% of the answers')
  expect(said(bands(60, null))).toMatch(/^none, 60\.00%/)
  expect(said(bands(50, null))).toBe('one band withheld, 50.00% of the answers')
})

it('names no single band where several are equal, and none where a larger one may be withheld', () => {
  expect(said(bands(40, 40, 20))).toBe('no single band: none and up to 1 month, 40.00% each')
  expect(said(bands(30, 30, null))).toBe('one band withheld, 40.00% of the answers')
  expect(said(bands(45, 45, null))).toBe('no single band: none and up to 1 month, 45.00% each')
})

it('gives how many were asked and the published bounds beside the leading band', () => {
  const set = new FigureSet([
    figure('experience.required', '7', 70, { n: 22, lower: 55.5, upper: 81.25 }),
    figure('experience.required', '8', 30, { n: 22 }),
  ])
  expect(said(set)).toBe('over 2 years, up to 4 years, 70.00% | of 22 asked, 95% between 55.50% and 81.25%')
})

it('holds for the most common education too, and takes rounding for nothing withheld', () => {
  const levels = (...values: [string, number | null][]) =>
    topEducation(new FigureSet(values.map(([item, value]) => figure('education.share', item, value))))
  expect(levels(['bachelor', 40], ['master', null], ['high-school', 10])?.kind).toBe('withheld')
  expect(levels(['bachelor', 40], ['master', 29.8], ['high-school', 30])?.kind).toBe('leader')
  expect(levels(['bachelor', null])).toBeUndefined()
})
