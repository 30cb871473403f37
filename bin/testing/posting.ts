type Typed = Record<string, string | string[]>

/** The day that many days from today, as 2026-11-24. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A posting as its form sends it: whatever must be filled in is. */
export const typedPosting = <T extends Typed>(changes: T = {} as T) => ({
  title: 'Night actuary',
  role: 'actuary',
  roleSlug: 'actuary',
  description: 'We move freight at night, and want to know what may go wrong with it. '.repeat(3),
  responsibilities: '',
  needed: '',
  nice: '',
  employmentType: ['FULL_TIME'],
  workplace: 'hybrid',
  places: 'Denver, CO',
  payMin: '98000',
  payMax: '124000',
  payCurrency: 'USD',
  payUnit: 'YEAR',
  commission: '',
  benefits: 'Health insurance and four weeks of leave',
  seniority: '',
  start: '',
  positions: '1',
  apply: 'https://jobs.example.com/apply',
  reference: '',
  validThrough: dayIn(20),
  vacancy: '',
  screening: '',
  ...changes,
})
