import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret(), '', `rolebook:${purpose}`, 32))

function secret(): string {
  if (!env.AUTH_SECRET) throw new Error('AUTH_SECRET is not set; npm start sets it.')
  return env.AUTH_SECRET
}

/** What is stored instead of a token: of no use to whoever reads the store. */
export const hashToken = (token: string): string => createHmac('sha256', keyFor('token')).update(token).digest('hex')

/** A fresh token of 256 bits, in letters that fit an address. */
export const makeToken = (): string => randomBytes(32).toString('base64url')

/** Text that only a process with our secret can read again (AES-256-GCM). */
export function seal(text: string, purpose: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** The text that was sealed. @throws Error when it was changed, or sealed with another secret */
export function unseal(sealed: string, purpose: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}
