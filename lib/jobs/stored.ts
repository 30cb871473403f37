import type { Place } from '../places/place'
import { readStoredPlace } from '../places/stored-place'
import type { Apply, Posting } from './posting'

/** What the store holds of a version: what was typed and, once that has passed the check, how it was read then. */
export type Version = { content: unknown; reading: unknown }

/** Counts the shapes of what is kept as read. The first shape is the text of the form, with nothing beside it. */
const SHAPE = 2

/** A checked posting as it is kept beside its text. */
export const asReading = (posting: Posting): object => ({ shape: SHAPE, ...posting })

type Stored = Record<string, unknown>

const TEXTS = [
  'title',
  'role',
  'roleSlug',
  'description',
  'workplace',
  'payCurrency',
  'payUnit',
  'commission',
  'benefits',
  'seniority',
  'start',
  'reference',
  'validThrough',
  'vacancy',
  'screening',
] as const satisfies (keyof Posting)[]
const LISTS = ['responsibilities', 'needed', 'nice', 'employmentType'] as const satisfies (keyof Posting)[]

const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const one = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const text = (value: unknown): string => (Array.isArray(value) ? value.map(one).join('\n') : one(value)).trim()
const lines = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(one) : one(value).split('\n').map(withoutBullet)).filter((line) => line !== '')
const withoutBullet = (line: string) => line.replace(/^\s*[-*•]\s+/, '').trim()

const byName = <const N extends string, T>(names: readonly N[], read: (name: N) => T) =>
  Object.fromEntries(names.map((name) => [name, read(name)])) as Record<N, T>
const words = (stored: Stored) => ({
  ...byName(TEXTS, (name) => text(stored[name])),
  ...byName(LISTS, (name) => lines(stored[name])),
})

/** An amount as text of the first shape was always read: signs, commas and spaces count for nothing. */
function amountOf(typed: unknown): number | undefined {
  const plain = one(typed).replaceAll(/[$€£,\s]/g, '')
  return /^\d+(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined
}

/** Only what is safe to follow is ever a link; what else an address must be is asked when it is sent. */
function applyOf(typed: string): Apply {
  const address = typed.replace(/^mailto:/i, '')
  if (/^[^\s@<>"'():,;\\]+@[^\s@<>"'():,;\\/?#]+$/.test(address)) return { kind: 'email', to: address.toLowerCase() }
  const url = /[\s\\]/.test(typed) || !URL.canParse(typed) ? undefined : new URL(typed)
  const open = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  return open ? { kind: 'web', to: url.href } : { kind: 'text', to: typed }
}

/** The first shape: every field as its form sent it. */
function readText(typed: Stored): Posting {
  const [payMin, payMax] = [amountOf(typed.payMin), amountOf(typed.payMax)]
  return {
    ...words(typed),
    places: lines(typed.places).map((line): Place => readStoredPlace(line) ?? { country: '', town: line }),
    payMin: payMin ?? payMax,
    payMax: payMax ?? payMin,
    positions: amountOf(typed.positions) ?? 1,
    apply: applyOf(text(typed.apply)),
  }
}

const placeOf = (stored: Stored): Place => ({
  ...Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === 'string')),
  country: one(stored.country),
})

/** A reading of the second shape: a `Posting` as JSON. What a later shape adds is absent in it, and so empty. */
function readReading(stored: Stored): Posting {
  const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
  return {
    ...words(stored),
    places: (Array.isArray(stored.places) ? stored.places : []).filter(isObject).map(placeOf),
    payMin: number(stored.payMin),
    payMax: number(stored.payMax),
    positions: number(stored.positions) ?? 1,
    apply: applyOf(isObject(stored.apply) ? one(stored.apply.to) : ''),
  }
}

/**
 * Reads a stored version as it was stored, whatever the form asks for by now: nothing is refused, and what is missing is
 * empty. Whether a posting may be sent is asked elsewhere (`parseContent`).
 */
export function readStored({ content, reading }: Version): Posting {
  const typed = isObject(content) ? content : {}
  return isObject(reading) ? readReading(reading) : readText(typed)
}
