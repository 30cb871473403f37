/** The one address of a pair: slugs in code-point order. */
export function comparePath(a: string, b: string): `/compare/${string}` {
  return a < b ? `/compare/${a}-vs-${b}` : `/compare/${b}-vs-${a}`
}

/** The two slugs of an address's last part, as they stand, or null. No slug holds `-vs-`, so there is one reading. */
export function parsePair(pair: string): [string, string] | null {
  const parts = pair.split('-vs-')
  return parts.length === 2 && parts[0] && parts[1] ? [parts[0], parts[1]] : null
}
