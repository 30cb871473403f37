import { diffWordsWithSpace } from 'diff'
import type { Values } from '../forms'
import { jobFields } from './fields'
import { labelOf } from './options'
import type { Posting } from './posting'

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

/** Whether title, role, place, pay or how to apply differ; spaces and signs of the same amount do not count. */
export const isMaterial = (before: Posting, after: Posting): boolean =>
  MATERIAL.some((name) => canonical(before[name]) !== canonical(after[name]))

export type Part = { text: string; kind: 'same' | 'added' | 'removed' }
export type Difference = { name: string; label: string; parts: Part[] }

/** Longer than any honest edit needs; then the two texts stand whole, one after the other. */
const MOST_MS = 500

function partsOf(before: string, after: string): Part[] {
  const whole = [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return (diffWordsWithSpace(before, after, { timeout: MOST_MS }) ?? whole)
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' }))
}

/**
 * What two versions of a posting say differently, word by word, field by field in the form's order.
 * @param before what readers see; as typed
 */
export function differencesOf(before: Values, after: Values): Difference[] {
  return jobFields([]).flatMap(({ name, label, options }) => {
    const said = (values: Values) =>
      [values[name] ?? '']
        .flat()
        .map((value) => (options ? labelOf(options, value) : value))
        .join(', ')
    const [was, is] = [said(before), said(after)]
    return was === is ? [] : [{ name, label, parts: partsOf(was, is) }]
  })
}
