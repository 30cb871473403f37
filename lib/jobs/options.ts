/** What a posting may say, by the words that JobPosting uses, with what a reader sees. */
export const EMPLOYMENT_TYPES = [
  ['FULL_TIME', 'Full time'],
  ['PART_TIME', 'Part time'],
  ['CONTRACTOR', 'Contract'],
  ['TEMPORARY', 'Temporary'],
  ['INTERN', 'Internship'],
  ['PER_DIEM', 'Per day'],
  ['VOLUNTEER', 'Voluntary'],
  ['OTHER', 'Other'],
] as const

/** Whether it may be work without pay. */
export const isVoluntary = ({ employmentType }: { employmentType: readonly string[] }): boolean =>
  employmentType.includes('VOLUNTEER')

export const WORKPLACES = [
  ['on-site', 'On site'],
  ['hybrid', 'Hybrid'],
  ['remote', 'Remote'],
] as const

export const PAY_UNITS = [
  ['YEAR', 'a year'],
  ['MONTH', 'a month'],
  ['WEEK', 'a week'],
  ['DAY', 'a day'],
  ['HOUR', 'an hour'],
] as const

/** Hours or parts of a full working year, of 2,080 hours as OEWS counts it. */
export const UNITS_A_YEAR: Record<string, number> = { YEAR: 1, MONTH: 12, WEEK: 52, DAY: 260, HOUR: 2080 }

export const CURRENCIES = ['USD', 'CAD', 'EUR', 'GBP', 'AUD', 'CHF', 'INR', 'JPY', 'MXN', 'NZD', 'SEK', 'SGD'] as const

export const SENIORITIES = [
  ['', 'Not said'],
  ['entry', 'Entry'],
  ['middle', 'Some years of experience'],
  ['senior', 'Senior'],
  ['lead', 'Lead'],
  ['manager', 'Manager'],
  ['executive', 'Executive'],
] as const

export const VACANCIES = [
  ['', 'Not said'],
  ['open', 'This is an existing vacancy'],
  ['pool', 'This is for vacancies to come'],
] as const

export const SCREENINGS = [
  ['', 'Not said'],
  ['none', 'No artificial intelligence screens or chooses applicants'],
  ['used', 'Artificial intelligence is used to screen, assess or choose applicants'],
] as const

/** A value that no list offers any more, in words: `PER_DIEM` as “Per diem”. */
const asWords = (value: string) => {
  const plain = /^[A-Z]+([_-][A-Z]+)*$/.test(value) ? value.replaceAll(/[_-]/g, ' ').toLowerCase() : value
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** The words for one value of a list. */
export const labelOf = (list: readonly (readonly [string, string])[], value: string): string =>
  list.find(([key]) => key === value)?.[1] ?? asWords(value)

/** Those of some values that a list offers. */
export const knownIn = (list: readonly (readonly [string, string])[], values: readonly string[]): string[] =>
  values.filter((value) => list.some(([key]) => key === value))
