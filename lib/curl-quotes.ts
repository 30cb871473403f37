const OPENS = /(^|[\s([{\u2013\u2014\u2018\u201c/-])(["'])(?=\S)/g
const YEARS = /'(?=\d0s\b)/g

/**
 * Straight quotes as curly ones, as SmartyPants sets them: opening at the start and after a space, a bracket or a
 * dash, closing elsewhere, which makes an apostrophe too; the one of ’90s stays an apostrophe.
 * @param text plain words, never HTML
 * @param atStart false for a run that goes on after a link or a number: a quote at its start then closes
 */
export function curlQuotes(text: string, atStart = true): string {
  if (!/["']/.test(text)) return text
  const curl = (whole: string, before: string, quote: string) =>
    before === '' && !atStart ? whole : `${before}${quote === '"' ? '“' : '‘'}`
  return (
    text
      .replaceAll(YEARS, '’')
      // Twice, as one quote may stand right behind another.
      .replaceAll(OPENS, curl)
      .replaceAll(OPENS, curl)
      .replaceAll('"', '”')
      .replaceAll("'", '’')
  )
}
