import type { Figure } from '../figures/figure'
import { formatValue } from '../format'
import type { Citations, CitedRelease, Part } from './cite'
import { joinList } from './phrases'
import { capitalise, type Side } from './side'

type Cite = Citations<CitedRelease>

function own(side: Side, measure: string): Figure | undefined {
  return side.own?.shown(measure)
}

function yearsToEnter(side: Side, cite: Cite): Part[] {
  const [low, high] = [own(side, 'time-to-enter.low'), own(side, 'time-to-enter.high')]
  if (!low || !high) return []
  return [
    cite.cite(`${low.value}–${high.value} years`, low, high),
    ` to become ${side.role.article} ${side.role.singular}`,
  ]
}

function topSkills(side: Side, cite: Cite): Part[] {
  const skills = (side.own?.list('skill.share') ?? []).slice(0, 3)
  if (skills.length === 0) return []
  const names = skills.map((figure) => cite.cite(figure.text ?? figure.item, figure))
  return [`${capitalise(side.role.plural)} are asked most for `, ...joinList(names), '. ']
}

/**
 * The answer from two titles' own figures, which come without period, place or method: it says so, and compares them
 * with each other only.
 */
export function writeOwnAnswer(a: Side, b: Side, cite: Cite): Part[] {
  const [pa, pb] = [own(a, 'pay.annual.mean'), own(b, 'pay.annual.mean')]
  const parts: Part[] = ['As published elsewhere, with no period or method given: ']
  if (pa && pb) {
    const bHigh = (pb.value ?? 0) >= (pa.value ?? 0)
    const [high, low, fHigh, fLow] = bHigh ? [b, a, pb, pa] : [a, b, pa, pb]
    parts.push(
      `${high.role.plural} earn `,
      cite.cite(formatValue('pay.annual.mean', (fHigh.value ?? 0) - (fLow.value ?? 0)), fHigh, fLow),
      ` more a year on average than ${low.role.plural}: `,
      cite.value(fHigh),
      ' against ',
      cite.value(fLow),
      '. ',
    )
  }
  const [ta, tb] = [yearsToEnter(a, cite), yearsToEnter(b, cite)]
  if (ta.length > 0 && tb.length > 0) parts.push('It takes ', ...ta, ' and ', ...tb, '. ')
  return [...parts, ...topSkills(a, cite), ...topSkills(b, cite)]
}
