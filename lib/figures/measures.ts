import type { FigureState } from './states'

export type Unit =
  | 'dollars a year'
  | 'dollars an hour'
  | 'jobs'
  | 'jobs per 1,000'
  | 'ratio'
  | 'thousand jobs'
  | 'thousand people'
  | 'percent'
  | 'years'
  | 'rating 1-5'
  | 'level 0-7'
  | 'zone'
  | 'text'

/** Which group of source tables may supply a measure. */
export type SourceGroup =
  | 'oews'
  | 'projections'
  | 'education'
  | 'cps-people'
  | 'cps-age'
  | 'onet-skills'
  | 'onet-experience'
  | 'onet-zones'
  | 'elsewhere'

export type Measure = {
  key: string
  label: string
  unit: Unit
  /** Digits after the decimal point, as published. */
  precision: number
  definition: string
  /** What a larger value means, in a comparison's words; absent where larger is neither. */
  more?: string
  sources: readonly SourceGroup[]
  /** The state of a role that has no row in the current release. */
  absent: FigureState
}

type Declared = Omit<Measure, 'key'>

const pay = (label: string, definition: string, unit: Unit): Declared => ({
  label,
  unit,
  precision: unit === 'dollars an hour' ? 2 : 0,
  definition,
  more: 'more pay',
  sources: ['oews', 'elsewhere'],
  absent: 'not-published',
})

const PERCENTILES = {
  p10: ['10th percentile', 'One worker in ten earns less than this.'],
  p25: ['25th percentile', 'One worker in four earns less than this.'],
  median: ['median', 'Half of the workers earn less than this, half more.'],
  p75: ['75th percentile', 'One worker in four earns more than this.'],
  p90: ['90th percentile', 'One worker in ten earns more than this.'],
} as const

function payMeasures(period: 'annual' | 'hourly'): Record<string, Declared> {
  const unit: Unit = period === 'annual' ? 'dollars a year' : 'dollars an hour'
  const word = period === 'annual' ? 'Yearly pay' : 'Hourly pay'
  const rows: [string, Declared][] = [
    [
      `pay.${period}.mean`,
      pay(
        `${word}, mean`,
        'All wages of the occupation divided by its jobs; employees only, before tax, without overtime.',
        unit,
      ),
    ],
    ...Object.entries(PERCENTILES).map(([key, [label, definition]]): [string, Declared] => [
      `pay.${period}.${key}`,
      pay(`${word}, ${label}`, definition, unit),
    ]),
  ]
  return Object.fromEntries(rows)
}

const elsewhere = (label: string, unit: Unit, definition: string, precision = 0): Declared => ({
  label,
  unit,
  precision,
  definition: `${definition} As published elsewhere: no period, place or method given.`,
  sources: ['elsewhere'],
  absent: 'not-collected',
})

