import 'server-only'
import * as z from 'zod'

const text = z.string().min(1).optional()
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  AUTH_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  /** How many proxies of ours stand in front; 0 believes no forwarded header. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Rolebook <rolebook@localhost>'),
  /** A folder for mails that are not sent: set for the embedded store only. */
  MAIL_FOLDER: text,
  DNS_SERVER: text,
  /** Where the project's files can be seen or changed: `https://host/owner/name/blob/main`. */
  REPOSITORY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SHARED_CACHE: flag,
  AUTH_GOOGLE_ID: text,
  AUTH_GOOGLE_SECRET: text,
  AUTH_GITHUB_ID: text,
  AUTH_GITHUB_SECRET: text,
  AUTH_LINKEDIN_ID: text,
  AUTH_LINKEDIN_SECRET: text,
})

/**
 * The environment of the server, checked once. A build has no store, so the address is asked for at first use.
 * @throws Error naming the variable that is wrong
 */
export function readEnv(): z.infer<typeof schema> {
  const parsed = schema.safeParse(process.env)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`${issue?.path.join('.')} ${issue?.message}`)
}

export const env = readEnv()
export const isSecure = env.SITE_URL.startsWith('https:')
