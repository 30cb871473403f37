import type { Place } from '../places/place'

/** Where an application goes. `text` is a way that is no address: shown, and never a link. */
export type Apply = { kind: 'web' | 'email' | 'text'; to: string }

/**
 * A posting as it is read: by whoever looks for work, by machines, by its company and its reviewer. Options are text: one
 * that the form no longer offers stays what it was. Pay is in `payCurrency` per `payUnit`.
 */
export type Posting = {
  title: string
  role: string
  roleSlug: string
  description: string
  responsibilities: string[]
  needed: string[]
  nice: string[]
  employmentType: string[]
  workplace: string
  /** Without a country where nobody knows what the words name. */
  places: Place[]
  payMin?: number | undefined
  payMax?: number | undefined
  payCurrency: string
  payUnit: string
  commission: string
  benefits: string
  seniority: string
  start: string
  positions: number
  apply: Apply
  reference: string
  /** `2026-11-24` */
  validThrough: string
  vacancy: string
  screening: string
}
