import type { Figure, FigureSet } from '../figures/figure'
import { sectorName } from '../figures/sectors'
import { formatValue } from '../format'
import type { Citations, Cited, CitedRelease, Part } from './cite'

type Cite = Citations<CitedRelease>

const MEAN = 'pay.annual.mean'

/** What leads, as pages call it; an industry's official name is told on hover. The amount behind it carries the source. */
function nameOf(figure: Figure, cite: Cite): Cited {
  const official = figure.text ?? ''
  const name = figure.measure === 'pay.top-industry' ? sectorName(figure.item, official) : official
  return { ...cite.cite(name, figure), sources: [], ...(name === official ? {} : { title: official }) }
}

const bound = (figure: Figure): string =>
  figure.lower === null ? 'a capped amount' : `${formatValue(figure.measure, figure.lower)} or more`

const namesOf = (figures: readonly Figure[], cite: Cite): Part[] =>
  figures.flatMap((figure, i): Part[] => [
    i === 0 ? '' : i === figures.length - 1 ? ' and ' : ', ',
    nameOf(figure, cite),
  ])

/** The nation's mean that a superlative is above, tied to its own figure where the page has that very one. */
function nation(set: FigureSet, of: Figure, cite: Cite): Part[] {
  if (of.reference == null) return []
  const own = set.find(MEAN)
  const text = formatValue(MEAN, of.reference)
  return ['; nation ', own && of.derivedFrom?.includes(own.id) ? cite.cite(text, own) : text]
}

/** What may lead too, were its mean printed: "Washington is published only as $239,200 or more and may be higher". */
function mayBeHigher(capped: readonly Figure[], cite: Cite): Part[] {
  const [first] = capped
  if (!first) return []
  const verb = capped.length === 1 ? 'is' : 'are'
  return [
    '; ',
    ...namesOf(capped, cite),
    ` ${verb} published only as `,
    cite.cite(bound(first), ...capped),
    ' and may be higher',
  ]
}

/**
 * A superlative with its amount, statistic and period, and the nation's beside it: "California, $85,000, mean in May
 * 2025; nation $71,490".
 * @param measure `pay.top-state`, `pay.top-metro` or `pay.top-industry`
 * @returns undefined where the store has none; `set.get(measure)` says why
 */
export function superlativeParts(set: FigureSet, measure: string, cite: Cite): Part[] | undefined {
  const figures = set.list(measure)
  const capped = figures.filter((figure) => figure.state === 'top-coded')
  const leader = figures.find((figure) => figure.value !== null)
  const [first] = leader ? [leader] : capped
  if (!first) return undefined
  const label = cite.release(first.release)?.label
  const amount = leader
    ? cite.cite(formatValue(measure, leader.value ?? 0), leader)
    : cite.cite(bound(first), ...capped)
  return [
    leader && capped.length > 0 ? 'highest published: ' : '',
    ...(leader ? [nameOf(leader, cite)] : namesOf(capped, cite)),
    ', ',
    amount,
    ...(first.reference == null ? [] : [`, mean${label ? ` in ${label}` : ''}`]),
    ...nation(set, first, cite),
    ...(leader ? mayBeHigher(capped, cite) : []),
  ].filter((part) => part !== '')
}
