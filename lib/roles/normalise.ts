/** The most letters of a typed name that are looked at: the longest official title has 112. */
export const MOST_LETTERS = 200

/** A name as the search compares it: no accents, lower case, words parted by single blanks; `+` and `#` stay. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9+#]+/g, ' ')
    .trim()
}
