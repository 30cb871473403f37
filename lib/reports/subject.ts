import 'server-only'
import { resolvePath } from '../roles/resolve-path'
import { getSlugIndex } from '../roles/slug-index'

export type Subject = { kind: 'page' | 'figure'; subject: string }

const FIGURE = /^[a-z0-9.-]+(?:~[a-z0-9.-]+){3,6}$/

/**
 * What a report is about: the first page, a page of a role, of a family or of a comparison, or a figure by its public id.
 * @returns undefined for anything that is neither
 * @throws when the store was never read and does not answer
 */
export async function readSubject(asked: { page?: unknown; figure?: unknown }): Promise<Subject | undefined> {
  const { page, figure } = asked
  if (typeof figure === 'string' && figure.length <= 300 && FIGURE.test(figure))
    return { kind: 'figure', subject: figure }
  if (typeof page !== 'string' || page.length > 300) return undefined
  const known = page === '/' || resolvePath(page, await getSlugIndex())?.kind === 'ok'
  return known ? { kind: 'page', subject: page } : undefined
}
