import { expect, it } from 'vitest'
import { Citations } from '../compare/cite'
import { type Figure, FigureSet } from '../figures/figure'
import { AGE_BANDS, EDUCATION_LEVELS, EXPERIENCE_BANDS } from '../figures/items'
import { figureGroups } from './figure-groups'

const figure = (measure: string, item: string, value: number, more: Partial<Figure> = {}): Figure => ({
  ...{ id: `${measure}:${item}`, role: '00-0000', measure, item, specialty: '', place: 'US', industry: '' },
  ...{ state: 'published', value, text: null, rse: null, se: null, lower: null, upper: null, n: null, note: null },
  ...{ release: 'any', itemName: null, specialtyName: null, surveyGroup: null, groupSize: null },
  ...more,
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
  expect(ages?.map((label) => label.replace(/^Aged /, ''))).toEqual(AGE_BANDS.map(([, name]) => name))
})

const RELEASES = new Map(
  [
    ['p22', '2022 annual averages', 'employed people (Table 11)'],
    ['a25', '2025 annual averages', 'employed people (Table 11b)'],
  ].map(([key = '', label = '', name = '']) => [
    key,
    {
      key,
      label,
      name,
      publisher: 'x',
      method: '',
      note: null,
      licence: '',
      licenceUrl: null,
      credit: null,
      url: null,
    },
  ]),
)

const peopleOf = (...figures: Figure[]) =>
  figureGroups(new FigureSet(figures), '', new Citations(RELEASES))[0]?.lines.map(({ label, note, value }) =>
    [
      label,
      note,
      value.map((part) => (typeof part === 'string' ? part : `${part.text} ${part.sources.join()}`)).join(''),
    ].join(' | '),
  )

it('people employed stand once where two surveys agree, else each with its year and table', () => {
  const [p22, a25] = ['p22', 'a25'].map((release) => ({ release, id: release }))
  expect(peopleOf(figure('people.employed', '', 192, p22), figure('people.employed', '', 192, a25))).toEqual([
    'People employed |  | 192,000 1,2',
  ])
  expect(peopleOf(figure('people.employed', '', 3528, p22), figure('people.employed', '', 3363, a25))).toEqual([
    'People employed | 2022 annual averages, Table 11 | 3,528,000 1',
    'People employed | 2025 annual averages, Table 11b | 3,363,000 2',
  ])
})

it('the group that a survey counts is named at the figure', () => {
  const dentists = { surveyGroup: 'Dentists', groupSize: 5, release: 'a25' }
  expect(peopleOf(figure('people.employed', '', 192, dentists), figure('age.median', '', 47.1, dentists))).toEqual([
    'People employed | all dentists | 192,000 1',
    'Median age | all dentists | 47.1 1',
  ])
})

it('a rounded thousand is not none', () => {
  expect(peopleOf(figure('people.employed', '', 0, { release: 'a25' }))).toEqual(['People employed |  | under 500 1'])
})

it('a growth that the rounded counts beside it do not bear says what it was reckoned from', () => {
  const sureOf = (base: number, target: number, growth: number) =>
    figureGroups(
      new FigureSet([
        figure('projection.employment.base', '', base),
        figure('projection.employment.target', '', target),
        figure('projection.growth', '', growth),
      ]),
      '2024 to 2034',
      new Citations(new Map()),
    )[0]?.lines.find(({ label }) => label === 'Projected growth, 2024 to 2034')?.sure
  expect(sureOf(0.9, 0.9, 4.5)).toBe('reckoned from counts before they were rounded to hundreds')
  expect(sureOf(1000, 1045, 4.5)).toBe('')
})

it('a withheld band says that it is withheld, whatever the bands beside it are', () => {
  const bands = [
    figure('experience.required', '5', 60),
    figure('experience.required', '6', 0, { state: 'suppressed', value: null }),
  ]
  const special = { specialty: '00-0000.01', specialtyName: 'Night Shift', state: 'suppressed', value: null } as const
  const group = figureGroups(
    new FigureSet([...bands, figure('experience.required', '6', 0, special)]),
    '',
    new Citations(new Map()),
  ).find(({ title }) => title === 'What it takes to enter')
  const words = group?.lines.map(({ value }) =>
    value.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
  )
  expect(words).toEqual(['60.00%', 'suppressed', 'suppressed'])
})
