import type { Values } from '../forms'
import { refuseTooLong } from '../limits/lengths'

/** Letters that each field of a posting may have, draft or not; of a list, each of its entries. */
export const POSTING_LENGTHS = {
  title: 120,
  role: 100,
  roleSlug: 200,
  description: 20_000,
  responsibilities: 6000,
  needed: 6000,
  nice: 6000,
  employmentType: 40,
  workplace: 40,
  places: 2000,
  payMin: 40,
  payMax: 40,
  payCurrency: 40,
  payUnit: 40,
  commission: 1000,
  benefits: 3000,
  seniority: 40,
  start: 80,
  positions: 40,
  apply: 500,
  reference: 60,
  validThrough: 40,
  vacancy: 40,
  screening: 40,
} as const satisfies Record<string, number>

/** Letters of a message between reviewer and employer, or of a reviewer's note. */
export const MOST_MESSAGE = 2000

/** @throws Refused naming each field of a posting that is longer than it may be */
export const refuseLongPosting = (values: Values): void => refuseTooLong(values, POSTING_LENGTHS)
