import { diffWordsWithSpace } from 'diff'
import { formatDay } from '../format'
import { formatAddress, type Place } from '../places/place'
import { jobFields } from './fields'
import { EMPLOYMENT_TYPES, labelOf, SCREENINGS, SENIORITIES, VACANCIES, WORKPLACES } from './options'
import type { Posting } from './posting'
import { formatMoney, formatPay, placeName } from './words'

/** What a reviewer must read again when it changes in a posting that readers see. */
const MATERIAL = [
  'title',
  'roleSlug',
  'workplace',
  'places',
  'payMin',
  'payMax',
  'payCurrency',
  'payUnit',
  'commission',
  'apply',
] as const satisfies (keyof Posting)[]

/** A value as text, whatever order the store gives its keys in. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Whether two readings say the same. */
export const isSame = (before: Posting, after: Posting): boolean => canonical(before) === canonical(after)

/** A place as a reviewer reads it: in full where it has a street or postal code. */
const placeInFull = (place: Place): string =>
  place.country !== '' && (place.street || place.postalCode) ? formatAddress(place) : placeName(place)

/**
 * Whether title, role, place, pay or how to apply differ for readers: neither spaces and signs of the same amount count,
 * nor another way to keep the same place.
 */
export const isMaterial = (before: Posting, after: Posting): boolean => {
  const seen = (posting: Posting) => ({ ...posting, places: posting.places.map(placeInFull) })
  const [was, is] = [seen(before), seen(after)]
  return MATERIAL.some((name) => canonical(was[name]) !== canonical(is[name]))
}

export type Part = { text: string; kind: 'same' | 'added' | 'removed' }
/** What a field says otherwise: word by word, or one value in the place of another, `by` so much. */
export type Difference = { name: string; label: string } & (
  | { parts: Part[] }
  | { parts?: undefined; was: string; is: string; by?: string }
)

/** Longer than any honest edit needs; then the two texts stand whole, one after the other. */
const MOST_MS = 500

/** What two texts say differently, word by word. */
export function partsOf(before: string, after: string): Part[] {
  const whole = [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return (diffWordsWithSpace(before, after, { timeout: MOST_MS }) ?? whole)
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' }))
}

const LABELS: ReadonlyMap<string, string> = new Map(jobFields([]).map(({ name, label }) => [name, label]))
const labelled = (name: string) => ({ name, label: LABELS.get(name) ?? labelOf([], name) })

/** One value in the place of another; nothing where both are the same. */
export const valueChange = (about: { name: string; label: string }, was: string, is: string, by?: string) =>
  was === is ? [] : [{ ...about, was, is, ...(by ? { by } : {}) }]

/** Words in the place of others; nothing where both are the same. */
export const wordsChange = (about: { name: string; label: string }, was: string, is: string): Difference[] =>
  was === is ? [] : [{ ...about, parts: partsOf(was, is) }]

/** Pay: each end by itself where only amounts differ, one amount where both ends are one, else the whole. */
function payChanges(before: Posting, after: Posting): Difference[] {
  const [was, is] = [formatPay(before), formatPay(after)]
  const { payCurrency: currency } = after
  const ends = [before.payMin, before.payMax, after.payMin, after.payMax]
  const alike = before.payCurrency === currency && before.payUnit === after.payUnit
  if (!alike || ends.includes(undefined)) return valueChange({ name: 'pay', label: 'Pay' }, was, is)
  const change = (about: { name: string; label: string }, from = 0, to = 0) =>
    valueChange(
      about,
      formatMoney(from, currency),
      formatMoney(to, currency),
      `${to > from ? '+' : '−'}${formatMoney(Math.abs(to - from), currency)}`,
    )
  return before.payMin === before.payMax && after.payMin === after.payMax
    ? change({ name: 'pay', label: 'Pay' }, before.payMin, after.payMin)
    : [
        ...change(labelled('payMin'), before.payMin, after.payMin),
        ...change(labelled('payMax'), before.payMax, after.payMax),
      ]
}

const day = (text: string) => (Number.isNaN(Date.parse(text)) ? text : formatDay(new Date(`${text}T12:00:00Z`)))

/**
 * What two versions of a posting say differently, field by field in the form's order, as readers see it.
 * @param before what a reviewer has read
 */
export function differencesOf(before: Posting, after: Posting): Difference[] {
  const words = (...names: ('title' | 'description' | 'commission' | 'benefits' | 'start' | 'reference')[]) =>
    names.flatMap((name) => wordsChange(labelled(name), before[name], after[name]))
  const lists = (...names: ('responsibilities' | 'needed' | 'nice')[]) =>
    names.flatMap((name) => wordsChange(labelled(name), before[name].join('\n'), after[name].join('\n')))
  const value = (name: keyof Posting, said: (posting: Posting) => string) =>
    valueChange(labelled(name), said(before), said(after))
  return [
    ...words('title'),
    ...value('role', ({ role }) => role),
    ...words('description'),
    ...lists('responsibilities', 'needed', 'nice'),
    ...value('employmentType', (to) => to.employmentType.map((type) => labelOf(EMPLOYMENT_TYPES, type)).join(', ')),
    ...value('seniority', ({ seniority }) => labelOf(SENIORITIES, seniority)),
    ...value('workplace', ({ workplace }) => labelOf(WORKPLACES, workplace)),
    ...value('places', ({ places }) => places.map(placeInFull).join('; ')),
    ...payChanges(before, after),
    ...words('commission', 'benefits'),
    ...value('apply', ({ apply }) => apply.to),
    ...value('validThrough', ({ validThrough }) => day(validThrough)),
    ...words('start'),
    ...value('positions', ({ positions }) => String(positions)),
    ...words('reference'),
    ...value('vacancy', ({ vacancy }) => labelOf(VACANCIES, vacancy)),
    ...value('screening', ({ screening }) => labelOf(SCREENINGS, screening)),
  ]
}
