/** What search engines show of a page's title and description, about; more is cut off, mid-word. */
export const MOST_TITLE = 60
export const MOST_DESCRIPTION = 155
const SUFFIX = ' | Rolebook'

/**
 * The first of these titles that fits with the site's name behind it, or without. One that fits in neither way gives
 * way to the next; the last is cut after a whole word.
 * @param candidates the fullest first
 */
export function fitTitle(...candidates: [string, ...string[]]): { absolute: string } {
  for (const text of candidates) {
    for (const title of [text + SUFFIX, text]) if (title.length <= MOST_TITLE) return { absolute: title }
  }
  return { absolute: cutWords(candidates.at(-1) ?? '', MOST_TITLE) }
}

/** As many of these sentences, from the first on, as fit together; '' when the first is too long. */
export function fitSentences(...sentences: readonly (string | undefined)[]): string {
  let text = ''
  for (const sentence of sentences.filter((one): one is string => one !== undefined && one !== '')) {
    const longer = text === '' ? sentence : `${text} ${sentence}`
    if (longer.length > MOST_DESCRIPTION) break
    text = longer
  }
  return text
}

/** The sentences of a text that was written as sentences. */
export const sentencesOf = (text: string): string[] => text.trim().split(/(?<=[.!?]”?)\s+(?=[A-Z“0-9])/)

/** A text without its last words, so that it has no more letters than these; "…" stands for what is left out. */
export function cutWords(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most).replace(/\s+\S*$/, '')
  return `${whole.slice(0, most - 1).replace(/[\s,;:–-]+(and|or|of|in|the|a|an|for|vs)?$/, '')}…`
}
