import 'server-only'
import { type Area, areasOf } from './areas'
import { findTown, listNamesakes } from './towns'

const cuts = (text: string) => {
  const words = text.split(' ')
  return words.slice(1).map((_, n) => [words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')] as const)
}

/** `Denver CO`, `Austin Texas`, `Austin TX USA`: a part by itself as town and area, where its end is one beyond doubt. */
export function partEnd(text: string): readonly [town: string, area: string] | undefined {
  return cuts(text).find(([town, end]) => {
    const { isCode, may } = areasOf(end)
    if (may.length === 0) return false
    if (isCode && /^[A-Z.]+$/.test(end)) return true
    const isKnown = may.some((area) => findTown({ ...area, town }) || listNamesakes(town, area.country).length > 0)
    return isKnown || (!isCode && partEnd(town) !== undefined)
  })
}

/** `1600 Broadway Denver`: a street with its number and a known town behind it, without a comma between. */
export const partStreet = (area: Area, text: string): readonly [street: string, town: string] | undefined =>
  cuts(text).find(([, town]) => findTown({ ...area, town }))
