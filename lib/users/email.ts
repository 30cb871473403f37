import { cleanAddress } from '../text/clean'

/** Letters of an unquoted local part (RFC 5322 dot-atom), and labels of a host name. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * An e-mail address in its one stored form, or null for what cannot be one plain address: quotes, comments, lists,
 * line ends, letters outside ASCII (also those that only look like an @) are refused rather than read kindly.
 * @param typed what somebody typed; blanks around it, and what shows nothing, are ignored
 */
export function normaliseEmail(typed: string): string | null {
  const text = cleanAddress(typed).toLowerCase()
  if (text.length > 254 || text !== text.normalize('NFKC')) return null
  const parts = text.split('@')
  const [local = '', host = ''] = parts
  if (parts.length !== 2 || local.length > 64 || !LOCAL.test(local)) return null
  const labels = host.split('.')
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1) ?? '')) return null
  return text
}

/** The host of a stored address. */
export const emailDomain = (email: string): string => email.slice(email.indexOf('@') + 1)
