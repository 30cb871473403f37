const LONG: Record<string, string> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' }

/**
 * A town's name as it is compared: no case, accents, apostrophes or hyphens; `St.` is `Saint`, and neither `City of` nor
 * `The` counts.
 */
export function townKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘ʻʼ`.]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(the )?(city|town|village|township|borough) of /, '')
    .replace(/^the /, '')
  return plain
    .split(' ')
    .map((word) => LONG[word] ?? word)
    .join(' ')
}
