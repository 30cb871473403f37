import { expect, it } from 'vitest'
import { Citations } from '../compare/cite'
import { type Figure, FigureSet } from '../figures/figure'
import { AGE_BANDS, EDUCATION_LEVELS, EXPERIENCE_BANDS } from '../figures/items'
import { figureGroups } from './figure-groups'

const figure = (measure: string, item: string, value: number): Figure => ({
  ...{ id: `${measure}:${item}`, role: '00-0000', measure, item, specialty: '', place: 'US', industry: '' },
  ...{ state: 'published', value, text: null, rse: null, se: null, lower: null, upper: null, n: null, note: null },
  ...{ release: 'any', itemName: null, specialtyName: null, surveyGroup: null, groupSize: null },
})

const linesOf = (title: string, figures: Figure[]) =>
  figureGroups(new FigureSet(figures), '', new Citations(new Map()))
    .find((group) => group.title === title)
    ?.lines.map(({ label }) => label)

const byText = (items: readonly (readonly [string, string])[]) => items.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))

it('levels of education and bands of experience stand in the order of their scales', () => {
  const education = linesOf(
    'Education',
    byText(EDUCATION_LEVELS).map(([item]) => figure('education.share', item, 10)),
  )
  expect(education?.map((label) => label.replace(/^.*: /, ''))).toEqual(EDUCATION_LEVELS.map(([, name]) => name))
  const experience = linesOf(
    'What it takes to enter',
    byText(EXPERIENCE_BANDS).map(([item]) => figure('experience.required', item, 9)),
  )
  expect(experience?.map((label) => label.replace(/^.*: /, ''))).toEqual(EXPERIENCE_BANDS.map(([, name]) => name))
  const ages = linesOf(
    'People',
    AGE_BANDS.toReversed().map(([item]) => figure('age.band', item, 60)),
  )
  expect(ages?.map((label) => label.replace(/^.*aged /, ''))).toEqual(AGE_BANDS.map(([, name]) => name))
})
