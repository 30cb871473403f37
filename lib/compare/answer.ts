import { type Figure, standardError } from '../figures/figure'
import { formatDollars, formatValue } from '../format'
import type { Citations, CitedRelease, Part } from './cite'
import { entryPhrase, sharedEntryNote } from './phrases'
import { capitalise, type Side, workersOf } from './side'

type Cite = Citations<CitedRelease>

/** 1.645 standard errors either way hold the true value nine times in ten. */
const NINETY = 1.645

/**
 * Whether two means differ by more than their published errors explain: |A − B| ≥ 1.645·√(seA² + seB²), the usual
 * 90% test for two independent estimates. Undefined where an error is not published.
 */
export function isClear(a: Figure, b: Figure): boolean | undefined {
  const errors = [standardError(a), standardError(b)]
  if (a.value === null || b.value === null || errors[0] === undefined || errors[1] === undefined) return undefined
  return Math.abs(a.value - b.value) >= NINETY * Math.hypot(errors[0], errors[1])
}

const PERIODS = [
  { measure: 'pay.annual.mean', per: 'a year' },
  { measure: 'pay.hourly.mean', per: 'an hour' },
] as const

function comparePay(a: Side, b: Side, cite: Cite): Part[] {
  for (const { measure, per } of PERIODS) {
    const figures = [a.official.shown(measure), b.official.shown(measure)] as const
    if (figures[0] && figures[1]) return payDifference(a, b, figures[0], figures[1], per, cite)
  }
  return [a, b].flatMap((side) => onePay(side, cite))
}

function payDifference(a: Side, b: Side, fa: Figure, fb: Figure, per: string, cite: Cite): Part[] {
  const [va, vb] = [fa.value ?? 0, fb.value ?? 0]
  const [high, low] = va >= vb ? [a, b] : [b, a]
  const [fHigh, fLow] = va >= vb ? [fa, fb] : [fb, fa]
  const highName = capitalise(workersOf(high))
  if (va === vb) return [`${highName} and ${workersOf(low)} earn the same on average: `, cite.value(fHigh), ` ${per}. `]
  if (isClear(fa, fb) === false) {
    return [
      `There is no clear difference in mean pay between ${workersOf(a)} (`,
      cite.value(fa),
      ` ${per}) and ${workersOf(b)} (`,
      cite.value(fb),
      '): it is within the published errors. ',
    ]
  }
  const difference = cite.cite(formatValue(fa.measure, Math.abs(va - vb)), fHigh, fLow)
  const errors = [standardError(fa), standardError(fb)]
  const margin =
    errors[0] !== undefined && errors[1] !== undefined && per === 'a year'
      ? [', give or take ', cite.cite(formatDollars(marginOf(errors[0], errors[1])), fHigh, fLow)]
      : []
  return [
    `${highName} earn `,
    difference,
    ` more ${per} on average than ${workersOf(low)}`,
    ...margin,
    ': ',
    cite.value(fHigh),
    ' against ',
    cite.value(fLow),
    '. ',
  ]
}

const marginOf = (a: number, b: number) => Math.max(10, Math.round((NINETY * Math.hypot(a, b)) / 10) * 10)

function onePay(side: Side, cite: Cite): Part[] {
  const annual = side.official.shown('pay.annual.mean')
  if (annual) return [`${capitalise(workersOf(side))} earn `, cite.value(annual), ' a year on average. ']
  const hourly = side.official.shown('pay.hourly.mean')
  if (hourly) {
    return [`For ${workersOf(side)} only hourly pay is published: `, cite.value(hourly), ' an hour on average. ']
  }
  return [`No mean pay is published for ${workersOf(side)}. `]
}

const entryFigures = (side: Side): Figure[] =>
  ['entry.education', 'entry.experience', 'entry.training']
    .map((measure) => side.official.shown(measure))
    .filter((figure) => figure !== undefined)
    .filter((figure) => figure.text !== 'None')

const assigned = (side: Side): string[] => entryFigures(side).map((figure) => figure.text ?? '')

function entryParts(side: Side, cite: Cite): Part[] {
  const figures = entryFigures(side)
  return figures.flatMap((figure, i): Part[] => {
    const joint = i === 0 ? '' : i === figures.length - 1 ? ' and ' : ', '
    return [joint, cite.cite(entryPhrase(figure.text ?? ''), figure)]
  })
}

function compareEntry(a: Side, b: Side, cite: Cite): Part[] {
  const [pa, pb] = [entryParts(a, cite), entryParts(b, cite)]
  const said = (parts: Part[]) => parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
  if (pa.length === 0 && pb.length === 0) return []
  if (pa.length === 0 || pb.length === 0) {
    const [known, parts] = pa.length > 0 ? [a, pa] : [b, pb]
    return [`${capitalise(workersOf(known))} typically enter with `, ...parts, '. ']
  }
  if (said(pa) === said(pb)) {
    return a.occupation.code === b.occupation.code
      ? [`${capitalise(workersOf(a))} typically enter with `, ...pa, '. ']
      : ['Both typically enter with ', ...pa.map((part, i) => joined(part, pb[i])), `${sharedEntryNote(assigned(a))}. `]
  }
  return [`${capitalise(workersOf(a))} typically enter with `, ...pa, `; ${workersOf(b)} with `, ...pb, '. ']
}

