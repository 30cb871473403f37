/** The known name that shares most letters with a mistyped one; all of them where none is like it. */
export function didYouMean(key: string, known: readonly string[]): string {
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2).toLowerCase()))
  const mine = pairs(key)
  const scored = known.map((name) => ({ name, shared: [...pairs(name)].filter((pair) => mine.has(pair)).length }))
  const best = scored.toSorted((a, b) => b.shared - a.shared)[0]
  return best && best.shared >= 2 ? `did you mean "${best.name}"?` : `known: ${known.join(', ') || 'none'}`
}
