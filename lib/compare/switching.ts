import type { Citations, CitedRelease, Part } from './cite'
import { entryPhrase, sharedEntry } from './phrases'
import { type Side, workersOf } from './side'
import { type Gap, skillGap } from './skills'

type Cite = Citations<CitedRelease>

export type Direction = {
  from: Side
  to: Side
  skills: { toGain: Gap[]; shared: Gap[] } | null
  knowledge: { toGain: Gap[]; shared: Gap[] } | null
  entry: Part[]
  related: string
}

const ASSIGNED = ['entry.education', 'entry.experience', 'entry.training'] as const

function entryGap(from: Side, to: Side, cite: Cite): Part[] {
  const wanted = ASSIGNED.flatMap((measure) => {
    const figure = to.official.shown(measure)
    return figure?.text && figure.text !== 'None' ? [{ figure, text: figure.text }] : []
  })
  if (wanted.length === 0) return [`BLS assigns no schooling, experience or training to ${workersOf(to)}.`]
  const parts = wanted.flatMap(({ figure, text }, i): Part[] => {
    const shared = from.official.shown(figure.measure)?.text === text
    const { before, after } = shared ? sharedEntry(text) : { before: '', after: '' }
    return [`${i === 0 ? '' : '; '}${before}`, cite.cite(entryPhrase(text), figure), after]
  })
  return [`Typical entry for ${workersOf(to)}: `, ...parts.filter((part) => part !== ''), '.']
}

/**
 * One direction of a switch: what matters more there, what to bring, and whether O*NET counts it as near.
 * @param rank the rank of `to` among the roles related to `from`, if it is one
 */
export function switchTo(from: Side, to: Side, rank: number | undefined, cite: Cite): Direction {
  return {
    from,
    to,
    skills: skillGap(from.official, to.official, 'skill.importance'),
    knowledge: skillGap(from.official, to.official, 'knowledge.importance'),
    entry: entryGap(from, to, cite),
    related:
      rank === undefined
        ? `O*NET does not list ${workersOf(to)} among the occupations nearest to ${workersOf(from)}.`
        : `O*NET lists ${workersOf(to)} among the occupations nearest to ${workersOf(from)}.`,
  }
}
