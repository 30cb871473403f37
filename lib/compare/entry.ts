import type { Figure } from '../figures/figure'
import type { Citations, CitedRelease, Part } from './cite'
import { entryPhrase, sharedEntryNote } from './phrases'
import { capitalise, type Side, workersOf } from './side'

type Cite = Citations<CitedRelease>

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

/**
 * What both typically enter with, as BLS assigns it, in a sentence; nothing where nothing is assigned.
 * @param b the same side as `a` to speak of one only
 */
export function compareEntry(a: Side, b: Side, cite: Cite): Part[] {
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
