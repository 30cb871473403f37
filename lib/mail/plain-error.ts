/**
 * The words of an error for people: on one line, without an address that opens something, names somebody, or could be
 * a token. A mail server may put any of these into its answer.
 */
export const plainError = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[link]')
    .replaceAll(/\S+@\S+/g, '[address]')
    .replaceAll(/[\w-]{24,}/g, '[…]')
    .trim()
    .slice(0, 200)
