import * as z from 'zod'
import { webAddress } from '../companies/profile'
import type { Values } from '../forms'
import { plainDigits } from '../money/digits'
import type { Place } from '../places/place'
import { readPlaces } from '../places/read-places'
import { plainName } from '../plain-name'
import { cleanAddress, cleanLine, cleanText, hasLetter } from '../text/clean'
import { pastedMarkdown, readLines } from '../text/pasted'
import { normaliseEmail } from '../users/email'
import {
  CURRENCIES,
  EMPLOYMENT_TYPES,
  isVoluntary,
  PAY_UNITS,
  SCREENINGS,
  SENIORITIES,
  VACANCIES,
  WORKPLACES,
} from './options'
import { readPayFields } from './read-pay'

export const MOST_DAYS = 90
export const USUAL_DAYS = 30

const keys = <const T extends readonly (readonly [string, string])[]>(list: T) =>
  list.map(([key]) => key) as [T[number][0], ...T[number][0][]]
const line = (most: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(most, `At most ${most} letters.`))
const text = (most: number, clean = cleanText) =>
  z
    .string()
    .transform((typed) => clean(typed).trim())
    .pipe(z.string().max(most, `At most ${most.toLocaleString('en-US')} letters.`))
const lines = (most: number) =>
  z.string().transform((text, context) => {
    const list = readLines(text)
    if (list.length > most || list.some((entry) => entry.length > 300)) {
      context.addIssue({ code: 'custom', message: `At most ${most} lines of 300 letters each.` })
    }
    return list
  })

const places = z.string().transform((text, context): Place[] => {
  const list = readPlaces(text)
  if (list.length > 20) context.addIssue({ code: 'custom', message: 'At most 20 places.' })
  return list.flatMap(({ reading, says }) => {
    if (reading.kind === 'place') return [reading.place]
    context.addIssue({ code: 'custom', message: says ?? '' })
    return []
  })
})

const apply = z
  .string()
  .transform(cleanAddress)
  .transform((text, context) => {
    const email = normaliseEmail(text.replace(/^mailto:/i, ''))
    if (email) return { kind: 'email' as const, to: email }
    if (webAddress.safeParse(text).success) return { kind: 'web' as const, to: new URL(text).href }
    context.addIssue({
      code: 'custom',
      message: 'Give a web address that starts with https://, or one plain e-mail address.',
    })
    return z.NEVER
  })

const shape = z.object({
  title: plainName.pipe(line(120).refine((name) => name.length >= 3 && hasLetter(name), 'Give the job’s title.')),
  role: line(100).refine((name) => name !== '', 'Name the role this job belongs to.'),
  /** What the name was found to mean; never from the form. */
  roleSlug: z.string(),
  description: text(20_000, pastedMarkdown).refine(
    (words) => words.length >= 100 && hasLetter(words),
    'Describe the job in 100 letters or more.',
  ),
  responsibilities: lines(20),
  needed: lines(20),
  nice: lines(20),
  employmentType: z.array(z.enum(keys(EMPLOYMENT_TYPES))).min(1, 'Choose one or more.'),
  workplace: z.enum(keys(WORKPLACES), 'Choose one.'),
  places,
  payMin: z.number().optional(),
  payMax: z.number().optional(),
  payCurrency: z.enum(CURRENCIES, 'Choose a currency.'),
  payUnit: z.enum(keys(PAY_UNITS), 'Choose one.'),
  commission: text(1000),
  benefits: text(3000),
  seniority: z.enum(keys(SENIORITIES)),
  start: line(80),
  positions: z
    .string()
    .transform(plainDigits)
    .pipe(z.string().regex(/^([1-9]\d{0,3})?$/, 'Give a number from 1 to 9999.'))
    .transform((text) => Number(text || 1)),
  apply,
  reference: line(60),
  validThrough: z.iso.date('Give a day.'),
  vacancy: z.enum(keys(VACANCIES)),
  screening: z.enum(keys(SCREENINGS)),
})

/** A posting that may be submitted. Pay is in `payCurrency` per `payUnit`. */
export type Content = z.infer<typeof shape>

export const FIELD_NAMES = (Object.keys(shape.shape) as (keyof Content)[]).filter((name) => name !== 'roleSlug')
export const LIST_FIELDS = ['employmentType'] as const

type Errors = Record<string, string>

/** Reads each field by itself: what is wrong with one hides nothing of the others. */
function readFields(values: Values): { read: Partial<Content>; errors: Errors } {
  const { errors: wrongPay, payMin, payMax } = readPayFields(values)
  const typed: Record<string, unknown> = { ...values, payMin, payMax }
  const errors: Errors = { ...wrongPay }
  const read = Object.entries(shape.shape).flatMap(([name, field]) => {
    const parsed = field.safeParse(typed[name])
    if (!parsed.success) errors[name] ??= parsed.error.issues[0]?.message ?? ''
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  if (!values.roleSlug) errors.role ??= 'No role is called that. Choose one from the list.'
  return { read: Object.fromEntries(read), errors }
}

/** What is wrong with fields together, of those that could be read. */
function readTogether(read: Partial<Content>, wrong: Errors, today: string): Errors {
  const { places: at, workplace, payMin, commission, title, description, validThrough } = read
  const errors: Errors = {}
  if (at?.length === 0)
    errors.places = workplace === 'remote' ? 'Say from where people may work.' : 'Say where the work is done.'
  const isPaid = !isVoluntary({ employmentType: read.employmentType ?? [] })
  // Pay that could not be read is no pay that is missing.
  if (payMin === undefined && commission === '' && isPaid && !wrong.payMax) errors.payMin = 'Say what the job pays.'
  if (title !== undefined && title === description) errors.description = 'Say more than the title.'
  const late = validThrough === undefined ? undefined : lastDayError(validThrough, today)
  if (late) errors.validThrough = late
  return errors
}

/**
 * Checks what was typed, before it is sent: what was stored once is read by `readStored`, never by this.
 * @param values as typed: every field as text
 * @param today the store's day where the job is, `2026-11-24`
 * @returns the posting, or all that is wrong with it, field by field
 */
export function parseContent(
  values: Values,
  today: string,
): { content: Content; errors?: undefined } | { content?: undefined; errors: Errors } {
  const { read, errors } = readFields(values)
  const all = { ...readTogether(read, errors, today), ...errors }
  return Object.keys(all).length > 0 ? { errors: all } : { content: read as Content }
}

/** What is wrong with a last day, `2026-12-21`, as of today. */
export function lastDayError(day: string, today: string): string | undefined {
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000
  return days >= 1 && days <= MOST_DAYS ? undefined : `Choose a day from tomorrow up to ${MOST_DAYS} days from today.`
}

/**
 * The day to check a posting by. What readers see already has had its last day checked, and only a renewal moves that:
 * it is checked as of the day before.
 * @param shownVersion null for a posting that has never been live
 */
export function checkingDay(values: Values, shownVersion: number | null, today: string): string {
  if (shownVersion === null) return today
  const last = Date.parse(String(values.validThrough ?? ''))
  return Number.isNaN(last) ? '' : new Date(last - 86_400_000).toISOString().slice(0, 10)
}
