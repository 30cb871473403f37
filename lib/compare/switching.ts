import { entryPhrase } from './answer'
import type { Citations, CitedRelease, Part } from './cite'
import { capitalise, type Side, workersOf } from './side'
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

function entryGap(from: Side, to: Side, cite: Cite): Part[] {
  const parts = (['entry.education', 'entry.experience', 'entry.training'] as const).flatMap((measure): Part[] => {
    const [mine, theirs] = [from.official.shown(measure), to.official.shown(measure)]
    if (!theirs?.text || theirs.text === 'None') return []
    const same = mine?.text === theirs.text
    return [cite.cite(entryPhrase(theirs.text), theirs), same ? ' (as now), ' : ', ']
  })
  if (parts.length === 0) return [`BLS assigns no schooling, experience or training to ${workersOf(to)}.`]
  parts[parts.length - 1] = String(parts.at(-1)).replace(/, $/, '.')
  return [`${capitalise(workersOf(to))} typically enter with `, ...parts]
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
