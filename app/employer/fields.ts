import { SIZES, TIME_ZONES } from '@/lib/companies/profile'
import type { Field } from '@/lib/forms'
import { MOST_DAYS } from '@/lib/jobs/content'

/** The fields of a company's profile. */
export const profileFields = (): Field[] => [
  { name: 'name', label: 'Company name', required: true, maxLength: 100, autoComplete: 'organization' },
  {
    name: 'site',
    label: 'Web site',
    kind: 'url',
    maxLength: 500,
    hint: 'With an e-mail address of the same domain, the company counts as verified at once.',
  },
  { name: 'about', label: 'What the company does', kind: 'textarea', maxLength: 5000 },
  { name: 'industry', label: 'Industry', maxLength: 80 },
  {
    name: 'size',
    label: 'People employed',
    kind: 'select',
    short: true,
    options: [['', 'Not said'], ...SIZES.map((size) => [size, size] as const)],
  },
  {
    name: 'places',
    label: 'Places',
    kind: 'textarea',
    rows: 3,
    maxLength: 1000,
    hint: 'One a line, such as Denver, CO.',
  },
  {
    name: 'timeZone',
    label: 'Time zone',
    kind: 'select',
    required: true,
    short: true,
    hint: 'A remote job’s last day ends at midnight here.',
    options: TIME_ZONES.map((zone) => [zone, zone.replaceAll('_', ' ')] as const),
  },
]

/** The field of a renewal. @param end the last day that it is reckoned from, as a reader sees it */
export const renewFields = (end: string): Field[] => [
  {
    name: 'days',
    label: 'Days more',
    kind: 'number',
    short: true,
    required: true,
    maxLength: 2,
    hint: `Reckoned from ${end}, to at most ${MOST_DAYS} days from today. The day it was posted stays.`,
  },
]
