import { dropEveryInvisible, dropInvisible } from './invisible'

/** What old encodings put where Unicode has controls: quotes, dashes and bullets of Windows-1252. */
const WINDOWS = new Map(
  [...'\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99'].map((letter, n) => [letter, [...'€‚„…‘’“”•–—™'][n] ?? '']),
)

/** Blanks of other widths than the usual, and the pattern of braille without a dot. */
const BLANKS = /[\p{Zs}\u2800]/gu

/** Something that is seen. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * Text as it is kept: composed (NFC), without what shows nothing, each line end as `\n`, each blank the usual one.
 * What holds nothing to see is empty.
 * @param text as typed or pasted, of any number of lines
 */
export function cleanText(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replaceAll(/[\x80-\x9F]/g, (letter) => WINDOWS.get(letter) ?? '')
    .replaceAll('\uFFFD', '')
    .normalize('NFC')
  const clean = dropInvisible(plain).replaceAll(BLANKS, ' ').normalize('NFC')
  return SEEN.test(clean) ? clean : ''
}

/** One line of text: line ends, tabs and rows of blanks are one blank. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ').trim()

/** The same as browsers write them into addresses: soft hyphen, zero widths, directions, byte-order mark. */
const ENCODED = /%C2%AD|%E2%80%(?:8[B-F]|A[A-E])|%E2%81%A[0-9]|%EF%BB%BF/gi

/**
 * An address of mail or web: nothing invisible is part of one, wherever it was copied from. Whether what is left is an
 * address, others judge.
 */
export const cleanAddress = (text: string): string =>
  dropEveryInvisible(text.toWellFormed().replaceAll('\uFFFD', '')).replaceAll(ENCODED, '').trim()

/** Whether a text has a letter or a digit of any script: what a name needs. */
export const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
