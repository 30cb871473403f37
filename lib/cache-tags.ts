import 'server-only'
import { unstable_cache } from 'next/cache'

/**
 * Puts tags on the page being rendered, so that a writer can mark it stale. The one way that Next has without
 * caching the reads themselves: a constant is cached under the tags, and the page inherits them.
 */
export async function tagPage(...tags: string[]): Promise<void> {
  await unstable_cache(async () => 1, ['tag', ...tags], { tags })()
}
