import { type Logo, MOST_BYTES } from '@/lib/companies/logo'
import { SIZES, TIME_ZONES } from '@/lib/companies/profile'
import type { Field } from '@/lib/forms'
import { MOST_DAYS } from '@/lib/jobs/content'

/** A logo that is there, with the box to remove it. */
const logoNow = (name: string, logo: Logo): Field[] => [
  {
    name: 'removeLogo',
    label: 'Logo now',
    kind: 'boxes',
    options: [['1', 'Remove it']],
    picture: { logo, alt: `Logo of ${name}` },
  },
]

/**
 * The fields of a company's profile.
 * @param now the logo it has, and the name it is the logo of
 */
export const profileFields = (now?: { name: string; logo: Logo | null }): Field[] => [
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
  ...(now?.logo ? logoNow(now.name, now.logo) : []),
  {
    name: 'logo',
    label: now?.logo ? 'Another logo' : 'Logo',
    kind: 'file',
    accept: 'image/png,image/jpeg,image/webp,image/avif',
    mostBytes: MOST_BYTES,
    hint: 'PNG, JPEG, WebP or AVIF, at most 2 MB and at least 112 × 112 pixels. It is kept about 400 × 200 pixels large, without what a camera adds.',
  },
]

/** The field that moves a last day. */
export const lastDayFields: Field[] = [
  {
    name: 'lastDay',
    label: 'Last day to apply',
    kind: 'date',
    short: true,
    required: true,
    hint: `Earlier at any time, from today on; later within the ${MOST_DAYS} days that it may run. It counts at once.`,
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
