import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '../env'
import { unseal } from '../secret'
import { type Mail, mailHtml, mailText, oneLine } from './message'

const kept = globalThis as { rolebookMailer?: ReturnType<typeof createTransport> }

/** Without SMTP a mail is still made whole, and laid in a folder. */
function mailer() {
  kept.rolebookMailer ??= env.SMTP_URL
    ? createTransport({ url: env.SMTP_URL, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 15_000 })
    : createTransport({ streamTransport: true, buffer: true })
  return kept.rolebookMailer
}

/**
 * Sends a mail from the queue, or lays it in MAIL_FOLDER where there is no SMTP server.
 * @throws when it cannot be sent: the queue tries again
 */
export async function sendSealed(sealed: string): Promise<void> {
  const mail = JSON.parse(unseal(sealed, 'mail')) as Mail
  if (!env.SMTP_URL && !env.MAIL_FOLDER) throw new Error('SMTP_URL is not set: mails cannot be sent.')
  const sent = await mailer().sendMail({
    from: env.MAIL_FROM,
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mailText(mail),
    html: mailHtml(mail),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (env.SMTP_URL || !env.MAIL_FOLDER) return
  await mkdir(env.MAIL_FOLDER, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${mail.to.replaceAll(/[^a-z0-9.@-]/g, '_')}.eml`
  await writeFile(join(env.MAIL_FOLDER, name), (sent as unknown as { message: Buffer }).message, { mode: 0o600 })
}
