import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env.E2E_MAIL ?? '.data/mail'

/** Quoted-printable text as it was written. */
export const decode = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** Every mail to an address so far, oldest first, decoded. */
export function mailsTo(email: string, from = folder): string[] {
  return readdirSync(from)
    .filter((file) => file.endsWith(`-${email.replaceAll(/[^a-z0-9.@-]/g, '_')}.eml`))
    .toSorted()
    .map((file) => decode(readFileSync(join(from, file), 'utf8')))
}

/** Waits for the `n`th mail to an address whose text matches. */
export async function waitForMail(email: string, pattern: RegExp, from = folder): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const mail = mailsTo(email, from).findLast((text) => pattern.test(text))
    if (mail) return mail
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No mail to ${email} that matches ${pattern}`)
}

/** The first link of a mail's plain text. */
export const linkIn = (mail: string): string => /https?:\/\/\S+/.exec(mail)?.[0] ?? ''
