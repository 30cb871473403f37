const ENTRY: Record<string, string> = {
  'No formal educational credential': 'no formal educational credential',
  'High school diploma or equivalent': 'a high school diploma or equivalent',
  'Some college, no degree': 'some college but no degree',
  'Postsecondary nondegree award': 'a postsecondary nondegree award',
  "Associate's degree": 'an associate’s degree',
  "Bachelor's degree": 'a bachelor’s degree',
  "Master's degree": 'a master’s degree',
  'Doctoral or professional degree': 'a doctoral or professional degree',
  'Less than 5 years': 'less than 5 years of related experience',
  '5 years or more': '5 years or more of related experience',
  'Short-term on-the-job training': 'short on-the-job training',
  'Moderate-term on-the-job training': 'moderate on-the-job training',
  'Long-term on-the-job training': 'long on-the-job training',
  Apprenticeship: 'an apprenticeship',
  'Internship/residency': 'an internship or residency',
}

const straight = (text: string) => text.replaceAll('’', "'")

/** BLS's word for an entry assignment as it stands in a sentence; an unknown word stays as it is. */
export function entryPhrase(text: string): string {
  return ENTRY[straight(text)] ?? text.charAt(0).toLowerCase() + text.slice(1)
}

/**
 * What one word of BLS leaves open where two occupations have it: the word names a level, and two people at one level
 * may have learned different things. Absent where the word is the whole of it, as with a high school diploma.
 */
const ALSO: Record<string, string> = {
  'Postsecondary nondegree award': 'which may be in another field',
  "Associate's degree": 'which may be in another field',
  "Bachelor's degree": 'which may be in another field',
  "Master's degree": 'which may be in another field',
  'Doctoral or professional degree': 'which may be in another field',
  'Less than 5 years': 'which may be in another line of work',
  '5 years or more': 'which may be in another line of work',
  'Short-term on-the-job training': 'in the new work',
  'Moderate-term on-the-job training': 'in the new work',
  'Long-term on-the-job training': 'in the new work',
  Apprenticeship: 'in another trade',
  'Internship/residency': 'in another field',
}

/**
 * Words around an assignment that both ends of a switch have: never the same qualification where it is bound to a
 * field, a trade or a job.
 */
export function sharedEntry(text: string): { before: string; after: string } {
  const also = ALSO[straight(text)]
  return also ? { before: 'also ', after: `, ${also}` } : { before: '', after: ', the same in both' }
}

const EACH: [pattern: RegExp, words: string][] = [
  [/^Apprenticeship$/, 'each in its own trade'],
  [/degree$|award$|residency$/, 'not always in the same field'],
]

/** What must be said after assignments that two occupations share; nothing where they mean the same in both. */
export function sharedEntryNote(texts: readonly string[]): string {
  const note = EACH.find(([pattern]) => texts.some((text) => text !== 'Some college, no degree' && pattern.test(text)))
  return note ? `, ${note[1]}` : ''
}

const LEVELS: Record<string, string> = {
  'less-than-high-school': 'less than a high school diploma',
  'high-school': 'a high school diploma',
  'some-college': 'some college but no degree',
  associate: 'an associate’s degree',
  bachelor: 'a bachelor’s degree',
  master: 'a master’s degree',
  doctoral: 'a doctoral or professional degree',
}

/** A level of education as it stands in a sentence, with its article. */
export const levelPhrase = (item: string): string => LEVELS[item] ?? item

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']

/** A small number in words. */
export const countWord = (count: number): string => COUNTS[count] ?? String(count)

/** Parts joined as in a sentence: `a, b and c`. */
export const joinList = <T>(parts: readonly T[]): (T | string)[] =>
  parts.flatMap((part, i): (T | string)[] => [i === 0 ? '' : i === parts.length - 1 ? ' and ' : ', ', part])
