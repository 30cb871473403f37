/** The most letters of a typed name that are looked at: the longest official title has 112. */
export const MOST_LETTERS = 200

/** Letters with dots between: `L.P.N.`, `R. N.`, `C.P.A.s`. */
const DOTTED = /\b[a-z](?:\. ?[a-z])+\b\.?/g

/**
 * A name as the search compares it: no accents, lower case, words parted by single blanks; `+` and `#` stay, and a dotted
 * abbreviation is the plain one.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(DOTTED, (letters) => letters.replaceAll(/[. ]/g, ''))
    .replaceAll(/[^a-z0-9+#]+/g, ' ')
    .trim()
}
