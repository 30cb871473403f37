import { formatPlace } from '../places/place'
import type { Content } from './content'
import type { JobAction, JobState } from './lifecycle'
import { labelOf, PAY_UNITS, WORKPLACES } from './options'

export const STATE_NAMES: Record<JobState, string> = {
  draft: 'Draft',
  submitted: 'In review',
  'changes-requested': 'Changes requested',
  refused: 'Refused',
  approved: 'Approved',
  live: 'Live',
  paused: 'Paused',
  filled: 'Filled',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  removed: 'Removed',
  archived: 'Archived',
}

/** What the employer does next. */
export const NEXT_STEPS: Partial<Record<JobState, string>> = {
  draft: 'Finish it and send it to review.',
  submitted: 'A reviewer reads it. You get a mail.',
  'changes-requested': 'Read what the reviewer asks for, change it, and send it again.',
  approved: 'Publish it when you are ready.',
  live: 'Pause it, or mark it filled when somebody is found.',
  paused: 'Readers see that it is paused. Resume it, or mark it filled.',
  expired: 'Mark it filled, or post it again as a new job.',
}

export const ACTION_NAMES: Record<JobAction, string> = {
  submit: 'Send to review',
  'request-changes': 'Ask for changes',
  refuse: 'Refuse',
  approve: 'Approve',
  publish: 'Publish',
  pause: 'Pause',
  resume: 'Resume',
  fill: 'Mark as filled',
  expire: 'Expire',
  withdraw: 'Withdraw',
  remove: 'Remove',
  archive: 'Put away',
}

const money = (amount: number, currency: string) =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount)

/** Pay as a reader sees it: `$88,000 – $104,000 a year`. */
export function formatPay({ payMin, payMax, payCurrency, payUnit }: Content): string {
  if (payMin === undefined || payMax === undefined) return 'Commission'
  const range =
    payMin === payMax ? money(payMin, payCurrency) : `${money(payMin, payCurrency)} – ${money(payMax, payCurrency)}`
  return `${range} ${labelOf(PAY_UNITS, payUnit)}`
}

/** Where, as a reader sees it: `Denver, Colorado · hybrid`. */
export function formatWhere({ places, workplace }: Content): string {
  const first = places.slice(0, 2).map(formatPlace).join('; ')
  const more = places.length > 2 ? ` and ${places.length - 2} more` : ''
  if (workplace === 'remote') return `Remote from ${first}${more}`
  return `${first}${more} · ${labelOf(WORKPLACES, workplace).toLowerCase()}`
}
