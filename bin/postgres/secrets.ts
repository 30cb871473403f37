import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { StoreError } from './errors'

const password = z.string().regex(/^[\w-]{20,}$/)
const schema = z.object({
  superPassword: password,
  ownerPassword: password,
  webPassword: password,
  port: z.number().int().nullable(),
})

/** What the embedded server is reached with; kept beside its data, readable by its starter only. */
export type Secrets = z.infer<typeof schema>

/**
 * The secrets kept in `file`, or null when there is no such file.
 * @throws StoreError when it is not what was written
 */
export function readSecrets(file: string): Secrets | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new StoreError(
      `${file} cannot be read${code ? ` (${code})` : ''}; restore it, or remove it and the data beside it.`,
    )
  }
}

/** Makes the secrets; when two do so at once, both get those of the first. */
export function createSecrets(file: string): Secrets {
  const make = () => randomBytes(24).toString('base64url')
  const made = { superPassword: make(), ownerPassword: make(), webPassword: make(), port: null }
  const temporary = write(file, made)
  try {
    linkSync(temporary, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(temporary)
  }
  return readSecrets(file) ?? made
}

/** Keeps the port, so that the address stays the same from start to start. */
export function keepPort(file: string, secrets: Secrets, port: number): void {
  if (secrets.port !== port) renameSync(write(file, { ...secrets, port }), file)
}

/** The addresses of the three roles on a running server. */
export function urlsOf(secrets: Secrets, port: number) {
  const url = (user: string, secret: string, database: string) =>
    `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`
  return {
    superUrl: url('postgres', secrets.superPassword, 'postgres'),
    ownerUrl: url('rolebook_owner', secrets.ownerPassword, 'rolebook'),
    webUrl: url('rolebook_web', secrets.webPassword, 'rolebook'),
  }
}

function write(file: string, secrets: Secrets): string {
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return temporary
}
