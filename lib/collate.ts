/** Names as an American dictionary orders them: neither capitals, accents nor punctuation count; 9 comes before 10. */
const collator = new Intl.Collator('en-US', { sensitivity: 'base', ignorePunctuation: true, numeric: true })

/**
 * The one order of names in lists. The store is asked for no order of names: its own collation is the operator's.
 * @returns below 0 when `a` comes first; names that differ only in what does not count are told apart by code points
 */
export const compareNames = (a: string, b: string): number => collator.compare(a, b) || Number(a > b) - Number(a < b)

/** Rows by what they are called. */
export function sortByName<T>(rows: readonly T[], nameOf: (row: T) => string): T[] {
  return rows.toSorted((a, b) => compareNames(nameOf(a), nameOf(b)))
}
