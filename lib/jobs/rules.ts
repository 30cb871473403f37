import * as z from 'zod'
import type { Place } from '../places/place'
import { isVoluntary, UNITS_A_YEAR } from './options'
import type { Posting } from './posting'

/** One thing that a posting must carry by law somewhere, as `data/posting-rules.yaml` holds it. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  jurisdiction: z.string().regex(/^([A-Z]{2}(-[A-Z]{2,3}){0,2})$/),
  place: z.string(),
  law: z.string(),
  requires: z.enum([
    'pay-range',
    'benefits',
    'other-compensation',
    'deadline',
    'range-width',
    'ai-statement',
    'vacancy-statement',
    'no-local-experience',
  ]),
  words: z.string(),
  from: z.iso.date(),
  employees: z.number().int().min(1),
  remote: z.boolean(),
  maxWidth: z.number().positive().optional(),
  currency: z.string().length(3).optional(),
  exemptAbove: z.number().positive().optional(),
  source: z.url({ protocol: /^https?$/ }),
  checked: z.iso.date(),
  status: z.enum(['checked', 'secondary', 'unverified']),
})
export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema) })

export type Rule = z.infer<typeof ruleSchema>
/** A rule that a posting seems to break, and whether that stops it. */
export type Finding = { rule: Rule; blocks: boolean }

const MEMBER_STATES = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** The city and its boroughs, as people name them. */
const NEW_YORK_CITY = /^(?:new york(?: city)?|nyc|manhattan|brooklyn|queens|(?:the )?bronx|staten island)$/i

function covers({ jurisdiction }: Rule, { country, region, town }: Place): boolean {
  if (jurisdiction === 'EU') return MEMBER_STATES.includes(country)
  if (jurisdiction === 'CA-ON') return country === 'CA' && /^(on|ontario)$/i.test(region ?? '')
  if (jurisdiction === 'US-NY-NYC') return region === 'NY' && country === 'US' && NEW_YORK_CITY.test(town ?? '')
  return jurisdiction === `${country}-${region}`
}

/** Whether somebody could do the work from there: a whole country allows all of its parts. */
const includes = (rule: Rule, { country, region }: Place) => !region && rule.jurisdiction.startsWith(`${country}-`)

const applies = (rule: Rule, { workplace, places }: Posting) =>
  places.some((place) => covers(rule, place)) ||
  (workplace === 'remote' && rule.remote && places.some((place) => includes(rule, place)))

function isMet(rule: Rule, content: Posting): boolean {
  const { payMin, payMax, payUnit, payCurrency } = content
  const year = UNITS_A_YEAR[payUnit] ?? 1
  switch (rule.requires) {
    case 'pay-range':
      return payMin !== undefined || content.commission !== '' || isVoluntary(content)
    case 'benefits':
      return content.benefits !== ''
    case 'other-compensation':
      // Nobody can tell from outside whether there is any: it is met by naming it, and asked about otherwise.
      return content.commission !== ''
    case 'deadline':
      return true
    case 'range-width': {
      if (payMin === undefined || payMax === undefined || payCurrency !== rule.currency) return true
      const exempt = rule.exemptAbove !== undefined && payMax * year > rule.exemptAbove
      return exempt || (payMax - payMin) * year <= (rule.maxWidth ?? Number.POSITIVE_INFINITY)
    }
    case 'ai-statement':
      return content.screening !== ''
    case 'vacancy-statement':
      return content.vacancy !== ''
    case 'no-local-experience':
      return !/canadian experience/i.test([content.description, ...content.needed, ...content.nice].join(' '))
  }
}

/** What only the employer knows to be missing can be asked about, but not insisted on. */
const ASKED_ONLY: readonly Rule['requires'][] = ['other-compensation']

/**
 * The rules that a posting seems to break, as of a day.
 * @param rules the operator's table
 * @param today the store's day, `2026-11-24`; a rule not yet in force is left out
 * @returns findings; only rules checked against an official text block
 */
export const checkPosting = (content: Posting, rules: readonly Rule[], today: string): Finding[] =>
  rules
    .filter((rule) => rule.from <= today && applies(rule, content) && !isMet(rule, content))
    .map((rule) => ({ rule, blocks: rule.status === 'checked' && !ASKED_ONLY.includes(rule.requires) }))

/** The field of the form where a rule is met. */
export const FIELD_OF: Record<Rule['requires'], keyof Posting> = {
  'pay-range': 'payMin',
  benefits: 'benefits',
  'other-compensation': 'commission',
  deadline: 'validThrough',
  'range-width': 'payMax',
  'ai-statement': 'screening',
  'vacancy-statement': 'vacancy',
  'no-local-experience': 'needed',
}

/** What stops a posting, by field. */
export const blockingErrors = (findings: readonly Finding[]): Record<string, string> =>
  Object.fromEntries(
    findings
      .filter(({ blocks }) => blocks)
      .map(({ rule }) => [FIELD_OF[rule.requires], `${rule.place} (${rule.law}): ${rule.words}`]),
  )

/** Words that may shut people out unlawfully, why, and what to say instead. They never block. */
const WORDING: readonly [RegExp, string][] = [
  [
    /\b(recent|new) (college )?graduates?\b/i,
    '“recent graduate” may read as an age limit; say which knowledge is needed.',
  ],
  [/\bdigital natives?\b/i, '“digital native” may read as an age limit; name the tools.'],
  [/\byoung\b|\byouthful\b/i, '“young” may read as an age limit; say what the team does.'],
  [
    /\b(salesman|foreman|craftsman|handyman|chairman|waitress|stewardess)\b/i,
    'A title for one sex may shut others out; use one for all.',
  ],
  [/\b(he|she) (will|must|should)\b/i, '“he” or “she” may shut others out; say “you”.'],
  [/\b(ninja|rock ?star|guru)\b/i, 'Say what the person does: such words put many off and find nothing in search.'],
  [
    /\bnative (english )?speaker\b/i,
    '“native speaker” may shut people out by origin; say how well the language must be known.',
  ],
]

/** Hints on a posting's wording. */
export const hintsOn = ({ title, description, needed, nice }: Posting): string[] => {
  const text = [title, description, ...needed, ...nice].join('\n')
  return WORDING.flatMap(([pattern, hint]) => (pattern.test(text) ? [hint] : []))
}
