import { ImportError } from './errors'

const starts = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, i) => bytes[i] === byte)

/** The line of the first byte that is no UTF-8. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [line, start] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? undefined : end))
    } catch {
      return line
    }
    if (end === -1) return line
    line += 1
    start = end + 1
  }
}

/**
 * The text of a file in UTF-8, with or without a byte-order mark.
 * @throws ImportError naming the encoding, where it is another
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ImportError(`${file} is empty.`)
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff))
    throw new ImportError(`${file} is UTF-16 text; save it as CSV UTF-8.`)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new ImportError(`${file} is an old or a locked workbook; save it as .xlsx without a password.`)
  if (bytes.subarray(0, 4096).includes(0))
    throw new ImportError(`${file} is no text: it holds zero bytes, as UTF-16 does. Save it as CSV UTF-8.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ImportError(
      `${file}, line ${badLine(bytes)}: a letter is not UTF-8, as in Latin-1 or Windows-1252; save it as CSV UTF-8.`,
    )
  }
}
