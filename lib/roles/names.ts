/**
 * Everyday names of occupations: singular, plural and article.
 *
 * The reviewed table (data/role-names.csv) is the authority. The rule below only
 * serves titles the table does not know yet; it is plain, not elegant.
 */

/** The forms in which an occupation is spoken of. */
export type RoleName = { singular: string; plural: string; article: 'a' | 'an' }

/** A rule-made name longer than this keeps only the first and last of its listed parts. */
const MAX_LENGTH = 60

/** Words that end in "s" without naming workers, so that stay as they are. */
const NOT_WORKERS = new Set(
  (
    'sales services sciences systems resources relations operations communications electronics benefits ' +
    'promotions materials products goods studies effects accounts records activities programs specialties ' +
    'facilities arts mathematics physics economics securities commodities animals fibers tiles surfaces ' +
    'mechatronics business process trades vehicles gas claims sports news'
  ).split(' '),
)

/** Capitalised words that keep their capital inside a sentence. */
const PROPER = new Set(['English'])

/** "a" or "an" before the phrase, by how its first word is pronounced in American English. */
export function articleFor(phrase: string): 'a' | 'an' {
  const word = /[A-Za-z0-9][A-Za-z0-9'-]*/.exec(phrase)?.[0] ?? ''
  const head = word.split('-')[0] ?? ''
  const lower = word.toLowerCase()
  if (/^\d/.test(head)) return /^(8|1[18]($|\D|(\d{3})+$))/.test(head) ? 'an' : 'a'
  if (/^[B-Z]$/.test(word)) return /[EFHILMNORSX]/.test(word) ? 'an' : 'a'
  // Letters spoken one by one: "an HVAC technician", "an X-ray", "a UX designer".
  if (/^[A-Za-z]$/.test(head) && word !== head) return /[aefhilmnorsx]/i.test(head) ? 'an' : 'a'
  if (/^[A-Z][A-Z0-9]*s?$/.test(head) && head.length > 1) {
    if (/^(NASA|NATO|LAN|RAM|FEMA|SWAT|STEM|SIM|MOOC|SCADA|SCUBA|LASER|HAZMAT|HIPAA)s?$/.test(head)) return 'a'
    return /^[AEFHILMNORSX]/.test(head) ? 'an' : 'a'
  }
  if (/^(hour|honest|honor|honour|heir|herb(?!ivor|icid))/.test(lower)) return 'an'
  if (/^(eu|ewe|once\b|one\b|ones|oui)/.test(lower)) return 'a'
  if (/^u/.test(lower)) return startsLikeYou(lower) ? 'a' : 'an'
  return /^[aeio]/.test(lower) ? 'an' : 'a'
}

/** Whether a word in "u" begins with the sound of "you": university, user, utility; not uninsured, usher. */
function startsLikeYou(word: string): boolean {
  if (/^unanim/.test(word)) return true
  if (/^uni(n|m|d(?!ir)|ss|ll|ron)/.test(word)) return false
  return /^(u$|uni|us[aeiu]|ut[aeio]|ur[aeio]|ub[ie]|uk|ufo|uv|uy|ug[ao])/.test(word)
}

/** The plural of an English noun phrase (its last word is the noun). */
function pluralOf(noun: string): string {
  if (/person$/.test(noun)) return noun.replace(/person$/, 'people')
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  if (/wife$/.test(noun)) return noun.replace(/fe$/, 'ves')
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** The singular of a phrase whose last word is a plural noun; a phrase that is not plural comes back as it was. */
function singularOf(phrase: string): string {
  const last = /[A-Za-z]+$/.exec(phrase)?.[0] ?? ''
  if (!last.endsWith('s') || /(ss|us|is)$/.test(last) || NOT_WORKERS.has(last.toLowerCase())) return phrase
  if (/wives$/.test(phrase)) return phrase.replace(/ves$/, 'fe')
  if (/[^aeiou]ies$/.test(phrase)) return phrase.replace(/ies$/, 'y')
  if (/(sses|xes|ches|shes)$/.test(phrase)) return phrase.replace(/es$/, '')
  return phrase.replace(/s$/, '')
}

/** Lower case, save for acronyms and proper nouns. */
function lowerCase(text: string): string {
  return text.replace(/[A-Za-z']+/g, (word) =>
    PROPER.has(word) || /[A-Z].*[A-Z]/.test(word) ? word : word.toLowerCase(),
  )
}

/** The parts of "A, B, and C", "A and B" or "A". */
function listOf(text: string): string[] {
  return text
    .split(/, and |, or |, | and | or /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The workers a title lists; a list too long to say keeps its first and last. */
function workersOf(text: string): string[] {
  const parts = listOf(text)
  const long = parts.length > 2 && parts.every(isPlural) && parts.join(' and ').length > MAX_LENGTH
  return long ? parts.filter((_, at) => at === 0 || at === parts.length - 1) : parts
}

/** Whether a phrase ends in a plural noun. */
const isPlural = (phrase: string): boolean => singularOf(phrase) !== phrase

/** Splits "Cooks, Private Household" into those it names (Cooks) and what narrows them (Private Household). */
function undoInversion(title: string): { head: string; modifiers: string } {
  const parts = title.split(', ')
  let end = parts.length
  while (end > 0 && !isPlural(parts[end - 1] ?? '')) end -= 1
  if (end === 0) return { head: title, modifiers: '' }
  return { head: parts.slice(0, end).join(', '), modifiers: parts.slice(end).join(', ') }
}

/** What a residual title ("Engineers, All Other") leaves open: a specialty, a subject, a role or a field. */
function residualNoun(singular: string): string {
  if (/(dentist|physician|surgeon)$/.test(singular)) return 'specialty'
  if (/\bpostsecondary\b.*teacher$/.test(singular)) return 'subject'
  if (/(cook|administrator|education teacher)$/.test(singular)) return 'setting'
  if (singular.endsWith('social worker')) return 'field'
  return /(worker|operator|clerk|attendant|helper)$/.test(singular) ? 'role' : 'field'
}

/**
 * A name made from the official title alone: exceptions and "All Other" dropped, inversions undone,
 * nouns put into the singular, lists joined with "or" (singular) and "and" (plural), lower case.
 */
export function nameByRule(officialTitle: string): RoleName {
  const residual = /\bAll Other\b|^Miscellaneous /.test(officialTitle)
  const title = officialTitle
    .replace(/, (Except|Including)\b.*$/, '')
    .replace(/, All Other\b.*$|^Miscellaneous /g, '')
    .replace(/,? and Related Materials\b/, '')
    .replace(/(\w+),? and Related (Workers|Repairers)\b/g, (_, word: string, noun: string) =>
      isPlural(word) ? word : `${word} ${noun}`,
    )
    .replace(/\b(Setters, Operators, and|Operators and) Tenders\b/g, 'Operators')
    .replace(/\band Other /g, 'and ')
    .replace(/ Related Workers\b/, ' Workers')
    .replace(/\bOccupations\b/, 'Specialists')
    .replace(/[/]/g, ' and ')
    .replace(/&/g, 'and')
    .replace(/\(.*?\)/g, '')
    .trim()

  const supervised = /^First-Line Supervisors of (.*)$/.exec(title)?.[1]
  const helped = /^Helpers--(.*)$/.exec(title)?.[1]
  const owner = supervised ?? helped
  const noun = supervised === undefined ? 'helper' : 'supervisor'
  const spoken = lowerCase(owner ?? title)
  const names: { singular: string; plural: string } = owner === undefined ? forms(spoken) : ownerForms(spoken, noun)

  const kind = residual ? residualNoun(names.singular) : ''
  const singular = tidy(names.singular + (residual ? ` in another ${kind}` : ''))
  const plural = tidy(names.plural + (residual ? ` in other ${pluralOf(kind)}` : ''))
  return { singular, plural, article: articleFor(singular) }
}

/** "Supervisors of Retail Sales Workers" as "retail sales worker supervisors", "Helpers--Roofers" as "roofer helpers". */
function ownerForms(owned: string, noun: string): { singular: string; plural: string } {
  const parts = workersOf(owned).map(singularOf)
  return { singular: `${parts.join(' or ')} ${noun}`, plural: `${parts.join(' and ')} ${noun}s` }
}

/** Singular and plural of a lower-case title that may be a list, an inversion or carry an "of …". */
function forms(title: string): { singular: string; plural: string } {
  const of = /^(.*?)( of .*)$/.exec(title)
  const tail = (of?.[2] ?? '').replace(/, (and |or )?/g, ' and ').replace(/and and/g, 'and')
  const { head, modifiers } = undoInversion(of?.[1] ?? title)
  const narrowed = listOf(modifiers)
  const workers = workersOf(head)
  return {
    singular: `${narrowed.join(' or ')} ${workers.map(singularOf).join(' or ')}${tail}`,
    plural: `${narrowed.join(' and ')} ${workers.join(' and ')}${tail}`,
  }
}

/** Only letters, digits, hyphens, apostrophes and single spaces. */
function tidy(text: string): string {
  return text
    .replace(/--/g, ' ')
    .replace(/[^A-Za-z0-9' -]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The reviewed name of an occupation, or the rule's when the table has none for its code. */
export function getRoleName(code: string, officialTitle: string, table: ReadonlyMap<string, RoleName>): RoleName {
  return table.get(code) ?? nameByRule(officialTitle)
}