const joined = (part: Part, other: Part | undefined): Part =>
  typeof part === 'string' || other === undefined || typeof other === 'string'
    ? part
    : { text: part.text, ids: [...part.ids, ...other.ids], sources: [...new Set([...part.sources, ...other.sources])] }

function growthParts(figure: Figure, cite: Cite): Part[] {
  const value = figure.value ?? 0
  if (value === 0) return [cite.cite('stay the same', figure)]
  return [value > 0 ? 'grow by ' : 'shrink by ', cite.cite(formatValue(figure.measure, Math.abs(value)), figure)]
}

function compareOutlook(a: Side, b: Side, years: string, cite: Cite): Part[] {
  const jobs = [a.official.shown('employment'), b.official.shown('employment')] as const
  const growth = [a.official.shown('projection.growth'), b.official.shown('projection.growth')] as const
  const parts: Part[] = []
  if (jobs[0] && jobs[1]) {
    const more = (jobs[0].value ?? 0) >= (jobs[1].value ?? 0) ? 0 : 1
    const [first, second] = more === 0 ? [a, b] : [b, a]
    const [fFirst, fSecond] = more === 0 ? [jobs[0], jobs[1]] : [jobs[1], jobs[0]]
    parts.push(
      `${capitalise(workersOf(first))} hold `,
      cite.value(fFirst),
      fFirst.value === fSecond.value ? ` jobs, as many as ${workersOf(second)}; ` : ` jobs, ${workersOf(second)} `,
    )
    if (fFirst.value !== fSecond.value) parts.push(cite.value(fSecond), '; ')
  }
  const lead = parts.length > 0 ? `from ${years}, jobs` : `From ${years}, jobs`
  if (growth[0] && growth[1]) {
    parts.push(`${lead} of ${workersOf(a)} are projected to `, ...growthParts(growth[0], cite))
    parts.push(`, those of ${workersOf(b)} to `, ...growthParts(growth[1], cite), '.')
  } else if (growth[0] || growth[1]) {
    const [side, figure] = growth[0] ? [a, growth[0]] : [b, growth[1] as Figure]
    parts.push(`${lead} of ${workersOf(side)} are projected to `, ...growthParts(figure, cite), '.')
  } else if (parts.length > 0) {
    parts[parts.length - 1] = String(parts.at(-1)).replace(/; $/, '.')
  }
  return parts
}

function oneAnswer(side: Side, years: string, cite: Cite): Part[] {
  const jobs = side.official.shown('employment')
  const growth = side.official.shown('projection.growth')
  const name = capitalise(workersOf(side))
  return [
    ...onePay(side, cite),
    ...compareEntry(side, side, cite),
    ...(jobs ? [`${name} hold `, cite.value(jobs), ' jobs. '] : []),
    ...(growth ? [`From ${years}, their jobs are projected to `, ...growthParts(growth, cite), '.'] : []),
  ]
}

/** What must be said before official figures are given for a title. */
function titleNotes(a: Side, b: Side): Part[] {
  const titles = [a, b].filter((side) => side.role.kind === 'title')
  if (titles.length === 0) return []
  const names = capitalise(titles.map((side) => side.role.plural).join(' and '))
  const counted = [...new Set(titles.map(workersOf))].join(' and ')
  return [`${names} are not counted officially; the official figures here are for ${counted}. `]
}

/** What must be said where one occupation's figures stand for both roles, one of which at least is a title. */
function sharedNote(a: Side, b: Side): string {
  const titles = [a, b].filter((side) => side.role.kind === 'title')
  const names = capitalise(titles.map((side) => side.role.plural).join(' and '))
  return (
    `${names} are not counted officially: ${titles.length > 1 ? 'both' : 'they'} fall under ${workersOf(a)}. ` +
    'One set of official figures stands for both roles, so it cannot show how they differ. '
  )
}

/**
 * The answer on top of a comparison: pay and how sure, what it takes to enter, jobs and growth.
 * @param years the projection's years, as in `2024 to 2034`
 * @returns parts in reading order; every number is cited
 */
export function writeAnswer(a: Side, b: Side, years: string, cite: Cite): Part[] {
  if (a.occupation.code === b.occupation.code) return [sharedNote(a, b), ...oneAnswer(a, years, cite)]
  return [
    ...titleNotes(a, b),
    ...comparePay(a, b, cite),
    ...compareEntry(a, b, cite),
    ...compareOutlook(a, b, years, cite),
  ]
}

/** The first thing a comparison answers: whose pay is higher, by how much and how sure that is. */
export function writeShortAnswer(a: Side, b: Side, cite: Cite): Part[] {
  if (a.occupation.code === b.occupation.code)
    return [...titleNotes(a, b), 'Both are counted as one occupation, so their official figures are the same. ']
  return [...titleNotes(a, b), ...comparePay(a, b, cite)]
}

/** Parts as plain text. */
export function plainText(parts: readonly Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')
    .trim()
}
