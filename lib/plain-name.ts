import { parse } from 'tldts'
import * as z from 'zod'

/** Begins at the beginning of a word alone: a long one is looked through once. */
const HOST = /(?<![\p{L}\p{N}-])[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)+/gu
/** Endings that no registry gives out and that people use all the same (RFC 2606, RFC 6761, RFC 7686). */
const RESERVED = /\.(example|test|invalid|localhost|local|internal|onion)$/
/** What reads like a host and is none. */
const NO_HOST = /^((asp|vb|ado|ml)\.net|(socket|draw)\.io|co\.(ltd|inc))$/
const WRITTEN_OUT = /\b(dot|\(dot\)|\[dot\]) ?(com|net|org|io|me|co|info)\b/

/** Whether words hold an address of web or mail, with or without its scheme: `win.example`, `www.a.b`, `t.me/win`. */
export function hasAddress(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/[。｡]/g, '.').toLowerCase()
  if (/:\/\/|\bwww\.|[^\s@]@[^\s@]+\.[^\s@]/.test(plain) || WRITTEN_OUT.test(plain)) return true
  return [...plain.matchAll(HOST)].some(([host]) => {
    if (NO_HOST.test(host)) return false
    const { isIcann, domain } = parse(host, { extractHostname: false })
    return RESERVED.test(host) || (isIcann === true && domain !== null)
  })
}

/**
 * What is wrong with a name that others will read, in lists, titles and mails: of a company, or of a posting.
 * @param name as it was typed
 * @returns undefined where nothing is
 */
export function nameError(name: string): string | undefined {
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(name.trim())) return 'Keep the name to one line.'
  if (hasAddress(name)) return 'Leave web and mail addresses out of the name: they have fields of their own.'
  return undefined
}

/** A name as it was typed, before anything else reads it. */
export const plainName = z.string().superRefine((name, context) => {
  const wrong = nameError(name)
  if (wrong) context.addIssue({ code: 'custom', message: wrong })
})
