import { formatAddress, formatPlace, type Place } from '../places/place'
import { isJobAction, type JobAction, type JobState, type Revision, stateAfter } from './lifecycle'
import { labelOf, PAY_UNITS, WORKPLACES } from './options'
import type { Posting } from './posting'

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
  refused: 'Read why. A new posting may say it better.',
  live: 'Pause it, or mark it filled when somebody is found.',
  paused: 'Readers see that it is paused. Resume it, or mark it filled.',
  filled: 'Its page stays for 30 days and says so. Post it again to look for somebody else.',
  expired: 'Mark it filled, or post it again as a new job.',
  withdrawn: 'Nobody sees it. Post it again as a new job, or put it away.',
  removed: 'Read why. Nobody sees it.',
  archived: 'Put away. Post it again as a new job.',
}

/** What the employer does next about changes to a shown posting. */
export const REVISION_STEPS: Record<Revision, string> = {
  none: '',
  open: 'You have changes that readers do not see yet. Send them, or discard them.',
  'in-review': 'Your changes are with a reviewer; readers see the old version.',
}

/** Said to the employer whose words readers see before a reviewer has read them. */
export const UNREAD_STEP = 'Readers see your changes, marked “changed, not yet read” until a reviewer has read them.'

export const ACTION_NAMES: Record<JobAction, string> = {
  submit: 'Send to review',
  'request-changes': 'Ask for changes',
  refuse: 'Refuse',
  approve: 'Approve',
  publish: 'Publish',
  pause: 'Pause',
  resume: 'Resume',
  renew: 'Renew',
  'move-last-day': 'Move the last day',
  revise: 'Edit',
  'submit-revision': 'Send the changes to review',
  'show-revision': 'Show the changes',
  'request-revision-changes': 'Ask for other changes',
  'refuse-revision': 'Refuse the changes',
  'approve-revision': 'Approve the changes',
  'read-shown': 'Mark as read',
  'revert-shown': 'Put the version before back',
  'discard-revision': 'Discard the changes',
  fill: 'Mark as filled',
  expire: 'Expire',
  withdraw: 'Withdraw',
  remove: 'Remove',
  archive: 'Put away',
  'take-down': 'Take down',
}

/**
 * Why a button did nothing: it was pressed twice, or late.
 * @param action what was asked for
 * @param state where the posting stands now
 */
export function notDone(action: string, state: JobState): string {
  const now = STATE_NAMES[state].toLowerCase()
  if (action === 'duplicate')
    return 'No copy was made: as many postings were begun in 24 hours as may be. Try again tomorrow.'
  if (action === 'submissions')
    return 'It is saved, but not sent: as many postings were sent to review in 24 hours as may be. Send it tomorrow.'
  if (!isJobAction(action)) return 'Nothing was changed.'
  if (stateAfter(action, state) === state) return `Nothing had to be done: it is ${now} already.`
  return `Nothing was changed: it is ${now} now. See below for what can be done.`
}

/** What happened, where the state does not say it. */
const EVENT_NAMES: Partial<Record<string, string>> = {
  renew: 'Renewed',
  'move-last-day': 'Last day moved',
  'read-shown': 'Changes read by a reviewer',
  'revert-shown': 'Changes taken back by a reviewer',
  revise: 'Changes begun',
  'submit-revision': 'Changes sent to review',
  'show-revision': 'Changes shown',
  'request-revision-changes': 'Other changes asked for',
  'refuse-revision': 'Changes refused',
  'approve-revision': 'Changes approved and shown',
  'discard-revision': 'Changes discarded',
  'take-down': 'Page taken down',
} satisfies Partial<Record<JobAction, string>>

/** An event in words. */
export const eventName = ({ action, to }: { action: string; to: JobState }): string =>
  EVENT_NAMES[action] ?? STATE_NAMES[to]

/** An amount in a currency: `$78,000`, with cents where there are some. */
export const formatMoney = (amount: number, currency: string): string => {
  if (!/^[A-Z]{3}$/i.test(currency)) return `${amount} ${currency}`.trim()
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount)
}

/** A place as a reader sees it; words that name none we know stay as they were typed. */
export const placeName = (place: Place): string => (place.country === '' ? (place.town ?? '') : formatPlace(place))

/** Pay as a reader sees it: `$88,000 – $104,000 a year`. */
export function formatPay({
  payMin,
  payMax,
  payCurrency,
  payUnit,
  commission = '',
}: Pick<Posting, 'payMin' | 'payMax' | 'payCurrency' | 'payUnit'> & { commission?: string }): string {
  if (payMin === undefined || payMax === undefined) return commission === '' ? 'Unpaid' : 'Commission'
  const range =
    payMin === payMax
      ? formatMoney(payMin, payCurrency)
      : `${formatMoney(payMin, payCurrency)} – ${formatMoney(payMax, payCurrency)}`
  return `${range} ${labelOf(PAY_UNITS, payUnit)}`
}

/** The places that an address was given for, whole: where people go to. */
export const listAddresses = ({ places }: Posting): string[] =>
  places.filter(({ street, postalCode }) => street || postalCode).map(formatAddress)

/** Where, as a reader sees it: `Denver, Colorado · hybrid`. */
export function formatWhere({ places, workplace }: Posting): string {
  const first = places.slice(0, 2).map(placeName).join('; ')
  const more = places.length > 2 ? ` and ${places.length - 2} more` : ''
  if (workplace === 'remote') return `Remote from ${first}${more}`
  return [`${first}${more}`, labelOf(WORKPLACES, workplace).toLowerCase()].filter((part) => part !== '').join(' · ')
}
