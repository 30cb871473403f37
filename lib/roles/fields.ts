/** One field of study that is matched to an occupation; an empty title says that none is. */
export type FieldRow = { roleId: number; cip: string; title: string; release: string }

/** The fields of study that lead to an occupation; none where the publishers looked and matched none. */
export type Fields = { titles: string[]; release: string }

const WORD = /[a-z]{3,}/g
const SMALL = new Set(['all', 'and', 'except', 'for', 'general', 'other', 'the'])
/** A word without its ending, so that "nursing" is near "nurses". */
const stem = (word: string) => word.replace(/(ings?|ers?|ors?|ists?|ics?|ies|ians?|es|s|y|e)$/, '')
const stems = (text: string) =>
  (text.toLowerCase().match(WORD) ?? []).filter((word) => !SMALL.has(word)).map((word) => stem(word) || word)
const isNear = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

/** How many of a field's words are words of the occupation's name, from 0 to 1. */
function nearness(title: string, name: readonly string[]): number {
  const words = stems(title)
  return words.filter((word) => name.some((other) => isNear(word, other))).length / Math.max(words.length, 1)
}

/**
 * The fields of an occupation: those first whose words are those of its name, then in the order of the publisher's codes.
 * @param name the occupation's official title
 * @returns undefined where the publishers' list does not hold the occupation
 */
export function fieldsOf(rows: readonly FieldRow[], occupation: { id: number; name: string }): Fields | undefined {
  const own = rows.filter(({ roleId }) => roleId === occupation.id)
  const [first] = own
  if (!first) return undefined
  const name = stems(occupation.name)
  const near = new Map(own.map(({ cip, title }) => [cip, nearness(title, name)]))
  const titles = own
    .filter(({ title }) => title !== '')
    .toSorted((a, b) => (near.get(b.cip) ?? 0) - (near.get(a.cip) ?? 0) || (a.cip < b.cip ? -1 : 1))
    .map(({ title }) => title)
  return { titles, release: first.release }
}
