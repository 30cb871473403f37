const LONG: Record<string, string> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' }

const MARKS = /['’‘ʻʼ`.]/g
const OF = /^(?:the )?(?:(?:city|town|village|township|borough) of )?(?:the )?(?=.)/
const SHORT = /\b(?:st|ste|mt|ft)\b/g

/** Letters and digits of any script in lower case, without accents, parted by single blanks. */
function plainWords(name: string): string {
  const lower = name.toLowerCase().replaceAll(MARKS, '').replaceAll('&', ' and ')
  // Most names are plain: the list of towns is read in a third of the time.
  if (/^[ -~]*$/.test(lower)) return lower.replaceAll(/[^a-z0-9]+/g, ' ').trim()
  const bare = lower.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(MARKS, '')
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/**
 * A place's name as it is compared: no case, accents, apostrophes, dots or hyphens; `St.` is `Saint`, `&` is `and`, and
 * neither `City of` nor `The` counts.
 */
export const placeKey = (name: string): string =>
  plainWords(name)
    .replace(OF, '')
    .replaceAll(SHORT, (word) => LONG[word] ?? word)
