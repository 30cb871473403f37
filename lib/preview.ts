import 'server-only'
import { seal, unseal } from './secret'

/** What a link lets somebody see before it is public. */
export type Preview = { kind: 'job' | 'write-up'; id: string }

/** Days that a preview link works. */
export const PREVIEW_DAYS = 7

/**
 * The path of a link that shows one draft to whoever has it, until it ends.
 * @param now milliseconds since 1970
 */
export function previewPath({ kind, id }: Preview, now: number): string {
  const sealed = seal(JSON.stringify([kind, id, now + PREVIEW_DAYS * 86_400_000]), 'preview')
  return `/preview/${Buffer.from(sealed, 'base64').toString('base64url')}`
}

/** What a link shows; undefined for one that was changed, made elsewhere or has ended. */
export function readPreview(token: string, now: number): Preview | undefined {
  if (token.length > 400) return undefined
  try {
    const text = unseal(Buffer.from(token, 'base64url').toString('base64'), 'preview')
    const [kind, id, until] = JSON.parse(text) as [Preview['kind'], string, number]
    return until > now ? { kind, id } : undefined
  } catch {
    return undefined
  }
}