const declared: Record<string, Declared> = {
  ...payMeasures('annual'),
  ...payMeasures('hourly'),
  'pay.top-state': {
    label: 'Highest paying state',
    unit: 'dollars a year',
    precision: 0,
    definition:
      'The state with the highest published mean yearly pay among at least three with 1,000 jobs or more, where it is above the nation’s.',
    sources: ['oews', 'elsewhere'],
    absent: 'not-in-our-copy',
  },
  'pay.top-metro': {
    label: 'Highest paying metro',
    unit: 'dollars a year',
    precision: 0,
    definition:
      'The metro with the highest published mean yearly pay among at least three with 250 jobs or more, counted within 10%, where it is above the nation’s.',
    sources: ['oews'],
    absent: 'not-in-our-copy',
  },
  'pay.top-industry': {
    label: 'Best paying industry',
    unit: 'dollars a year',
    precision: 0,
    definition:
      'The NAICS sector with the highest published mean yearly pay among at least three with 1,000 jobs or more, where it is above the nation’s.',
    sources: ['oews', 'elsewhere'],
    absent: 'not-in-our-copy',
  },
  employment: {
    label: 'Number of jobs',
    unit: 'jobs',
    precision: 0,
    definition: 'Full-time and part-time jobs held by employees; the self-employed are not counted.',
    more: 'more jobs',
    sources: ['oews', 'elsewhere'],
    absent: 'not-published',
  },
  'employment.per-1000': {
    label: 'Jobs per 1,000 jobs',
    unit: 'jobs per 1,000',
    precision: 3,
    definition: 'Jobs of the occupation in each 1,000 jobs of the place.',
    more: 'a larger share of jobs',
    sources: ['oews'],
    absent: 'not-published',
  },
  'employment.location-quotient': {
    label: 'Location quotient',
    unit: 'ratio',
    precision: 2,
    definition: 'The occupation’s share of jobs in the place divided by its share in the nation.',
    more: 'a larger share of jobs than the nation',
    sources: ['oews'],
    absent: 'not-published',
  },
  'projection.employment.base': {
    label: 'Jobs in the base year',
    unit: 'thousand jobs',
    precision: 1,
    definition: 'All jobs, self-employed included, in the first year of the projection.',
    sources: ['projections'],
    absent: 'not-published',
  },
  'projection.employment.target': {
    label: 'Jobs in the target year',
    unit: 'thousand jobs',
    precision: 1,
    definition: 'All jobs, self-employed included, projected for the last year.',
    sources: ['projections'],
    absent: 'not-published',
  },
  'projection.change': {
    label: 'Projected change in jobs',
    unit: 'thousand jobs',
    precision: 1,
    definition: 'Jobs in the target year less jobs in the base year.',
    more: 'more new jobs',
    sources: ['projections'],
    absent: 'not-published',
  },
  'projection.growth': {
    label: 'Projected growth',
    unit: 'percent',
    precision: 1,
    definition: 'Change in jobs from the base year to the target year, in percent of the base year.',
    more: 'faster growth',
    sources: ['projections'],
    absent: 'not-published',
  },
  'projection.openings': {
    label: 'Openings a year',
    unit: 'thousand jobs',
    precision: 1,
    definition: 'Openings from growth and from workers who leave, on average for each year of the projection.',
    more: 'more openings',
    sources: ['projections'],
    absent: 'not-published',
  },
  'projection.self-employed': {
    label: 'Self-employed',
    unit: 'percent',
    precision: 1,
    definition: 'Self-employed workers in percent of all jobs in the base year.',
    sources: ['projections'],
    absent: 'not-published',
  },
  'entry.education': {
    label: 'Typical education to enter',
    unit: 'text',
    precision: 0,
    definition: 'The education most workers need to enter, as assigned by BLS.',
    sources: ['projections'],
    absent: 'not-published',
  },
  'entry.experience': {
    label: 'Experience in a related occupation',
    unit: 'text',
    precision: 0,
    definition: 'Work experience in a related occupation that is commonly needed to enter, as assigned by BLS.',
    sources: ['projections'],
    absent: 'not-published',
  },
  'entry.training': {
    label: 'On-the-job training',
    unit: 'text',
    precision: 0,
    definition: 'Training typically needed after entry to become competent, as assigned by BLS.',
    sources: ['projections'],
    absent: 'not-published',
  },
  'education.share': {
    label: 'Highest level of education',
    unit: 'percent',
    precision: 1,
    definition: 'Workers aged 25 and over by the highest level they have completed.',
    sources: ['education'],
    absent: 'not-published',
  },
  'people.employed': {
    label: 'People employed',
    unit: 'thousand people',
    precision: 0,
    definition: 'Employed people aged 16 and over, by household survey.',
    sources: ['cps-people', 'cps-age'],
    absent: 'not-collected',
  },
  'people.share': {
    label: 'Share of people employed',
    unit: 'percent',
    precision: 1,
    definition:
      'Percent of the people employed. Hispanic people may be of any race, so these shares overlap and need not add up to 100.',
    sources: ['cps-people', 'elsewhere'],
    absent: 'not-collected',
  },
  'age.median': {
    label: 'Median age',
    unit: 'years',
    precision: 1,
    definition: 'Half of the people employed are younger than this, half older.',
    sources: ['cps-age'],
    absent: 'not-collected',
  },
  'age.band': {
    label: 'People employed by age',
    unit: 'thousand people',
    precision: 0,
    definition: 'Employed people in each age band.',
    sources: ['cps-age'],
    absent: 'not-collected',
  },
  'skill.importance': {
    label: 'Skill: importance',
    unit: 'rating 1-5',
    precision: 2,
    definition:
      'How important the skill is to the occupation, from 1 to 5, rated by analysts. Shown from 0 to 100: (rating - 1) / 4 × 100.',
    sources: ['onet-skills'],
    absent: 'not-collected',
  },
  'skill.level': {
    label: 'Skill: level',
    unit: 'level 0-7',
    precision: 2,
    definition: 'The level of the skill that the occupation needs, from 0 to 7.',
    sources: ['onet-skills'],
    absent: 'not-collected',
  },
  'knowledge.importance': {
    label: 'Knowledge: importance',
    unit: 'rating 1-5',
    precision: 2,
    definition:
      'How important the field of knowledge is to the occupation, from 1 to 5, rated by people in the work or experts. Shown from 0 to 100: (rating - 1) / 4 × 100.',
    sources: ['onet-skills'],
    absent: 'not-collected',
  },
  'knowledge.level': {
    label: 'Knowledge: level',
    unit: 'level 0-7',
    precision: 2,
    definition: 'The level of knowledge that the occupation needs, from 0 to 7.',
    sources: ['onet-skills'],
    absent: 'not-collected',
  },
  'experience.required': {
    label: 'Related work experience required',
    unit: 'percent',
    precision: 2,
    definition: 'Percent of people asked who say that this much related work experience is required to be hired.',
    sources: ['onet-experience'],
    absent: 'not-collected',
  },
  zone: {
    label: 'Job zone',
    unit: 'zone',
    precision: 0,
    definition: 'How much preparation the occupation needs, from 1 (little or none) to 5 (extensive).',
    sources: ['onet-zones'],
    absent: 'not-collected',
  },
  'growth.unstated': elsewhere('Growth rate', 'percent', 'Growth with no years named.'),
  'pay.range.low': elsewhere('Salary range, low end', 'dollars a year', 'Ends not defined.'),
  'pay.range.high': elsewhere('Salary range, high end', 'dollars a year', 'Ends not defined.'),
  'pay.top-city': elsewhere('Highest paying city', 'text', 'Amount not given.'),
  'pay.top-company': elsewhere('Best paying company', 'text', 'Amount not given.'),
  'education.top': elsewhere('Most common degree', 'percent', 'The most common degree and its share.'),
  'education.major': elsewhere('Most common major', 'text', 'The most common field of study.'),
  'education.college': elsewhere('Most common college', 'text', 'The most common college.'),
  'age.average': elsewhere('Average age', 'years', 'Average age.'),
  'people.lgbt': elsewhere('LGBT share', 'percent', 'Share of LGBT people.'),
  'experience.years': elsewhere('Years of experience', 'years', 'Years of experience.'),
  'time-to-enter.low': elsewhere('Time to become one, from', 'years', 'Time to become one.'),
  'time-to-enter.high': elsewhere('Time to become one, to', 'years', 'Time to become one.'),
  'skill.share': elsewhere('Common skills', 'percent', 'Share of what is not said.'),
}

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  Object.entries(declared).map(([key, measure]) => [key, { key, ...measure }]),
)

/**
 * The declaration of a measure: every page, chart, export and importer reads it here.
 * @throws RangeError for a key that is not declared.
 */
export function getMeasure(key: string): Measure {
  const measure = MEASURES.get(key)
  if (!measure) throw new RangeError(`Unknown measure "${key}"`)
  return measure
}

/** All measures in their declared order. */
export function listMeasures(): Measure[] {
  return [...MEASURES.values()]
}
