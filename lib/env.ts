import 'server-only'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
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
