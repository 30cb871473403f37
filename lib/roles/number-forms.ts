const OTHER_NUMBER: [ending: RegExp, other: string][] = [
  [/men$/, 'man'],
  [/(people|persons)$/, 'person'],
  [/people$/, 'persons'],
  [/persons$/, 'people'],
  [/wives$/, 'wife'],
  [/([^aeiou])ies$/, '$1y'],
  [/(s|x|ch|sh)es$/, '$1'],
  [/([^s])s$/, '$1'],
  [/man$/, 'men'],
  [/person$/, 'people'],
  [/wife$/, 'wives'],
  [/([^aeiou])y$/, '$1ies'],
  [/(s|x|ch|sh)$/, '$1es'],
  [/([a-rt-z0-9])$/, '$1s'],
]

/**
 * A name and what its last word may be in the other number: "linemen" and "lineman", "salespersons" and
 * "salespeople". Several endings may fit and some give no word: the forms are for looking up, not for reading.
 * @param norm a name as the search compares it
 * @returns the name itself first
 */
export function numberForms(norm: string): string[] {
  const others = OTHER_NUMBER.flatMap(([ending, other]) => (ending.test(norm) ? [norm.replace(ending, other)] : []))
  return [...new Set([norm, ...others])]
}
