import 'server-only'
import type { Values } from '../forms'
import { beginDraft, saveJob } from './mutations'
import { getOwnJob } from './own-queries'

export type Autosaved =
  | { kind: 'saved'; edition: number }
  | { kind: 'elsewhere'; edition: number; values: Values }
  | { kind: 'closed' }

/**
 * Saves a draft while it is being typed. It never replaces what somebody else has saved: of a new draft it makes one,
 * however often it is asked, and then goes on with that one.
 * @param own `id` is chosen by the form for a draft that the store does not have yet
 * @param edition the edition the form holds; 0 for a new draft
 * @throws Refused when something is too long, or the company has begun as many drafts as it may
 * @returns for a draft saved elsewhere what it holds now: it may be this form's own, its answer lost on the way
 */
export async function autosaveJob(
  own: { companyId: string; userId: string; id: string },
  values: Values,
  edition: number,
): Promise<Autosaved> {
  const before = await getOwnJob(own.companyId, own.id)
  if (!before && edition > 0) return { kind: 'closed' }
  if (!before && (await beginDraft(own.companyId, own.userId, values, own.id))) return { kind: 'saved', edition: 1 }
  const saved = await saveJob(own, values, edition, false)
  if (saved.kind !== 'elsewhere') return saved
  const now = await getOwnJob(own.companyId, own.id)
  return now ? { ...saved, edition: now.edition, values: now.content as Values } : { kind: 'closed' }
}
