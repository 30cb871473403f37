import { isUtf8 } from 'node:buffer'
import type { Problem } from './types'

const RESAVE = 'save it as UTF-8'
/** What Windows-1252 has from 0x80 on where Latin-1 has control characters; a space where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** What a file is encoded in, where its first bytes tell. */
function foreignEncoding(bytes: Buffer): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32'
  // Without a mark: of Latin letters every other byte is 0.
  const first = bytes.subarray(0, 200)
  const zeros = first.filter((byte) => byte === 0).length
  return first.length >= 4 && zeros * 3 > first.length ? 'UTF-16' : undefined
}

const hexOf = (byte: number) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`

const LOST = '\uFFFD'

/** The first byte that is no UTF-8. */
function firstWrong(bytes: Buffer): { line: number; column: number; byte: number } | undefined {
  if (isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
  // Up to there nothing was lost, so the text before tells the byte. The mark itself may be what the file says.
  for (let at = text.indexOf(LOST); at !== -1; at = text.indexOf(LOST, at + 1)) {
    const before = text.slice(0, at)
    const offset = Buffer.byteLength(before)
    if (bytes.subarray(offset, offset + 3).toString('latin1') === '\xEF\xBF\xBD') continue
    const lines = before.replace(/^\uFEFF/, '').split('\n')
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, byte: bytes[offset] ?? 0 }
  }
  return undefined
}

/**
 * A file's text, or what is wrong with its bytes.
 * @param path the file's path inside the project
 */
export function readText(path: string, bytes: Buffer): { text: string } | { problem: Problem } {
  const tell = (line: number, column: number, message: string, hint: string) => ({
    problem: { path, line, column, code: 'encoding' as const, message, hint, severity: 'error' as const },
  })
  const encoding = foreignEncoding(bytes)
  if (encoding) return tell(1, 1, `the file is ${encoding}`, RESAVE)
  const wrong = firstWrong(bytes)
  if (!wrong) return { text: bytes.toString('utf8') }
  const meant = wrong.byte < 0xa0 ? (WINDOWS[wrong.byte - 0x80] ?? ' ') : String.fromCharCode(wrong.byte)
  return tell(
    wrong.line,
    wrong.column,
    `byte ${hexOf(wrong.byte)} is no UTF-8`,
    /[\p{L}\p{P}\p{S}]/u.test(meant) ? `in Windows-1252 it is “${meant}”: ${RESAVE}` : RESAVE,
  )
}
